import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { addMemoJobs, listQueue } from '../../../renderer/data/memo-queue-repository';
import { addNote } from '../../../renderer/data/note-repository';
import { MemoQueue } from '../../../renderer/features/notes/memo-queue';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 22, 3);

describe('pasting memos one after the other', { timeout: 30_000 }, () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  beforeEach(() => {
    installFakeDesktop();
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  });
  const main = () => screen.getByRole('button', { name: /复制订单号|复制备注|贴好了/ });
  const press = async (name: RegExp): Promise<void> => {
    fireEvent.click(await screen.findByRole('button', { name }));
  };

  it('R28 order number, memo, tick, next; what is skipped stays', async () => {
    const item = await createCase(
      makeCaseInput({ buyerId: '小鱼', orderNo: 'case-1', platform: 'pdd' }),
      now,
    );
    const base = { platform: 'taobao' as const, flag: 'blue' as const, tag: '' };
    await addNote(
      {
        ...base,
        platform: 'pdd',
        caseId: item.id,
        orderNo: 'case-1',
        text: '备注一',
        tag: '急',
        sample: false,
      },
      now,
    );
    await addMemoJobs(
      [
        { ...base, orderNo: 'job-1', text: '备注二' },
        { ...base, orderNo: 'job-2', text: '备注三' },
      ],
      now,
    );
    expect((await listQueue()).map(({ orderNo }) => orderNo)).toEqual(['case-1', 'job-1', 'job-2']);
    renderPlain(<MemoQueue onClose={() => {}} />);
    await screen.findByText('小鱼');
    await waitFor(() => {
      expect(main()).toBe(document.activeElement);
    });
    await press(/复制订单号/);
    await press(/复制备注/);
    await press(/贴好了/);
    await screen.findByText(/第 2 \/ 3 条/);
    await press(/先跳过/);
    await press(/复制订单号/);
    await press(/复制备注/);
    await press(/贴好了/);
    await screen.findByText('贴好 2 条，还剩 1 条没贴');
    expect(writeText.mock.calls.map(([text]) => text)).toEqual(['case-1', '备注一', 'job-2', '备注三']);
    expect((await listQueue()).map(({ orderNo }) => orderNo)).toEqual(['job-1']);
  });

  const key = (name: string, part: { readonly repeat?: boolean } = {}): void => {
    fireEvent.keyDown(main(), { key: name, ...part });
  };
  const jobs = (count: number) =>
    addMemoJobs(
      Array.from({ length: count }, (_, index) => ({
        platform: 'pdd' as const,
        orderNo: `job-${index + 1}`,
        text: `备注 ${index + 1}`,
        flag: 'blue' as const,
        tag: '',
      })),
      now,
    );
  const left = async () => (await listQueue()).map(({ orderNo }) => orderNo);

  it('R28 back to a ticked one, take the tick back, tick again; what is not needed goes', async () => {
    await jobs(3);
    renderPlain(<MemoQueue onClose={() => {}} />);
    await press(/^复制订单号/);
    await press(/^复制备注/);
    await press(/贴好了/);
    await screen.findByText(/第 2 \/ 3 条/);
    key('ArrowLeft');
    // What is ticked is not done twice: Enter goes on.
    fireEvent.click(await screen.findByRole('button', { name: /^下一条/ }));
    await screen.findByText(/第 2 \/ 3 条/);
    key('ArrowLeft');
    await screen.findByText('已勾选');
    fireEvent.keyDown(screen.getByRole('button', { name: /^下一条/ }), { key: 'u' });
    await screen.findByRole('button', { name: /^复制订单号/ });
    expect(await left()).toEqual(['job-1', 'job-2', 'job-3']);
    expect(screen.getByText(/已贴 0 条/)).toBeVisible();
    key('ArrowRight');
    key('Delete');
    await screen.findByText(/第 2 \/ 2 条/);
    expect(await left()).toEqual(['job-1', 'job-3']);
    key('ArrowRight');
    await screen.findByText('贴好 0 条，还剩 2 条没贴');
    fireEvent.keyDown(screen.getByRole('button', { name: /^关闭/ }), { key: 'ArrowLeft' });
    await screen.findByText(/第 2 \/ 2 条/);
  });

  it('R28 a key held down races through nothing; 1 and 2 copy again', async () => {
    await jobs(2);
    renderPlain(<MemoQueue onClose={() => {}} />);
    await press(/^复制订单号/);
    await screen.findByRole('button', { name: /^复制备注/ });
    expect(fireEvent.keyDown(main(), { key: 'Enter', repeat: true })).toBe(false);
    key('ArrowRight', { repeat: true });
    expect(screen.getByText(/第 1 \/ 2 条/)).toBeVisible();
    key('2');
    await screen.findByRole('button', { name: /贴好了/ });
    key('1');
    await screen.findByRole('button', { name: /^复制备注/ });
    expect(writeText.mock.calls.map(([text]) => text)).toEqual(['job-1', '备注 1', 'job-1']);
    expect(await left()).toEqual(['job-1', 'job-2']);
  });

  it('an order without a number is found by its buyer: nothing empty is ever copied', async () => {
    const item = await createCase(makeCaseInput({ buyerId: '没单号', orderNo: '' }), now);
    await addNote(
      { platform: 'pdd', flag: 'blue', tag: '', caseId: item.id, orderNo: '', text: '退款', sample: false },
      now,
    );
    renderPlain(<MemoQueue onClose={() => {}} />);
    await press(/^复制订单号/);
    await screen.findByRole('button', { name: /^复制备注/ });
    expect(writeText.mock.calls).toEqual([['没单号']]);
  });

  it('a clipboard that refuses does not move on', async () => {
    await addMemoJobs([{ platform: 'jd', orderNo: '7', text: 'x', flag: 'red', tag: '' }], now);
    writeText.mockRejectedValueOnce(new Error('denied'));
    renderPlain(<MemoQueue onClose={() => {}} />);
    await press(/复制订单号/);
    await waitFor(() => {
      expect(writeText).toHaveBeenCalledOnce();
    });
    expect(main()).toHaveTextContent('复制订单号');
  });
});
