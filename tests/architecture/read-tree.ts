import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSource, type SourceFile } from './source-file';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Paths of all files below a folder of the repository, with forward slashes. */
export function listFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'));
}

/** Text of a file of the repository. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** All code of the repository. */
export function readTree(): readonly SourceFile[] {
  return ['shared', 'renderer', 'electron', 'tests']
    .flatMap((folder) => listFiles(folder))
    .filter((path) => /\.(?:ts|tsx|mts|cts|js|mjs|cjs)$/.test(path))
    .map((path) => readSource(path, readText(path)));
}

const canaryFolder = 'tests/architecture/canary/';

/**
 * The little house in which every rule is broken once. Its files end in `.txt`, so that neither the compiler nor
 * lint nor format stumbles over them.
 */
export function readCanary(): readonly SourceFile[] {
  return listFiles(canaryFolder)
    .filter((path) => path.endsWith('.txt'))
    .map((path) => readSource(path.slice(canaryFolder.length, -'.txt'.length), readText(path)));
}
