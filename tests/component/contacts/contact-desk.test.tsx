import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ContactDesk } from '../../../renderer/features/contacts/contact-desk';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { listContacts } from '../../../renderer/data/contact-repository';
import { savePerson } from '../../../renderer/data/people-repository';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop, type FakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { button, press, renderPlain } from '../../helpers/render-plain';
import { useLive } from '../../../renderer/data/use-live';
import type { Case } from '#shared/domain/case';
import type { PaperSheet } from '#shared/ipc/contract';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.parse('2026-11-21T03:00:00Z');
const hour = 3_600_000;

function Desk({ id }: { readonly id: Case['id'] }) {
  const item = useLive(() => getCase(id), [id]);
  return item === undefined ? null : <ContactDesk item={item} present={now} />;
}

describe('reaching a buyer', { timeout: 30_000 }, () => {
  let desktop: FakeDesktop;
  const writeText = vi.fn((_text: string) => Promise.resolve());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    desktop = installFakeDesktop({ printPaper: () => ({ outcome: 'done' }) });
    writeText.mockClear();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    useToasts.setState({ toasts: [] });
    return () => {
      vi.useRealTimers();
    };
  });

  it('R7 R86 says what to try next, logs it, sets the next date, and prints all with numbers masked', async () => {
    const { id } = await createCase(makeCaseInput(), now);
    renderPlain(<Desk id={id} />);
    expect(await screen.findByText('现在试：旺旺/在线。')).toBeInTheDocument();
    press('记下');
    await waitFor(async () => {
      expect(await getCase(id)).toMatchObject({
        nextActionAt: now + 2 * hour,
        nextAction: '再联系 小鱼爱吃猫（旺旺/在线）',
      });
    });
    expect(await screen.findByText('今天 13:00 再试：旺旺/在线。')).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('号码或账号（选填）'), { target: { value: '13800138000' } });
    press(/^电话/);
    press('记下');
    await waitFor(async () => {
      expect(await listContacts(id)).toMatchObject([
        { channel: 'phone', result: 'noAnswer', phone: '13800138000' },
        { channel: 'chat', result: 'messageLeft' },
      ]);
    });
    await screen.findByText(/138\*{4}8000/);
    press('打印');
    await waitFor(() => {
      expect(desktop.calls.filter(({ name }) => name === 'printPaper')).toHaveLength(1);
    });
    const printed = desktop.calls.find(({ name }) => name === 'printPaper');
    const [sheet] = (printed?.args ?? []) as readonly PaperSheet[];
    expect(sheet?.tables[0]?.rows.map((row) => row.slice(2, 5))).toEqual([
      ['旺旺/在线', '无', '已留言'],
      ['电话', '138****8000', '没人接'],
    ]);
    fireEvent.click(screen.getByLabelText('显示完整号码'));
    // Printing is noted in the case before the next paper can be asked for.
    await waitFor(() => {
      expect(button('复制文字')).toBeEnabled();
    });
    press('复制文字');
    await waitFor(() => {
      expect(writeText.mock.lastCall?.[0]).toContain('2. 2026-11-21 11:00 · 电话 · 13800138000 · 没人接');
    });
  });

  it('R109 an attempt can be to somebody of the book; the number comes along', async () => {
    const wang = { role: 'outlet', name: '王站长', phone: '057187654321', wechat: '', company: '' };
    await savePerson({ ...wang, courier: '', shopId: null, note: '' }, now);
    const { id } = await createCase(makeCaseInput(), now);
    renderPlain(<Desk id={id} />);
    const whom = await screen.findByLabelText('联系谁');
    fireEvent.mouseDown(whom);
    fireEvent.click(await screen.findByText('王站长', { selector: '.ant-select-item-option-content' }));
    fireEvent.click(screen.getByRole('radio', { name: '联系上了' }));
    press('记下');
    await waitFor(async () => {
      expect(await listContacts(id)).toMatchObject([
        { who: '王站长', phone: '057187654321', result: 'reached' },
      ]);
    });
    expect(screen.queryByText(/记为无法联系/)).toBeNull();
  });
});
