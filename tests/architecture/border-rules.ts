import type { Import, SourceFile } from './source-file';

/** One wall of the house. `broken` gives what is wrong in a file, in words; nothing when all is well. */
export type BorderRule = {
  readonly name: string;
  readonly broken: (file: SourceFile) => readonly string[];
};

const nodeModules = /^(?:node:|fs$|path$|os$|crypto$|child_process$|url$|stream$|http$|https$|util$)/;

function inside(path: string, ...folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

/** Imports of a file that `forbidden` objects to, in words. */
function imports(file: SourceFile, forbidden: (one: Import) => boolean): string[] {
  return file.imports.filter(forbidden).map(({ specifier }) => `imports ${specifier}`);
}

/** Uses of these global names or `object.property` accesses, in words. */
function uses(file: SourceFile, words: readonly string[]): string[] {
  return words
    .filter((word) => file[word.includes('.') ? 'members' : 'names'].has(word))
    .map((word) => `uses ${word}`);
}

/** `renderer/features/<name>` of a path, or null. */
function featureOf(path: string): string | null {
  return /^renderer\/features\/[^/]+/.exec(path)?.[0] ?? null;
}

/** Packages `shared` may use: pure code without DOM, Node or clock. */
const sharedPackages = new Set(['temporal-polyfill', 'chinese-days', 'zod', 'papaparse']);

const platformGlobals =
  'window document navigator localStorage sessionStorage indexedDB fetch globalThis process Buffer require setTimeout setInterval queueMicrotask performance'.split(
    ' ',
  );

const rawHtml =
  '.dangerouslySetInnerHTML .innerHTML .outerHTML .insertAdjacentHTML document.write eval Function'.split(
    ' ',
  );

/** What each part of the window's code may import besides itself and `shared` (DESIGN section 1). */
const rendererLayers: Readonly<Record<string, readonly string[]>> = {
  app: ['features', 'data', 'state', 'ui', 'platform', 'text', 'workers'],
  features: ['data', 'state', 'ui', 'platform', 'text', 'workers'],
  data: ['platform', 'workers'],
  workers: ['platform'],
  state: ['platform'],
  platform: [],
  text: [],
  ui: ['text'],
};

function layerOf(path: string): string | null {
  return /^renderer\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export const borderRules: readonly BorderRule[] = [
  {
    name: 'shared is a leaf',
    broken: (file) =>
      inside(file.path, 'shared')
        ? imports(file, ({ own, target }) => (own ? !inside(target, 'shared') : !sharedPackages.has(target)))
        : [],
  },
  {
    name: 'shared knows no clock, no DOM and no Node',
    broken: (file) =>
      inside(file.path, 'shared')
        ? [
            ...uses(file, [...platformGlobals, 'Date.now', 'Temporal.Now']),
            ...(file.makesDateNow ? ['uses new Date()'] : []),
          ]
        : [],
  },
  {
    name: 'the window knows neither Node nor the main process',
    broken: (file) =>
      inside(file.path, 'renderer')
        ? imports(file, ({ own, target, specifier }) =>
            own
              ? !inside(target, 'renderer', 'shared')
              : target === 'electron' || nodeModules.test(specifier),
          )
        : [],
  },
  {
    name: 'the main process knows nothing of the window',
    broken: (file) =>
      inside(file.path, 'electron')
        ? imports(file, ({ own, target }) =>
            own
              ? !inside(target, 'electron', 'shared')
              : /^(?:react|react-dom|dexie|dexie-react-hooks|antd|zustand)$/.test(target),
          )
        : [],
  },
  {
    name: 'a feature never imports a feature',
    broken: (file) => {
      const own = featureOf(file.path);
      return own === null
        ? []
        : imports(file, ({ target }) => {
            const other = featureOf(target);
            return other !== null && other !== own;
          });
    },
  },
  {
    name: 'the layers of the window point downwards',
    broken: (file) => {
      const layer = layerOf(file.path);
      const below = layer === null ? undefined : rendererLayers[layer];
      return layer === null || below === undefined
        ? []
        : imports(file, ({ own, target }) => {
            const reached = own ? layerOf(target) : null;
            return reached !== null && reached !== layer && !below.includes(reached);
          });
    },
  },
  {
    name: 'only renderer/data touches Dexie',
    broken: (file) =>
      inside(file.path, 'renderer') && !inside(file.path, 'renderer/data')
        ? imports(file, ({ target }) => target === 'dexie' || target === 'dexie-react-hooks')
        : [],
  },
  {
    name: 'ipcMain has one door',
    broken: (file) =>
      inside(file.path, 'electron', 'shared', 'renderer') && file.path !== 'electron/ipc/register.ts'
        ? uses(file, ['.ipcMain'])
        : [],
  },
  {
    name: 'ipcRenderer has one door',
    broken: (file) =>
      inside(file.path, 'electron', 'shared', 'renderer') && file.path !== 'electron/preload/index.ts'
        ? uses(file, ['.ipcRenderer'])
        : [],
  },
  {
    name: 'window.desktop has one reader',
    broken: (file) =>
      inside(file.path, 'renderer') && file.path !== 'renderer/platform/desktop.ts'
        ? uses(file, ['.desktop', 'desktop'])
        : [],
  },
  {
    name: 'the clock has one reader on each side',
    broken: (file) =>
      inside(file.path, 'renderer', 'electron') &&
      !/^(?:renderer\/platform|electron\/main)\/clock\.ts$/.test(file.path)
        ? [...uses(file, ['Date.now', 'Temporal.Now']), ...(file.makesDateNow ? ['uses new Date()'] : [])]
        : [],
  },
  {
    name: 'no raw HTML and no code made from text',
    broken: (file) => (inside(file.path, 'renderer', 'electron', 'shared') ? uses(file, rawHtml) : []),
  },
  {
    name: 'file names are kebab-case',
    broken: ({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/.test(name) ? [] : [`is called ${name}`];
    },
  },
  {
    name: 'no file is longer than 300 lines',
    broken: ({ lines }) => (lines > 300 ? [`has ${lines} lines`] : []),
  },
  {
    name: 'exports have names',
    // Tools want their settings so; a `.d.ts` only describes what a package does.
    broken: (file) =>
      file.hasDefaultExport && !/(?:^|[/.])(?:vite|vitest|playwright)\.config\.ts$|\.d\.ts$/.test(file.path)
        ? ['has a default export']
        : [],
  },
];

/** Everything wrong in these files, as `rule: path what`, sorted. */
export function findBroken(files: readonly SourceFile[]): readonly string[] {
  return borderRules
    .flatMap(({ name, broken }) =>
      files.flatMap((file) => broken(file).map((what) => `${name}: ${file.path} ${what}`)),
    )
    .toSorted();
}
