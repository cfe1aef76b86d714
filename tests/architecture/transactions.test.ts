import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../../renderer/data');

/** The last argument of every `….transaction(…)` call, up to its arrow. */
const call = /\.transaction\(\s*'(?:rw|r)'[!?]?,[\s\S]*?,\s*(async\s*)?\(\)\s*=>/g;

it('a transaction is handed an async function: Dexie loses one that only returns a promise', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const calls = files.flatMap((name) =>
    [...readFileSync(path.join(root, name), 'utf8').matchAll(call)].map((match) => ({
      name,
      isAsync: match[1],
    })),
  );
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.filter(({ isAsync }) => isAsync === undefined).map(({ name }) => name)).toEqual([]);
});
