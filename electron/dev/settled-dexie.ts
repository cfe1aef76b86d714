import { fileURLToPath } from 'node:url';

const modern = fileURLToPath(new URL('../../node_modules/dexie/dist/modern/dexie.mjs', import.meta.url));

/** What is replaced in Dexie's `liveQuery`, each exactly once. */
const changes: readonly (readonly [was: string, becomes: string])[] = [
  ['        let accumMuts = {};\n', '        let accumMuts = {};\n        let settled = false;\n'],
  [
    '            extendObservabilitySet(accumMuts, parts);\n',
    `            if (settled) {
                if (obsSetsOverlap(currentObs, parts)) doQuery();
                return;
            }
            extendObservabilitySet(accumMuts, parts);
`,
  ],
  [
    '            accumMuts = {};\n            const subscr',
    '            settled = false;\n            accumMuts = {};\n            const subscr',
  ],
  [
    '                        accumMuts = {};\n                        execInGlobalContext',
    '                        accumMuts = {};\n                        settled = true;\n                        execInGlobalContext',
  ],
];

/**
 * Dexie's source with live readings that do not collect what is none of theirs. As it comes, each of them notes every
 * key that changes anywhere until it reads again, which most never do: with 60 of them on the screen every write costs
 * more than the one before. One that has its answer only needs to look whether a change touches it.
 *
 * @throws {Error} when Dexie's code is not the one this was written for: then look whether it is still needed
 */
export function settleLiveReadings(source: string): string {
  let code = source.replaceAll('\r\n', '\n');
  for (const [was, becomes] of changes) {
    const parts = code.split(was);
    if (parts.length !== 2) throw new Error(`Dexie has changed; not found once: ${was.trim()}`);
    code = parts.join(becomes);
  }
  return code;
}

/** For Vite: Dexie's build for today's browsers, with {@link settleLiveReadings}. */
export const settledDexie = {
  alias: [{ find: /^dexie$/, replacement: modern }],
  plugin: {
    name: 'settled-dexie',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | null {
      return id.split('?')[0]?.replaceAll('\\', '/') === modern.replaceAll('\\', '/')
        ? settleLiveReadings(code)
        : null;
    },
  },
};
