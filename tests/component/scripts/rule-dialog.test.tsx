import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { database } from '../../../renderer/data/database';
import { listRulesToQuote, saveRuleSnippet } from '../../../renderer/data/rule-snippet-repository';
import { RuleDialog } from '../../../renderer/features/scripts/rule-dialog';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';
import { ruleSnippets } from '#shared/knowledge/rule-snippets';

const now = Date.UTC(2026, 10, 22, 3);
const draft = { id: null, platform: null, title: '我的规矩', text: '定金不退' } as const;

describe('R120 rules to quote', { timeout: 30_000 }, () => {
  it('R120 a shipped one is put into other words, hidden and brought back; one is added', async () => {
    installFakeDesktop();
    renderPlain(<RuleDialog onClose={vi.fn()} />);
    const dialog = await openDialog();
    fireEvent.click(await dialog.findByLabelText('修改：七天无理由'));
    fireEvent.change(dialog.getByLabelText('规则原文'), { target: { value: ' ' } });
    press('保存', dialog);
    expect(await dialog.findByText('请填写')).toBeInTheDocument();
    fireEvent.change(dialog.getByLabelText('规则原文'), { target: { value: '七天内寄回就行' } });
    press('保存', dialog);
    expect(await dialog.findByText('恢复出厂')).toBeInTheDocument();
    expect(dialog.getByText('七天内寄回就行')).toBeInTheDocument();
    const own = (await listRulesToQuote()).find(({ id }) => id === 'noReason');
    // The other language keeps its words.
    expect(own?.text).toEqual({ zh: '七天内寄回就行', en: ruleSnippets[0]?.text.en });

    press('恢复出厂', dialog);
    expect(await dialog.findByText(ruleSnippets[0]?.text.zh ?? '')).toBeInTheDocument();
    fireEvent.click(dialog.getByLabelText('不再提供：七天无理由'));
    await waitFor(async () => {
      expect((await listRulesToQuote()).map(({ id }) => id)).not.toContain('noReason');
    });
    press('加一条规则', dialog);
    fireEvent.change(await dialog.findByLabelText('叫什么'), { target: { value: '定金规则' } });
    fireEvent.change(dialog.getByLabelText('规则原文'), { target: { value: '定金付了不退' } });
    press('保存', dialog);
    expect(await screen.findByText('定金付了不退')).toBeInTheDocument();
  });

  it('R120 nothing empty is kept, and damaged settings leave the shipped ones', async () => {
    for (const part of [{ title: ' ' }, { text: '' }])
      await expect(saveRuleSnippet({ ...draft, ...part }, 'zh', now)).rejects.toMatchObject({
        code: 'invalidInput',
      });
    await expect(saveRuleSnippet({ ...draft, id: 'gone' }, 'zh', now)).rejects.toMatchObject({
      code: 'notFound',
    });
    await database().settings.put({ key: 'ruleSnippets', value: 'broken' });
    expect(await listRulesToQuote()).toHaveLength(ruleSnippets.length);
  });
});
