import { mkdir, readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { dayStamp, inShanghai } from '#shared/domain/shanghai-time';
import { archiveEnding } from '#shared/vault/archive';
import type { SafetyArchive } from '#shared/vault/archive-exchange';

const pattern = /^before-restore-\d{8}-\d{6}(?: \(\d+\))?\.liudi$/;

/** Name of the copy of what is here, made before a restore. @param now epoch ms */
export function safetyName(now: number): string {
  const time = inShanghai(now).toPlainTime().toString({ smallestUnit: 'second' }).replaceAll(':', '');
  return `before-restore-${dayStamp(now)}-${time}${archiveEnding}`;
}

/** Makes sure the folder stands. */
export async function makeSafetyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** The copies there, newest first. */
export async function listSafety(
  folder: string,
): Promise<readonly (SafetyArchive & { readonly path: string })[]> {
  const names = await readdir(folder).catch(() => []);
  const found: (SafetyArchive & { path: string })[] = [];
  for (const fileName of names
    .filter((name) => pattern.test(name))
    .sort()
    .reverse()) {
    const full = path.join(folder, fileName);
    const facts = await stat(full).catch(() => null);
    if (facts?.isFile() === true)
      found.push({ fileName, size: facts.size, at: Math.round(facts.mtimeMs), path: full });
  }
  return found;
}

/** Copies kept. Older ones go only after a new one was read back. */
const kept = 3;

/** Removes all but the newest copies. */
export async function thinSafety(folder: string): Promise<void> {
  for (const old of (await listSafety(folder)).slice(kept)) await unlink(old.path).catch(() => undefined);
}
