import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLargeArchive } from '../../helpers/large-archive';
import { realArchives } from '../../helpers/real-archives';
import { goTo } from '../../helpers/seller';
import type { Scenario } from '../scenario';
import { fileCase, longMs, reachHome, withShop } from '../shop';
import { readStore } from '../store';

const moments = [
  { name: 'originals', title: 'while originals come', shown: /正在取回凭证原件/ },
  { name: 'rows', title: 'while rows are written', shown: /正在写入/ },
  { name: 'done', title: 'as soon as it says that it is done', shown: /恢复完成/ },
] as const;

/** A shop is replaced by an archive and cut off: what is there then is the old shop or the new one, whole. */
export const restore: readonly Scenario[] = moments.map(({ name, title, shown }) => ({
  name: `kill-restore-${name}`,
  title: `SIGKILL of both ${title} of a restore`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liudi-chaos-'));
    try {
      const { cases, files } = await makeLargeArchive(realArchives(folder));
      return await withShop(async (app, ledger) => {
        const { page } = app;
        await fileCase(page, ledger, '原来的买家');
        app.answerDialog({ kind: 'open', filePaths: [join(folder, 'shop.liudi')] });
        await goTo(page, 'settings');
        const card = page.getByRole('region', { name: '备份与恢复' });
        await card.getByRole('button', { name: '从归档恢复' }).click();
        await page.getByRole('button', { name: '选择归档文件…' }).click();
        await page.getByRole('button', { name: '用归档替换整个店' }).click({ timeout: longMs });
        await page.getByRole('dialog').getByText(shown).waitFor({ timeout: longMs });
        await app.kill('both');
        await reachHome(await app.start());
        const found = await readStore(app.page);
        const isNew = found.cases.length === cases && found.files.length === files;
        const isOld = name !== 'done' && found.cases.length === 1 && found.files.length === 0;
        const altered = found.files.filter(({ sha256, hash }) => hash !== sha256).length;
        return { acked: 1, lost: isNew || isOld ? 0 : 1, altered, healed: 0 };
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
}));
