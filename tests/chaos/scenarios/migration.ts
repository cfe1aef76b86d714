import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Scenario } from '../scenario';
import { withFiledShop } from '../kill-each';
import { aMoment, compare, killAndStart, reachHome } from '../shop';
import { vaultFolder } from '../store';
import { storesOfVersion } from '../../data/old-schemas';

/** Makes the database anew as an earlier version of the app left it, with the rows it has now. */
async function turnBack(page: Page, version: number): Promise<void> {
  await page.evaluate(
    async ([schema, stores]) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => {
            resolve(request.result);
          });
          request.addEventListener('error', () => {
            reject(new Error(`store: ${request.error?.name} ${request.error?.message}`));
          });
        });
      const db = await done(indexedDB.open('liudi'));
      const rows = new Map<string, unknown[]>();
      for (const name of Object.keys(stores)) {
        if (!db.objectStoreNames.contains(name)) continue;
        rows.set(name, (await done(db.transaction(name).objectStore(name).getAll())) as unknown[]);
      }
      db.close();
      await done(indexedDB.deleteDatabase('liudi'));
      const opening = indexedDB.open('liudi', schema * 10);
      opening.addEventListener('upgradeneeded', () => {
        for (const [name, definition] of Object.entries(stores)) {
          const [primary = '', ...indexes] = definition.split(',').map((part) => part.trim());
          const auto = primary.startsWith('++');
          const store = opening.result.createObjectStore(
            name,
            auto ? { keyPath: primary.slice(2), autoIncrement: true } : { keyPath: primary },
          );
          for (const index of indexes) {
            const plain = index.replace(/^[&*]/, '');
            const compound = /^\[(.*)\]$/.exec(plain)?.[1]?.split('+');
            store.createIndex(plain, compound ?? plain, {
              unique: index.startsWith('&'),
              multiEntry: index.startsWith('*'),
            });
          }
        }
      });
      const old = await done(opening);
      for (const [name, values] of rows) {
        const change = old.transaction(name, 'readwrite', { durability: 'strict' });
        const store = change.objectStore(name);
        for (const value of values) {
          const isNumber = name === 'settings' && (value as { key: string }).key === 'schemaNumber';
          store.put(isNumber ? { key: 'schemaNumber', value: schema } : value);
        }
        // Bytes of files are copied when a change is committed, which a request that succeeded does not tell.
        await new Promise<void>((resolve, reject) => {
          change.addEventListener('complete', () => {
            resolve();
          });
          change.addEventListener('abort', () => {
            reject(new Error(`store: ${change.error?.message}`));
          });
        });
      }
      old.close();
    },
    [version, storesOfVersion(version)] as const,
  );
}

/** A database of an earlier version is opened by this one, which is killed meanwhile. */
export const migration: readonly Scenario[] = [1, 2, 3, 4].map((version) => ({
  name: `kill-both-migration-${version}`,
  title: `SIGKILL of both while a database of schema ${version} is brought up to date`,
  run: (trial) =>
    withFiledShop({ count: 6, bytes: 300_000 }, 'mirrored', async (app, ledger) => {
      await turnBack(app.page, version);
      await app.kill('both');
      if (version < 3) {
        // Those versions had neither vault nor sentinel.
        rmSync(vaultFolder(app), { recursive: true, force: true });
        rmSync(join(app.userData, 'sentinel.json'), { force: true });
      }
      await app.start();
      await aMoment(trial, 400);
      const page = await killAndStart(app, 'both');
      return compare(app, ledger, await reachHome(page));
    }),
}));
