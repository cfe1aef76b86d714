import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { LiudiApp } from '../../helpers/launch-app';
import { openFromList, showTab } from '../../helpers/seller';
import type { Scenario } from '../scenario';
import { withFiledShop } from '../kill-each';
import { compare, longMs, mirrored, reachHome, waitForTiles, type Ledger } from '../shop';
import { readStore, storeFolder } from '../store';

type Fault = {
  readonly name: string;
  readonly title: string;
  /** Needs rows in table files: they come with the tidying up after a kill. */
  readonly tidied?: boolean;
  /** Damages the closed store. */
  readonly damage: (folder: string, files: readonly string[], random: () => number) => void;
};

const all = (folder: string, files: readonly string[], sign: RegExp): string[] =>
  files.filter((name) => sign.test(name.replaceAll('\\', '/'))).map((name) => join(folder, name));

const tableFile = /\.leveldb\/\d+\.ldb$/;
const evidenceFile = /\.indexeddb\.blob\/.*\/[0-9a-f]+$/;

/** One evidence file of the store: the largest, so that no thumbnail is taken for it. */
function oneFile(folder: string, files: readonly string[]): string {
  const found = all(folder, files, evidenceFile).filter((file) => statSync(file).isFile());
  found.sort((a, b) => statSync(b).size - statSync(a).size);
  if (found[0] === undefined) throw new Error('no evidence file in the store');
  return found[0];
}

/** @param part of the file, from 0 up to 1 */
function flipBit(file: string, part: number): void {
  const bytes = readFileSync(file);
  const at = Math.floor(bytes.length * part);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** The ones that were measured to lose or alter data without an error. */
const faults: readonly Fault[] = [
  {
    name: 'wiped',
    title: 'the database folder is gone',
    damage: (folder) => {
      rmSync(folder, { recursive: true });
    },
  },
  {
    name: 'no-leveldb',
    title: 'only the files of evidence are left',
    damage: (folder) => {
      for (const name of readdirSync(folder)) {
        if (name.endsWith('.leveldb')) rmSync(join(folder, name), { recursive: true });
      }
    },
  },
  {
    name: 'no-current',
    title: 'CURRENT is gone',
    damage: (folder, files) => {
      for (const file of all(folder, files, /\/CURRENT$/)) rmSync(file);
    },
  },
  {
    name: 'cut-manifest',
    title: 'MANIFEST is cut to nothing',
    damage: (folder, files) => {
      for (const file of all(folder, files, /\/MANIFEST-\d+$/)) truncateSync(file, 0);
    },
  },
  {
    name: 'cut-log',
    title: 'half of the log is cut off',
    damage: (folder, files) => {
      for (const file of all(folder, files, /\.leveldb\/\d+\.log$/)) {
        truncateSync(file, Math.floor(statSync(file).size / 2));
      }
    },
  },
  {
    name: 'log-flipped',
    title: 'one bit of the log is flipped',
    damage: (folder, files) => {
      for (const file of all(folder, files, /\.leveldb\/\d+\.log$/)) flipBit(file, 0.5);
    },
  },
  {
    name: 'rows-flipped',
    title: 'one bit of each table file is flipped',
    tidied: true,
    damage: (folder, files, random) => {
      for (const file of all(folder, files, tableFile)) flipBit(file, random());
    },
  },
  {
    name: 'rows-cut',
    title: 'a table file is cut',
    tidied: true,
    damage: (folder, files, random) => {
      for (const file of all(folder, files, tableFile)) {
        truncateSync(file, Math.floor(statSync(file).size * random()));
      }
    },
  },
  {
    name: 'file-flipped',
    title: 'one bit of an original is flipped',
    damage: (folder, files) => {
      flipBit(oneFile(folder, files), 0.5);
    },
  },
  {
    name: 'file-cut',
    title: 'an original is cut',
    damage: (folder, files) => {
      const file = oneFile(folder, files);
      truncateSync(file, Math.floor(statSync(file).size / 2));
    },
  },
  {
    name: 'file-gone',
    title: 'an original is deleted',
    damage: (folder, files) => {
      rmSync(oneFile(folder, files));
    },
  },
];

const listFiles = (app: LiudiApp): readonly string[] =>
  readdirSync(storeFolder(app), { recursive: true, encoding: 'utf8' });
const isTable = (name: string): boolean => tableFile.test(name.replaceAll('\\', '/'));

/** Looks at every original, as a seller does; one that is not what came in is brought back. */
async function lookAtAll(app: LiudiApp, ledger: Ledger): Promise<number> {
  const { page } = app;
  const before = (await readStore(page)).files.filter(({ sha256, hash }) => hash !== sha256).length;
  if (before === 0) return 0;
  await openFromList(page, [...ledger.cases.values()][0] ?? '');
  await showTab(page, '凭证');
  await waitForTiles(page, ledger.files.size);
  const tiles = page.locator('[data-sha256]');
  for (let index = 0; index < ledger.files.size; index += 1) {
    await tiles.nth(index).click();
    await page.getByRole('dialog').getByText('与原件一致').waitFor({ timeout: longMs });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  const after = (await readStore(page)).files.filter(({ sha256, hash }) => hash !== sha256).length;
  return before - after;
}

/** The store is damaged while the app is closed. */
export const storeFaults: readonly Scenario[] = faults.map(({ name, title, damage, tidied = false }) => ({
  name: `store-${name}`,
  title,
  run: ({ random }) =>
    withFiledShop({ count: 5, bytes: 400_000 }, 'mirrored', async (app, ledger) => {
      if (tidied) {
        await app.kill('both');
        await reachHome(await app.start());
        await expect
          .poll(() => listFiles(app).filter(isTable).length, { timeout: longMs })
          .toBeGreaterThan(0);
        await mirrored(app.page);
      }
      await app.quit();
      damage(storeFolder(app), listFiles(app), random);
      const healed = await reachHome(await app.start());
      return compare(app, ledger, healed + (await lookAtAll(app, ledger)));
    }),
}));
