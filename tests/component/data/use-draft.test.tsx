import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { readDraft } from '../../../renderer/data/draft-repository';
import { useDraft } from '../../../renderer/data/use-draft';

const fail = (error: unknown): never => {
  throw error;
};

it('clearing ends when the stored draft is gone, also while what was typed is still being written', async () => {
  const { result } = renderHook(() => useDraft('form', { buyerId: '' }, () => 1, fail));
  await waitFor(() => {
    expect(result.current.value).toEqual({ buyerId: '' });
  });
  await act(async () => {
    result.current.change({ buyerId: '小' });
    result.current.change({ buyerId: '小鱼' });
    await result.current.clear();
    expect(await readDraft('form')).toBeUndefined();
  });
  expect(result.current.value).toEqual({ buyerId: '' });
});
