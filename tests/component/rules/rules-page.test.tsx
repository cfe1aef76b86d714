import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readDraft } from '../../../renderer/data/draft-repository';
import { listRuleEntries, readCalendar, readPauses } from '../../../renderer/data/rule-repository';
import { RulesPage } from '../../../renderer/features/rules/rules-page';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { renderPlain } from '../../helpers/render-plain';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const id = 'pdd.refund-only.review';

// Typing in jsdom is slow on a shared computer.
vi.setConfig({ testTimeout: 60_000 });

async function openRule(search: string, title: RegExp): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
  renderPlain(<RulesPage onBack={() => undefined} />);
  // Looking up roles among 196 rows is slow in jsdom: the list is made short first.
  await user.click(await screen.findByPlaceholderText('规则名、来源编号'));
  await user.paste(search);
  await user.click(await screen.findByText(title, { selector: '.rules-row .ellipsis' }));
  return user;
}

const entryOf = async () => (await listRuleEntries()).find(({ rule }) => rule.id === id);

describe('the rule editor', () => {
  beforeEach(() => {
    installFakeDesktop();
    vi.useFakeTimers({ toFake: ['Date'], now });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('R133 edits a copy, says its answer before it is saved, and goes back to the shipped rule', async () => {
    const user = await openRule(id, /^处理仅退款申请/);
    const length = await screen.findByLabelText('时长');
    await user.clear(length);
    await user.type(length, '24');
    const trial = screen.getByRole('region', { name: '试算' });
    await user.type(within(trial).getByRole('textbox', { name: '买家申请售后' }), '今天 10:00');
    expect(await within(trial).findByText('2026-11-22 10:00')).toBeInTheDocument();
    expect(within(trial).getByText(/从“买家申请售后”起算：2026-11-21 10:00/)).toBeInTheDocument();
    expect((await entryOf())?.edited).toBe(false);
    await user.click(screen.getByText(/保存副本/));
    await waitFor(async () => {
      expect(await entryOf()).toMatchObject({ edited: true, rule: { timing: { n: 24 }, version: 2 } });
    });
    await user.click(await screen.findByText('恢复随附规则', {}, { timeout: 5000 }));
    await waitFor(async () => {
      expect(await entryOf()).toMatchObject({ edited: false, rule: { timing: { n: 48 } } });
    });
  });

  it('says in words what is wrong and saves nothing', async () => {
    const user = await openRule(id, /^处理仅退款申请/);
    const length = await screen.findByLabelText('时长');
    await user.clear(length);
    await user.type(length, '两天');
    expect(await screen.findByRole('alert')).toHaveTextContent('时长要是大于 0 的整数');
    expect(screen.getByText(/保存副本/)).toBeDisabled();
    await waitFor(async () => {
      expect(await readDraft(`rule:${id}@1`)).toMatchObject({ parts: [{ n: '两天' }] });
    });
    expect((await entryOf())?.edited).toBe(false);
  });

  it('finds a rule by its source row, and switches one off', async () => {
    const user = await openRule(id, /^处理仅退款申请/);
    const search = screen.getByPlaceholderText('规则名、来源编号');
    await user.click(screen.getByLabelText('启用：处理仅退款申请'));
    await waitFor(async () => {
      expect((await entryOf())?.rule.enabled).toBe(false);
    });
    await user.clear(search);
    await user.paste('S45');
    expect(await screen.findByText('没有符合的规则')).toBeInTheDocument();
  });

  it('imports a year of the work calendar as two lists of days', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderPlain(<RulesPage onBack={() => undefined} />);
    await user.click(await screen.findByText('工作日历'));
    await user.click(await screen.findByRole('button', { name: '粘贴导入' }));
    const field = screen.getByRole('textbox', { name: '粘贴导入' });
    await user.click(field);
    await user.paste('{"years": {"2027": {"off": ["2027-01-01"], "work": ["2027-02-30"]}}}');
    await user.click(screen.getByRole('button', { name: '导入' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('2027');
    await user.clear(field);
    await user.click(field);
    await user.paste('{"years": {"2027": {"off": ["2027-01-01"], "work": ["2027-02-20"]}}}');
    await user.click(screen.getByRole('button', { name: '导入' }));
    await waitFor(async () => {
      expect((await readCalendar()).years['2027']).toEqual({ off: ['2027-01-01'], work: ['2027-02-20'] });
    });
    // The form of this year is there until the imported one takes its place.
    await waitFor(() => {
      expect(screen.getByLabelText(/^放假/)).toHaveValue('01-01');
    });
    const off = screen.getByLabelText(/^放假/);
    await user.type(off, '{Enter}05-01~05-03');
    await user.click(screen.getByRole('button', { name: '保存 2027 年' }));
    await waitFor(async () => {
      expect((await readCalendar()).years['2027']?.off).toEqual([
        '2027-01-01',
        '2027-05-01',
        '2027-05-02',
        '2027-05-03',
      ]);
    });
  });

  it('adds a pause of a platform and refuses one that ends before it begins', async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderPlain(<RulesPage onBack={() => undefined} />);
    await user.click(await screen.findByText('平台暂停'));
    await user.type(await screen.findByLabelText('开始'), '2027-02-05');
    await user.type(screen.getByLabelText('结束（含当天）'), '2027-02-01');
    await user.click(screen.getByRole('button', { name: /添\s?加/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('结束要晚于开始');
    await user.clear(screen.getByLabelText('结束（含当天）'));
    await user.type(screen.getByLabelText('结束（含当天）'), '2027-02-12');
    await user.click(screen.getByRole('button', { name: /添\s?加/ }));
    await waitFor(async () => {
      expect((await readPauses())[0]).toMatchObject({
        platform: 'jd',
        from: '2027-02-05',
        to: '2027-02-12',
      });
    });
  });
});
