import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { timelineHashText, type TimelineEvent } from '#shared/domain/timeline';
import type { LiudiApp } from '../helpers/launch-app';

export type CaseFacts = { readonly id: string; readonly caseNo: string; readonly buyerId: string };
export type StoredFile = { readonly sha256: string; readonly hash: string | null };

/** What really lies in the database, read without the app's code. `hash` is null for bytes that cannot be read. */
export type Stored = {
  readonly cases: readonly CaseFacts[];
  readonly evidence: readonly { readonly sha256: string; readonly fileName: string }[];
  readonly files: readonly StoredFile[];
  readonly events: readonly TimelineEvent[];
};

export function readStore(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => {
          resolve(request.result);
        });
        request.addEventListener('error', () => {
          reject(new Error('failed'));
        });
      });
    const db = await done(indexedDB.open('liudi'));
    const all = async <T>(name: string): Promise<T[]> =>
      (await done(db.transaction(name).objectStore(name).getAll())) as T[];
    const blobs = await all<{ sha256: string; blob: Blob }>('blobs');
    const [cases, evidence, events] = await Promise.all([
      all<CaseFacts>('cases'),
      all<{ sha256: string; fileName: string }>('evidence'),
      all<TimelineEvent>('events'),
    ]);
    db.close();
    const files: StoredFile[] = [];
    for (const { sha256, blob } of blobs) {
      try {
        const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        files.push({ sha256, hash: hex });
      } catch {
        files.push({ sha256, hash: null });
      }
    }
    return { cases, evidence, files, events };
  });
}

/** How many rows a table has, read without the app's code. */
export function countRows(page: Page, table: string): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('liudi');
        opening.addEventListener('error', () => reject(new Error('failed')));
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.addEventListener('error', () => reject(new Error('failed')));
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
    table,
  );
}

/** How many histories have a line that does not fit its neighbours. */
export function countBrokenHistories(events: readonly TimelineEvent[]): number {
  const byCase = new Map<string, TimelineEvent[]>();
  for (const event of events) byCase.set(event.caseId, [...(byCase.get(event.caseId) ?? []), event]);
  let broken = 0;
  for (const lines of byCase.values()) {
    lines.sort((a, b) => a.seq - b.seq);
    let prevHash = '';
    const sound = lines.every(({ hash, ...rest }, index) => {
      const fits = rest.seq === index + 1 && rest.prevHash === prevHash;
      prevHash = hash;
      return fits && createHash('sha256').update(timelineHashText(rest)).digest('hex') === hash;
    });
    if (!sound) broken += 1;
  }
  return broken;
}

export function vaultFolder(app: LiudiApp): string {
  return join(app.documents, 'Liudi', 'Vault');
}

/** What the vault has of these files: `missing`, `altered` or `sound`. */
export function lookInVault(app: LiudiApp, sha256: string): 'missing' | 'altered' | 'sound' {
  const file = join(vaultFolder(app), 'objects', sha256.slice(0, 2), sha256);
  if (!existsSync(file)) return 'missing';
  return createHash('sha256').update(readFileSync(file)).digest('hex') === sha256 ? 'sound' : 'altered';
}

/** The browser's IndexedDB folder in the profile. */
export function storeFolder(app: LiudiApp): string {
  const found = readdirSync(app.userData, { recursive: true, encoding: 'utf8' }).find((name) =>
    /(?:^|[/\\])IndexedDB$/.test(name),
  );
  if (found === undefined) throw new Error('no IndexedDB folder');
  return join(app.userData, found);
}
