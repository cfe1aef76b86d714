import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import {
  addCommitment,
  keepCommitment,
  listCommitmentsOfCase,
  listCredit,
} from '../../../renderer/data/commitment-repository';
import { recordEvent } from '../../../renderer/data/deadline-repository';
import { listPendingReminders, readRepeat } from '../../../renderer/data/reminder-repository';
import { useLive } from '../../../renderer/data/use-live';
import { CaseForm } from '../../../renderer/features/cases/case-form';
import { CloseDialog } from '../../../renderer/features/playbook/close-dialog';
import { CaseHeader } from '../../../renderer/features/cases/case-header';
import { useCaseFilter } from '../../../renderer/features/cases/case-filter-store';
import { NextActionCard } from '../../../renderer/features/cases/next-action-card';
import { QueueTags } from '../../../renderer/features/cases/queue-tags';
import { CommitmentCard } from '../../../renderer/features/commitments/commitment-card';
import { CommitmentPanel } from '../../../renderer/features/commitments/commitment-panel';
import { TodayList } from '../../../renderer/features/today/today-screen';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';
import type { Case, CaseInput } from '#shared/domain/case';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const hour = 3_600_000;
const credit = {
  kind: 'credit',
  text: '上次的余款',
  amountFen: 1200,
  account: '',
  trigger: 'nextOrder',
  withinHours: 0,
  at: null,
} as const;
const callBack = { ...credit, kind: 'other', text: '回电话', amountFen: null, trigger: 'date' } as const;

vi.setConfig({ testTimeout: 30_000 });

function Live({ id, show }: { readonly id: Case['id']; readonly show: (item: Case) => React.ReactNode }) {
  const item = useLive(() => getCase(id), [id]);
  return item === undefined ? null : show(item);
}
async function open(show: (item: Case) => React.ReactNode, part: Partial<CaseInput> = {}): Promise<Case> {
  const item = await createCase(makeCaseInput(part), now);
  renderPlain(<Live id={item.id} show={show} />);
  return item;
}
const card = (item: Case) => <CommitmentCard item={item} present={now} />;
const next = (item: Case) => <NextActionCard item={item} present={now} />;

beforeEach(() => {
  installFakeDesktop();
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('promises on the Work tab', () => {
  it('R12 needs an amount, then waits for the trade, and says to whom and until when', async () => {
    const user = userEvent.setup();
    const item = await open(card);
    await user.click(await screen.findByRole('button', { name: '记一笔承诺' }));
    await user.type(await screen.findByLabelText('金额（元）'), '0{Enter}');
    expect(await screen.findByText(/填大于 0 的金额/)).toBeInTheDocument();
    expect(await listCommitmentsOfCase(item.id)).toEqual([]);
    await user.clear(screen.getByLabelText('金额（元）'));
    await user.type(screen.getByLabelText('金额（元）'), '12.5');
    await user.type(screen.getByLabelText('打到哪里'), '支付宝 138{Enter}');
    expect(await screen.findByText('垫付运费 ¥12.50')).toBeInTheDocument();
    expect(screen.getByText('交易成功后兑现 · 最晚 11 月 28 日 12:00 去看')).toBeInTheDocument();
    expect(screen.getByText('支付宝 138')).toBeInTheDocument();
    await recordEvent(item.id, 'trade.succeeded', now - hour, now);
    expect(await screen.findByText('交易成功后，明天 11:00 前')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '兑现了' }));
    await user.click(await screen.findByRole('button', { name: '已兑现' }));
    await waitFor(async () => expect((await listCommitmentsOfCase(item.id))[0]?.state).toBe('kept'));
  });

  it('is off only with a reason', async () => {
    const item = await open(card);
    await addCommitment(item.id, { ...callBack, at: now + hour }, now);
    press('不用了', await waitFor(() => within(screen.getByRole('listitem'))));
    const ok = await screen.findByText('确定不用');
    expect(ok).toBeDisabled();
    fireEvent.change(screen.getByLabelText('为什么不用兑现了'), { target: { value: '买家撤销了' } });
    fireEvent.click(ok);
    expect(await screen.findByText('今天 12:00 取消：买家撤销了')).toBeInTheDocument();
  });

  it('R13 the next case of the buyer offers the credit, a part of it or all', async () => {
    const first = await createCase(makeCaseInput(), now);
    await addCommitment(first.id, credit, now);
    const item = await open(card, { orderNo: '2' });
    const field = await screen.findByLabelText('这单抵用多少元');
    expect(screen.getByText('这位买家还有余款 ¥12.00 可抵')).toBeInTheDocument();
    fireEvent.change(field, { target: { value: '12.01' } });
    expect(screen.getByText('这单用掉')).toBeDisabled();
    fireEvent.change(field, { target: { value: '5' } });
    press('这单用掉');
    expect(await screen.findByText('这位买家还有余款 ¥7.00 可抵')).toBeInTheDocument();
    expect((await listCredit(item.platform, item.buyerId))[0]?.amountFen).toBe(700);
  });

  it('R13 the form of a new case tells of the credit as soon as the buyer is typed', async () => {
    const first = await createCase(makeCaseInput(), now);
    await addCommitment(first.id, credit, now);
    const draft = { buyerId: ' 小鱼爱吃猫 ', platform: 'pdd', shopId: '', appliedAt: '', nextAt: '' };
    renderPlain(
      <CaseForm draft={draft as never} problems={{}} shops={[]} now={now} onChange={() => undefined} />,
    );
    expect(await screen.findByText(/这位买家还有余款 ¥12.00 可抵/)).toBeInTheDocument();
  });

  it('R12 closing a case names its open promises, and closes all the same when told to', async () => {
    const item = await createCase(makeCaseInput({ liability: 'shop' }), now);
    const id = await addCommitment(item.id, { ...callBack, at: now + hour }, now);
    const closed = vi.fn();
    renderPlain(<CloseDialog caseId={item.id} onClose={closed} />);
    const dialog = await openDialog();
    expect(await dialog.findByText(/还有 1 个承诺没兑现：回电话/)).toBeInTheDocument();
    fireEvent.change(dialog.getByLabelText('真实原因'), { target: { value: '色差' } });
    press(/^结案/, { getAllByText: (text) => dialog.getAllByText(text, { selector: 'button' }) });
    await waitFor(async () => expect((await getCase(item.id))?.status).toBe('closed'));
    await keepCommitment(id, null, now);
  });
});

describe('promises on Today', () => {
  it('R12 stand among the rows, D keeps them; what only waits is never overdue', async () => {
    const item = await createCase(makeCaseInput({ nextActionAt: now + 50 * hour, nextAction: '等' }), now);
    await addCommitment(item.id, { ...callBack, at: now + hour }, now - hour);
    await addCommitment(
      item.id,
      { ...credit, kind: 'freight', text: '', trigger: 'tradeSucceeded', at: now - hour },
      now - 2 * hour,
    );
    renderPlain(<TodayList onOpen={() => undefined} onNew={() => undefined} />);
    expect(await screen.findByText('兑现：回电话')).toBeInTheDocument();
    expect(screen.getByText('看交易成功没有：垫付运费 ¥12.00')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: /已逾期/ })).toBeNull();
    fireEvent.keyDown(screen.getByRole('group', { name: '今日' }), { key: 'd' });
    await waitFor(() => expect(screen.queryByText('兑现：回电话')).toBeNull());
    expect((await listCommitmentsOfCase(item.id)).map(({ state }) => state)).toEqual(['open', 'kept']);
  });

  it('R13 everything owed is listed with its sum, credit last', async () => {
    const item = await createCase(makeCaseInput(), now);
    await addCommitment(item.id, credit, now);
    await addCommitment(item.id, { ...callBack, amountFen: 300, at: now + hour }, now);
    renderPlain(<CommitmentPanel onOpen={() => undefined} />);
    const panel = await screen.findByRole('region', { name: '欠买家的' });
    expect(panel).toHaveTextContent('2 · ¥15.00');
    expect(
      within(panel)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual([
      expect.stringContaining('回电话 ¥3.00'),
      expect.stringContaining('余款 ¥12.00（上次的余款）'),
    ]);
  });
});

describe('the next step of a case', () => {
  it('R7 says which clock of ours runs instead of calling it a fault', async () => {
    await open(next, { events: { 'aftersale.applied': now - hour } });
    expect(await screen.findByText('处理仅退款申请')).toBeInTheDocument();
    expect(screen.queryByText('还没定下一步')).toBeNull();
  });

  it('R7 is a fault with neither a date nor a clock of our own', async () => {
    await open(next, { platform: 'other' });
    expect(await screen.findByText('还没定下一步')).toBeInTheDocument();
  });

  it('R111 a repeat is set together with the follow-up, and changed at once afterwards', async () => {
    const item = await open(next);
    fireEvent.change(await screen.findByLabelText('下一步做什么', { selector: 'input' }), {
      target: { value: '催视频' },
    });
    const days = screen.getByLabelText(/定期跟进/);
    fireEvent.change(days, { target: { value: '3' } });
    const when = document.querySelector<HTMLInputElement>('.when input');
    if (when === null) throw new Error('no field');
    fireEvent.change(when, { target: { value: '+1h' } });
    press('定下一步');
    await waitFor(async () => expect(await readRepeat(item.id)).toBe(3));
    expect((await listPendingReminders()).map(({ text }) => text)).toContain('催视频');
    fireEvent.change(days, { target: { value: '7' } });
    await waitFor(async () => expect(await readRepeat(item.id)).toBe(7));
  });
});

describe('what stands above every decision', () => {
  it('R64 where the goods are', async () => {
    await open(
      (one) => (
        <CaseHeader
          item={one}
          onPack={() => undefined}
          onSlip={() => undefined}
          onScripts={() => undefined}
          onClosing={() => undefined}
        />
      ),
      {
        goods: 'returning',
      },
    );
    expect(await screen.findByText('货品：退回途中')).toBeInTheDocument();
  });

  it('R59 the three queues with their counts; a click filters, a second one shows all', async () => {
    await createCase(makeCaseInput({ events: { 'aftersale.applied': now - hour } }), now);
    renderPlain(<QueueTags />);
    const tag = await screen.findByText('待处理 1');
    fireEvent.click(tag);
    expect(useCaseFilter.getState().filter).toMatchObject({ status: 'open', queue: 'pending' });
    fireEvent.click(tag);
    expect(useCaseFilter.getState().filter.queue).toBeUndefined();
  });
});
