import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addComment, createCase, getCase, setCaseStatus } from '../../../renderer/data/case-repository';
import { writePrivacy } from '../../../renderer/data/privacy-settings';
import { PrivacyPage } from '../../../renderer/features/privacy/privacy-page';
import { leftovers } from '../../../renderer/features/privacy/leftovers';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);

describe('the privacy page', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    return () => {
      vi.useRealTimers();
    };
  });

  it('deletes a buyer after saying what goes and where traces may remain, and names what is left', async () => {
    const desktop = installFakeDesktop({
      findTraces: () => ({ found: { vaultJournal: 2 }, files: 9, bytes: 1 }),
    });
    const item = await createCase(makeCaseInput({ buyerId: '小鱼爱吃猫', description: '13812345678' }), now);
    const other = await createCase(makeCaseInput({ buyerId: '别人', orderNo: '5' }), now);
    await addComment(other.id, '和小鱼爱吃猫一起来的', now);
    renderPlain(<PrivacyPage onBack={() => undefined} />);
    fireEvent.click(await screen.findByRole('button', { name: '删除 小鱼爱吃猫 的全部资料' }));
    const dialog = await openDialog();
    expect(await dialog.findByText(/共 1 单、0 件凭证/)).toBeInTheDocument();
    for (const name of leftovers) {
      expect(document.querySelector(`[data-leftover="${name}"]`)?.textContent).not.toMatch(/privacy\./);
    }
    press('彻底删除', dialog);
    expect(await dialog.findByRole('alert')).toHaveTextContent('还有 1 处别的记录提到');
    expect(await getCase(item.id)).toBeUndefined();
    press('查一遍还有没有', dialog);
    expect(await dialog.findByText(/保险库流水.*× 2/)).toBeInTheDocument();
    const asked = desktop.calls.find(({ name }) => name === 'findTraces');
    expect(asked?.args[0]).toEqual(expect.arrayContaining(['小鱼爱吃猫', '13812345678']));
  });

  it('shows what anonymising takes before it is done, and asks once', async () => {
    installFakeDesktop();
    const old = now - 400 * 86_400_000;
    const item = await createCase(makeCaseInput({ buyerId: '很久以前' }), old);
    await setCaseStatus(item.id, 'closed', old);
    await writePrivacy({ retentionMonths: 12 });
    renderPlain(<PrivacyPage onBack={() => undefined} />);
    const card = within(await screen.findByRole('region', { name: '保存期限' }));
    expect(await card.findByText(/现在到期：1 单/)).toBeInTheDocument();
    press('现在匿名化', card);
    expect((await getCase(item.id))?.buyerId).toBe('很久以前');
    press('现在匿名化', await openDialog());
    await waitFor(async () => {
      expect((await getCase(item.id))?.buyerId).toMatch(/^匿名买家-/);
    });
    expect(await card.findByText('现在没有到期的售后单。')).toBeInTheDocument();
  });
});
