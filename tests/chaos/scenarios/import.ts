import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goTo } from '../../helpers/seller';
import type { Scenario } from '../scenario';
import { aMoment, compare, fileCase, killAndStart, longMs, reachHome, victims, withShop } from '../shop';
import { countRows } from '../store';

const messages = 600;

/** A library of messages as another shop may have exported it. */
function writeLibrary(folder: string): string {
  const file = join(folder, 'library.csv');
  const lines = Array.from(
    { length: messages },
    (_line, index) => `"第 ${index} 条","${'好的亲'.repeat(40)}"`,
  );
  writeFileSync(file, `标题,内容\r\n${lines.join('\r\n')}\r\n`);
  return file;
}

/** Messages come in from a file and it is cut off: all of them are there, or none; all, where it said so. */
export const imports: readonly Scenario[] = victims.map((victim) => ({
  name: `kill-${victim}-import`,
  title: `SIGKILL of ${victim} while a file of messages is imported`,
  run: async (trial) => {
    const folder = mkdtempSync(join(tmpdir(), 'liudi-chaos-'));
    try {
      return await withShop(async (app, ledger) => {
        const { page } = app;
        await fileCase(page, ledger, '导入之前');
        await goTo(page, 'scripts');
        await page.locator('input[type="file"]').first().setInputFiles(writeLibrary(folder));
        await page.getByRole('button', { name: `导入 ${messages} 条` }).click({ timeout: longMs });
        await aMoment(trial, 700);
        const said = await page.getByText(`已导入 ${messages} 条话术`).isVisible();
        const again = await killAndStart(app, victim);
        const healed = await reachHome(again);
        const found = await compare(app, ledger, healed);
        const there = await countRows(app.page, 'scripts');
        const whole = there === messages || (there === 0 && !said);
        return { ...found, acked: found.acked + 1, lost: found.lost + (whole ? 0 : 1) };
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
}));
