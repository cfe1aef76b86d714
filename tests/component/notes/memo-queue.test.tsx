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
    await screen.findByText('第 2 / 3 条');
    await press(/先跳过/);
    await press(/复制订单号/);
    await press(/复制备注/);
    await press(/贴好了/);
    await screen.findByText('贴好 2 条，还剩 1 条没贴');
    expect(writeText.mock.calls.map(([text]) => text)).toEqual(['case-1', '备注一', 'job-2', '备注三']);
    expect((await listQueue()).map(({ orderNo }) => orderNo)).toEqual(['job-1']);
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
