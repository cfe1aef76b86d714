import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { readWalk } from '../../../renderer/data/case-walk';
import { dropPlaybook, savePlaybook } from '../../../renderer/data/playbook-repository';
import {
  listScripts,
  removeScript,
  restoreScript,
  saveScript,
} from '../../../renderer/data/script-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { answerStep, moveStage } from '../../../renderer/data/step-repository';
import { CloseDialog } from '../../../renderer/features/playbook/close-dialog';
import { GateDialog } from '../../../renderer/features/playbook/gate-dialog';
import { WalkPanel } from '../../../renderer/features/playbook/walk-panel';
import { useGate } from '../../../renderer/state/gate-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { button, openDialog, press, renderPlain } from '../../helpers/render-plain';
import { ContactDesk } from '../../../renderer/features/contacts/contact-desk';
import { changeStep } from '#shared/domain/playbook-edit';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import type { Case, CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '{order}<img src=x onerror=alert(1)>$&';

async function start(part: Partial<CaseInput>): Promise<CaseId> {
  return (await createCase(makeCaseInput({ platform: 'taobao', ...part }), now)).id;
}

function show(caseId: CaseId) {
  const actions = {
    copyReturnInfo: vi.fn(() => Promise.resolve()),
    openSlip: vi.fn(),
    openWrongShipment: vi.fn(),
    openMemo: vi.fn(),
    openEvidence: vi.fn(),
    openScripts: vi.fn(),
    openClosing: vi.fn(),
    renderContact: (item: Case, present: number) => <ContactDesk item={item} present={present} />,
  };
  renderPlain(
    <>
      <WalkPanel caseId={caseId} present={now} actions={actions} />
      <GateDialog />
    </>,
  );
  return actions;
}

const stageOf = async (id: CaseId) => (await readWalk(id))?.walk.stage.id;

describe('the walk of a case', { timeout: 30_000 }, () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    writeText.mockClear();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    useToasts.setState({ toasts: [] });
    useGate.setState({ request: null });
    return () => {
      vi.useRealTimers();
    };
  });

  it('R17 a closed gate opens its window, takes a reason and then does what was asked', async () => {
    const id = await start({ type: 'returnRefund' });
    await answerStep(id, 'claim-kind', 'quality', now);
    await moveStage(id, 'decide', now, '买家催得急');
    show(id);
    await screen.findByText('认可至少一张问题照片或视频');
    press('同意');
    const dialog = await openDialog();
    expect(await dialog.findByText('质量问题先看图')).toBeInTheDocument();
    const go = button('仍要继续', dialog);
    expect(go).toBeDisabled();
    fireEvent.change(dialog.getByLabelText('原因'), { target: { value: '视频通话里看过' } });
    fireEvent.click(go);
    await waitFor(async () => {
      expect((await getCase(id))?.events).toHaveProperty(['aftersale.agreed']);
    });
    expect((await listEvents(id)).find(({ kind }) => kind === 'gateOverridden')?.data).toMatchObject({
      gate: 'faultPhoto',
      reason: '视频通话里看过',
    });
  });

  it('giving a gate up changes nothing', async () => {
    const id = await start({ type: 'returnRefund', goods: 'returning' });
    await moveStage(id, 'pay', now, '补录旧单子');
    show(id);
    await screen.findByText('质检通过，或扣款已谈好');
    press('已在平台退款');
    press('取消', await openDialog());
    expect((await getCase(id))?.events).toEqual({});
    expect((await listEvents(id)).map(({ kind }) => kind)).not.toContain('stepDone');
  });

  it('a jump explains itself and is taken with a reason', async () => {
    const id = await start({ type: 'returnRefund' });
    show(id);
    await screen.findByText('问清是哪一类问题');
    press('退款', within(screen.getByLabelText('阶段')));
    const dialog = await openDialog();
    expect(dialog.getByText(/没有从“核实”到“退款”的路/)).toBeInTheDocument();
    fireEvent.change(dialog.getByLabelText('原因'), { target: { value: '线下已退回' } });
    press('仍要跳过去', dialog);
    await waitFor(async () => {
      expect(await stageOf(id)).toBe('pay');
    });
  });

  it('R45 a text with a blank is not copied; paid and refund give what to pay', async () => {
    const id = await start({ type: 'partialRefund', amountFen: 10_000, buyerId: hostile });
    show(id);
    fireEvent.click(await screen.findByText('教买家怎么填'));
    expect(await screen.findByText(/还要填：退款、付给卖家/)).toBeInTheDocument();
    expect(screen.queryByText('复制话术')).toBeNull();
    fireEvent.change(screen.getByLabelText('退款'), { target: { value: '10' } });
    fireEvent.click(await screen.findByText('复制话术'));
    await waitFor(() => {
      expect(writeText).toHaveBeenCalledOnce();
    });
    expect(writeText.mock.lastCall?.[0]).toContain(
      '您实付 100.00 元，这次退 10 元，所以“需要付给卖家”一栏填 90.00 元',
    );
    await waitFor(async () => {
      expect((await readWalk(id))?.facts.steps['how-to-fill']?.state).toBe('done');
    });
  });

  it('a step copies the seller’s own words of its message, what was typed into it as typed, and counts it', async () => {
    const id = await start({ type: 'refundOnly', buyerId: hostile, orderNo: '123' });
    const shipped = shippedScripts.find((one) => one.id === 'M27');
    if (shipped === undefined) throw new Error('M27');
    const words = '我改过的：会员名 {买家ID}，订单 {订单号}，{补充}';
    await saveScript({ ...shipped, text: { 'zh-CN': words, en: words } }, now);
    await answerStep(id, 'claim-kind', 'quality', now);
    show(id);
    fireEvent.click(await screen.findByText('请买家发照片或视频'));
    fireEvent.change(await screen.findByLabelText('补充'), { target: { value: '{x}\\rtf1 $& <b>' } });
    fireEvent.click(await screen.findByText('复制话术'));
    await waitFor(() => {
      expect(writeText).toHaveBeenCalledOnce();
    });
    expect(writeText.mock.lastCall?.[0]).toBe(`我改过的：会员名 ${hostile}，订单 123，{x}\\rtf1 $& <b>`);
    expect(document.querySelector('img')).toBeNull();
    await waitFor(async () => {
      expect((await listScripts()).find((one) => one.id === 'M27')?.uses).toBe(1);
    });
    await restoreScript('M27');
  });

  it('a message taken out of the lists is copied in its shipped words, and said; a deleted own one is said', async () => {
    const id = await start({ type: 'refundOnly' });
    await answerStep(id, 'claim-kind', 'quality', now);
    await removeScript('M27', now);
    show(id);
    fireEvent.click(await screen.findByText('请买家发照片或视频'));
    expect(await screen.findByText(/你已不再显示，这里用的是原文/)).toBeInTheDocument();
    expect(screen.getByText(/一张整体、一张近处/)).toBeInTheDocument();
    await restoreScript('M27');
    await waitFor(() => {
      expect(screen.queryByText(/你已不再显示/)).toBeNull();
    });
    const book = (await readWalk(id))?.playbook;
    if (book === undefined) throw new Error('no procedure');
    await savePlaybook(changeStep(book, 'ask-photos', { script: 'own.gone' }), now);
    expect(await screen.findByText(/话术已经删除了/)).toBeInTheDocument();
    await dropPlaybook(book.key);
  });

  it('R7 an attempt without an answer asks when to try again', async () => {
    const id = await start({ type: 'refundOnly' });
    show(id);
    await screen.findByText('主动联系买家');
    expect(await screen.findByLabelText('下次再试')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: '联系上了' }));
    await waitFor(() => {
      expect(screen.queryByLabelText('下次再试')).toBeNull();
    });
    press('记下');
    await waitFor(async () => {
      expect((await readWalk(id))?.walk.finished.map(({ step }) => step.id)).toContain('contact-buyer');
    });
  });

  it('a step shows where it comes from', async () => {
    show(await start({ type: 'returnRefund' }));
    fireEvent.click(await screen.findByText('依据'));
    expect(screen.getByText(/质量问题先看图再处理/)).toBeInTheDocument();
  });

  it('R2 R4 closing warns, wants the real reason and shares that add up', async () => {
    const id = await start({ type: 'returnRefund', liability: 'courier' });
    const closed = vi.fn();
    renderPlain(<CloseDialog caseId={id} onClose={closed} />);
    const dialog = await openDialog();
    expect(await dialog.findByText(/还有 1 步没做：问清是哪一类问题/)).toBeInTheDocument();
    expect(dialog.getByText(/还没有记录退款/)).toBeInTheDocument();
    const percent = dialog.getByLabelText('快递承担的百分比');
    fireEvent.change(percent, { target: { value: '70' } });
    const save = within(document.body).getByRole('button', { name: /^结案 Ctrl/ });
    fireEvent.click(save);
    expect(await dialog.findByText('各方比例要是整数，合计 100 %')).toBeInTheDocument();
    expect(dialog.getByText('请写真实原因')).toBeInTheDocument();
    expect((await getCase(id))?.status).toBe('open');
    press('再加一方', dialog);
    fireEvent.change(dialog.getByLabelText('真实原因'), { target: { value: '快递暴力分拣' } });
    fireEvent.click(save);
    await waitFor(() => {
      expect(closed).toHaveBeenCalledOnce();
    });
    expect(await getCase(id)).toMatchObject({
      status: 'closed',
      liability: 'shared',
      closing: { realReason: '快递暴力分拣', shares: [{ percent: 70 }, { percent: 30 }] },
    });
  });
});
