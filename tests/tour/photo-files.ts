import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type SourceFile = { readonly path: string; readonly name: string };

/** Every file below a folder, in a stable order. Links are not followed. */
export async function listFiles(folder: string): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await listFiles(path)));
    else if (entry.isFile()) found.push({ path, name: entry.name });
  }
  return found;
}

/** SHA-256 of a file on disk, computed by Node and so independent of the app. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
