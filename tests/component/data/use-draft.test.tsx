import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { readDraft, writeDraft } from '../../../renderer/data/draft-repository';
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

it('what is typed before the stored draft was read counts, and the rest of that draft comes back', async () => {
  await writeDraft('form', { buyerId: '旧', orderNo: '41' }, 1);
  const initial = { buyerId: '', orderNo: '' };
  const { result } = renderHook(() => useDraft('form', initial, () => 2, fail));
  expect(result.current.value).toBeUndefined();
  act(() => {
    result.current.change({ buyerId: '新' });
  });
  expect(result.current.value).toEqual({ buyerId: '新', orderNo: '' });
  await waitFor(() => {
    expect(result.current.value).toEqual({ buyerId: '新', orderNo: '41' });
  });
  expect(result.current.restored).toBe(true);
  await waitFor(async () => {
    expect(await readDraft('form')).toEqual({ buyerId: '新', orderNo: '41' });
  });
});

it('cleared before the stored draft was read, it stays clear', async () => {
  await writeDraft('form', { buyerId: '旧' }, 1);
  const { result } = renderHook(() => useDraft('form', { buyerId: '' }, () => 2, fail));
  await act(async () => {
    await result.current.clear();
  });
  expect(result.current.value).toEqual({ buyerId: '' });
  expect(await readDraft('form')).toBeUndefined();
});
