import { readFileSync } from 'node:fs';
import { decodeFromIpc, encodeForIpc } from './ipc-codec';
import { pageClient } from './page-client';

/**
 * The script every page of the host runs first: the page's half of IPC, and the built preload wrapped in a function
 * whose `require` knows only `electron`. TypeScript runners may leave `__name` helpers in function text, hence the
 * one-line shim.
 */
export function pageScript(key: string, preloadPaths: ReadonlyMap<number, string>): string {
  const preloads = [...preloadPaths].map(
    ([windowId, path]) =>
      `${windowId}: function (require, module, exports, process) {\n${readFileSync(path, 'utf8')}\n}`,
  );
  return `(() => {
const __name = (target) => target;
const encode = ${encodeForIpc.toString()};
const decode = ${decodeFromIpc.toString()};
document.currentScript?.remove();
(${pageClient.toString()})({
  key: ${JSON.stringify(key)}, platform: ${JSON.stringify(process.platform)}, encode, decode,
  preloads: {${preloads.join(',\n')}},
});
})();
`;
}

/** Puts the host's script before anything the page itself brings. */
export function injectFirstScript(html: string): string {
  const tag = '<script src="/__host/preload.js"></script>';
  const head =
    /<head(?:\s[^>]*)?>/i.exec(html) ?? /<html(?:\s[^>]*)?>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, at) + tag + html.slice(at);
}
