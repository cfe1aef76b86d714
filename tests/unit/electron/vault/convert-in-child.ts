import path from 'node:path';
import { convertObjects } from '../../../../electron/main/vault/convert-objects';
import { openObjectStore } from '../../../../electron/main/vault/object-store';

/** Converts a vault's originals until somebody kills it; says when the first one is done. */
const [folder = '', text = '[]'] = process.argv.slice(2);
const keys = (JSON.parse(text) as { name: string; key: string }[]).map(({ name, key }) => ({
  name,
  key: Buffer.from(key, 'base64'),
}));
const store = openObjectStore(path.join(folder, 'objects'), {
  current: () => keys[0] ?? null,
  all: () => keys,
});
let told = false;
await convertObjects(store, {
  at: 0,
  onProgress: () => {
    if (!told) process.stdout.write('begun\n');
    told = true;
  },
});
