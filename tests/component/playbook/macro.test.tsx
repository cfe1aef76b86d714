import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { logContact } from '../../../renderer/data/contact-repository';
import { listNotesOfCase } from '../../../renderer/data/note-repository';
import { readWalk } from '../../../renderer/data/case-walk';
import { answerStep, completeStep } from '../../../renderer/data/step-repository';
import { WalkPanel } from '../../../renderer/features/playbook/walk-panel';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { button, press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);
const day = 86_400_000;

describe('one key for a parcel that came back', { timeout: 30_000 }, () => {
  it('R34 R35 the form ticks field by field; then one press writes, flags, extends and copies', async () => {
    installFakeDesktop();
    vi.useFakeTimers({ toFake: ['Date'], now });
    const writeText = vi.fn((_text: string) => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const events = { 'order.shipped': now - day };
    const { id } = await createCase(
      makeCaseInput({ type: 'undeliverable', platform: 'taobao', events }),
      now,
    );
    await answerStep(id, 'why', 'noOutlet', now);
    await logContact(
      { caseId: id, channel: 'phone', who: '', result: 'reached', note: '', at: now, nextTryAt: null },
      '',
      now,
    );
    const none = vi.fn();
    const actions = {
      copyReturnInfo: vi.fn(() => Promise.resolve()),
      openSlip: none,
      openWrongShipment: none,
      openMemo: none,
      openEvidence: none,
      openScripts: none,
      openClosing: none,
      renderContact: () => null,
    };
    renderPlain(<WalkPanel caseId={id} present={now} actions={actions} />);
    expect(await screen.findAllByRole('checkbox')).toHaveLength(7);
    fireEvent.click(screen.getByRole('checkbox', { name: '收件人' }));
    press('记下，完成');
    expect(await screen.findByText('还有没核对的，逐项打勾')).toBeInTheDocument();
    const filled = 'receiver phone address goods count value sender';
    await completeStep(id, 'ems', { values: { carrier: 'ems', waybill: 'EA123456789CN', filled } }, now);
    await answerStep(id, 'first-time', 'none', now);

    fireEvent.change(await screen.findByLabelText('处理人（署名）'), { target: { value: '阿留' } });
    const memo = '因快递不到退回，已改发EMS，新单号 EA123456789CN / 阿留 / 2026-11-21';
    expect(await screen.findByText(memo)).toBeInTheDocument();
    expect(screen.getByText(/旗帜点成蓝旗/)).toBeInTheDocument();
    expect(screen.getByText(/延长交易 10 天，到/)).toBeInTheDocument();
    expect(button(/一键完成并复制备注/)).toHaveAttribute('aria-keyshortcuts', 'Control+1');
    press(/一键完成并复制备注/);
    await waitFor(() => {
      expect(writeText).toHaveBeenCalledWith(memo);
    });
    expect(await listNotesOfCase(id)).toMatchObject([{ text: memo, flag: 'blue' }]);
    const done = (await readWalk(id))?.walk.finished.map(({ step }) => step.id);
    expect(done).toEqual(expect.arrayContaining(['memo-resend', 'extend-trade']));
    vi.useRealTimers();
  });
});
