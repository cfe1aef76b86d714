import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { SlowStart } from '../../../renderer/app/slow-start';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { press, renderPlain } from '../../helpers/render-plain';

test('a start that takes long is said, and at last there is a way on that keeps the files first', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { calls } = installFakeDesktop();
    const asides: number[] = [];
    const reload = (): void => {
      asides.push(calls.filter(({ name }) => name === 'setStoreAside').length);
    };
    renderPlain(<SlowStart reload={reload} />);
    expect(screen.queryByRole('status')).toBeNull();
    act(() => {
      vi.advanceTimersByTime(3000);
    });
    expect(screen.getByRole('status')).toHaveTextContent('正在打开数据');
    expect(screen.queryByRole('button')).toBeNull();
    act(() => {
      vi.advanceTimersByTime(42_000);
    });
    press('重试');
    await vi.waitFor(() => {
      expect(asides).toEqual([1]);
    });
  } finally {
    vi.useRealTimers();
  }
});
