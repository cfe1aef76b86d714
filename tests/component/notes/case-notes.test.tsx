import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { readDraft } from '../../../renderer/data/draft-repository';
import { listNotesOfCase } from '../../../renderer/data/note-repository';
import { saveShop } from '../../../renderer/data/shop-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { CaseNotes } from '../../../renderer/features/notes/case-notes';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import type { Case } from '#shared/domain/case';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '<img src=x onerror=alert(1)>';

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}
function wholeNote(): HTMLElement {
  return screen.getByLabelText('备注全文');
}

async function openNotes(part: Parameters<typeof makeCaseInput>[0] = {}): Promise<Case> {
  const shop = await saveShop(
    { platform: 'pdd', name: '某某服饰', signature: '阿宁', addressId: null, sample: false },
    now,
  );
  const item = await createCase(makeCaseInput({ type: 'returnRefund', shopId: shop.id, ...part }), now);
  renderPlain(<CaseNotes caseId={item.id} />);
  await screen.findByLabelText('内容');
  return item;
}

describe('the memos of a case', { timeout: 20_000 }, () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    writeText.mockClear();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    useToasts.setState({ toasts: [] });
    return () => {
      vi.useRealTimers();
    };
  });

  it('R28 R29 R182 composes content, reason, signature and day, with the blue flag', async () => {
    const item = await openNotes();
    expect(wholeNote()).toHaveTextContent('退货退款 质量问题 袖口开线，来回运费店铺承担 / 阿宁 / 2026-11-21');
    expect(screen.getByRole('radio', { name: /蓝旗/ })).toBeChecked();
    fireEvent.click(screen.getByRole('button', { name: /^保存 Ctrl/ }));
    await waitFor(async () => {
      expect(await listNotesOfCase(item.id)).toHaveLength(1);
    });
    const [note] = await listNotesOfCase(item.id);
    expect(note).toMatchObject({ flag: 'blue', pastedAt: null, orderNo: item.orderNo });
    expect(writeText).not.toHaveBeenCalled();
  });

  it('R182 does not save without the reason, and says what is missing', async () => {
    const item = await openNotes();
    type('原因', ' ');
    fireEvent.keyDown(screen.getByLabelText('原因'), { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText(/请填写“原因”/)).toBeInTheDocument();
    expect(await listNotesOfCase(item.id)).toEqual([]);
  });

  it('R28 one key saves and copies, and the draft is gone', async () => {
    const item = await openNotes();
    type('原因', '色差');
    fireEvent.keyDown(document.body, { key: 'C', ctrlKey: true, shiftKey: true });
    await waitFor(() => {
      expect(writeText).toHaveBeenCalledOnce();
    });
    const [note] = await listNotesOfCase(item.id);
    expect(writeText.mock.lastCall).toEqual([note?.text]);
    expect(note?.text).toContain('色差');
    expect(await readDraft(`note:${item.id}`)).toBeUndefined();
  });

  it('a clipboard that refuses is told, and the memo is kept once', async () => {
    writeText.mockRejectedValueOnce(new Error('denied'));
    const item = await openNotes();
    fireEvent.click(screen.getByRole('button', { name: /保存并复制/ }));
    await waitFor(() => {
      expect(useToasts.getState().toasts.map((toast) => toast.tone)).toEqual(['error']);
    });
    expect(await listNotesOfCase(item.id)).toHaveLength(1);
  });

  it('Enter of an input method that composes does not save', async () => {
    const item = await openNotes();
    const field = screen.getByLabelText('原因');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(document.body, { key: 'C', ctrlKey: true, shiftKey: true, isComposing: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await listNotesOfCase(item.id)).toEqual([]);
  });

  it('R28 counts bytes as the platform does and warns above its limit', async () => {
    await openNotes();
    type('内容', '鱼');
    type('处理人', '');
    // 鱼 is 3 bytes; " / 2026-11-21" is 13.
    expect(screen.getByText('16 / 1000 字节')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
    type('内容', '鱼'.repeat(330));
    expect(screen.getByRole('alert')).toHaveTextContent('1003 / 1000 字节 · 平台会截断');
  });

  it('keeps every keystroke as a draft and shows markup as typed', async () => {
    const item = await openNotes();
    type('原因', hostile);
    expect(wholeNote()).toHaveTextContent(`质量问题 ${hostile}，`);
    await waitFor(async () => {
      expect(await readDraft(`note:${item.id}`)).toMatchObject({ values: { 原因: hostile } });
    });
    type('内容', hostile);
    type('处理人', hostile);
    fireEvent.click(screen.getByRole('button', { name: /^保存 Ctrl/ }));
    const history = await screen.findByLabelText('备注记录');
    expect(within(history).getByText(`${hostile} / ${hostile} / 2026-11-21`)).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });

  it('R28 the tick says when it was pasted, and is logged', async () => {
    const item = await openNotes();
    fireEvent.click(screen.getByRole('button', { name: /^保存 Ctrl/ }));
    const history = await screen.findByLabelText('备注记录');
    vi.setSystemTime(now + 3_600_000);
    fireEvent.click(within(history).getByRole('checkbox', { name: /已粘贴到平台/ }));
    expect(await within(history).findByRole('checkbox', { name: /已粘贴到平台\s*今天 12:00/ })).toBeChecked();
    expect((await listNotesOfCase(item.id))[0]?.pastedAt).toBe(now + 3_600_000);
    expect((await listEvents(item.id)).map((event) => event.kind)).toEqual([
      'caseCreated',
      'noteAdded',
      'notePasted',
    ]);
  });
});
