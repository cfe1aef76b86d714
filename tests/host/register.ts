import Module, { register } from 'node:module';
import * as electron from './electron';

/**
 * Makes `electron` mean the stand-in in this process, for `import` and for `require` alike. The hook is inline text
 * because Node loads hooks in a thread of its own, where nothing translates TypeScript.
 */
// This file runs as it stands (through a TypeScript runner) or bundled (bundle-host.ts).
const file = import.meta.url.endsWith('.ts') ? 'electron.ts' : 'electron.js';
const standIn = new URL(file, import.meta.url).href;
const names = ['electron', 'electron/main', 'electron/common'];

register(
  `data:text/javascript,${encodeURIComponent(`
const names = new Set(${JSON.stringify(names)});
export async function resolve(specifier, context, next) {
  if (names.has(specifier)) return { url: ${JSON.stringify(standIn)}, shortCircuit: true };
  return next(specifier, context);
}`)}`,
);

type Load = (request: string, parent: unknown, isMain: boolean) => unknown;
/** Node's own name for what `require` goes through; there is no documented hook for it in Node 20. */
const key = '_load';
const loader = Module as unknown as Record<typeof key, Load>;
const realLoad = loader[key];
loader[key] = (request, parent, isMain) =>
  names.includes(request) ? electron : realLoad(request, parent, isMain);
