import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Type of every kind of file a build may hold; another ending is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

export type StaticFile = { readonly file: string; readonly type: string };

/** Every file that may be served: address path (`/index.html`) → file on disk. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/**
 * Lists the built renderer. Only what is listed can be asked for, so no spelling of an address can leave the
 * folder; symbolic links are left out, wherever they lead.
 */
export async function listStaticFiles(root: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const walk = async (folder: string, address: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      const type = types[path.extname(entry.name).toLowerCase()];
      if (entry.isDirectory()) await walk(file, `${address}/${entry.name}`);
      else if (entry.isFile() && type !== undefined) files.set(`${address}/${entry.name}`, { file, type });
    }
  };
  await walk(root, '');
  return files;
}
