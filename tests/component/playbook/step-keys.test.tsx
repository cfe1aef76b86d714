import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useHotkeys } from '../../../renderer/app/use-hotkeys';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { answerStep, completeStep, skipStep } from '../../../renderer/data/step-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { WalkPanel } from '../../../renderer/features/playbook/walk-panel';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { button, openDialog, press, renderPlain } from '../../helpers/render-plain';
import type { CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 21, 3);

function Panel({ caseId }: { readonly caseId: CaseId }) {
  useHotkeys();
  const actions = {
    copyReturnInfo: () => Promise.resolve(),
    openSlip: vi.fn(),
    openWrongShipment: vi.fn(),
    openMemo: vi.fn(),
    openEvidence: vi.fn(),
    openScripts: vi.fn(),
    openClosing: vi.fn(),
    renderContact: () => null,
  };
  return <WalkPanel caseId={caseId} present={now} actions={actions} />;
}

async function start(part: Partial<CaseInput>): Promise<CaseId> {
  const { id } = await createCase(makeCaseInput({ platform: 'taobao', ...part }), now);
  useScreen.setState({ screen: 'cases', caseId: id, overlay: null });
  return id;
}

const ctrl = (key: string) => fireEvent.keyDown(document.body, { key, ctrlKey: true });

describe('a step by its keys', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
      useScreen.setState({ screen: 'today', caseId: null });
    };
  });

  it('R48 Ctrl+3 gives the third answer, Ctrl+1 does what has one button, a number too many does nothing', async () => {
    const id = await start({ type: 'unshippedRefund', goods: 'unpacked' });
    renderPlain(<Panel caseId={id} />);
    expect(await screen.findByRole('button', { name: '已打包' })).toHaveAttribute(
      'aria-keyshortcuts',
      'Control+3',
    );
    ctrl('6');
    ctrl('3');
    expect(await screen.findByRole('heading', { name: '通知做单人或厂家撤单' })).toBeInTheDocument();
    expect((await getCase(id))?.goods).toBe('packed');
    fireEvent.change(screen.getByLabelText('通知了谁'), { target: { value: '仓库' } });
    ctrl('1');
    expect(await screen.findByRole('heading', { name: '撤单的明确回复' })).toBeInTheDocument();
  });

  it('R85 R91 a day typed in words is the next thing to do, in the words of the screen', async () => {
    const id = await start({ type: 'undeliverable', goods: 'inTransit' });
    await answerStep(id, 'why', 'suspended', now);
    await completeStep(id, 'contact-buyer', {}, now);
    await answerStep(id, 'choice', 'wait', now);
    await completeStep(id, 'tell-courier', { values: { what: '等' } }, now);
    await completeStep(id, 'memo', {}, now);
    renderPlain(<Panel caseId={id} />);
    const when = await screen.findByLabelText('预计');
    fireEvent.change(when, { target: { value: '过几天' } });
    press('记下，完成');
    expect(await screen.findByText('请写时间，如 明天 9点、+2d')).toBeInTheDocument();
    fireEvent.change(when, { target: { value: '明天 9点' } });
    press('记下，完成');
    await waitFor(async () => {
      expect(await getCase(id)).toMatchObject({
        nextAction: '问恢复发货了没有',
        nextActionAt: Date.UTC(2026, 10, 22, 1),
        waitingOn: 'courier',
      });
    });
  });

  it('R61 a decision that was left out is named, and a way on is taken with a typed reason', async () => {
    const id = await start({ type: 'lost' });
    await completeStep(id, 'reported', {}, now);
    for (const step of ['delay', 'found', 'memo']) await skipStep(id, step, '快递一直不回复', now);
    renderPlain(<Panel caseId={id} />);
    expect(await screen.findByText(/“查件结果”没有做，往哪走就没有定/)).toBeInTheDocument();
    fireEvent.click(button('→ 补发还是退款'));
    const dialog = await openDialog();
    fireEvent.change(dialog.getByLabelText('原因'), { target: { value: '按丢件处理' } });
    press('仍要跳过去', dialog);
    expect(await screen.findByRole('heading', { name: '主动联系买家' })).toBeInTheDocument();
    const moved = (await listEvents(id)).find(({ kind }) => kind === 'stageMoved');
    expect(moved?.data['reason']).toBe('按丢件处理');
  });
});
