import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { CaseList } from '../../../renderer/features/cases/case-list';
import { CloseManyDialog } from '../../../renderer/features/playbook/close-many-dialog';
import { useChosen } from '../../../renderer/state/chosen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, renderPlain } from '../../helpers/render-plain';
import type { CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 21, 3);

beforeEach(() => {
  installFakeDesktop();
  useChosen.setState({ chosen: [] });
  useToasts.setState({ toasts: [] });
});

const start = async (part: Partial<CaseInput>): Promise<CaseId> =>
  (await createCase(makeCaseInput(part), now)).id;

it('R7 cases are ticked by space, Shift and arrow, Ctrl+A, and let go by Escape', async () => {
  const ids = ['a', 'b', 'c', 'd'] as unknown as CaseId[];
  const onSelect = vi.fn();
  renderPlain(<CaseList ids={ids} selected={ids[1] ?? null} now={now} onSelect={onSelect} />);
  const list = await screen.findByRole('listbox');
  const chosen = () => useChosen.getState().chosen;
  fireEvent.keyDown(list, { key: ' ' });
  expect(chosen()).toEqual(['b']);
  fireEvent.keyDown(list, { key: ' ' });
  expect(chosen()).toEqual([]);
  fireEvent.keyDown(list, { key: 'ArrowDown', shiftKey: true });
  expect(chosen()).toEqual(['b', 'c']);
  expect(onSelect).toHaveBeenLastCalledWith('c');
  fireEvent.keyDown(list, { key: 'a', ctrlKey: true });
  expect(chosen().toSorted()).toEqual(['a', 'b', 'c', 'd']);
  // What a filter takes out of sight is let go.
  useChosen.getState().keepOnly(ids.slice(0, 2));
  expect(chosen().toSorted()).toEqual(['a', 'b']);
  fireEvent.keyDown(list, { key: 'Escape' });
  expect(chosen()).toEqual([]);
});

it('R2 R4 R87 closing together says what is open and which gate holds, wants the reason, and offers the way back', async () => {
  const fine = await start({ buyerId: '甲', liability: 'shop' });
  const held = await start({ buyerId: '乙', type: 'lost', liability: 'courier' });
  renderPlain(<CloseManyDialog caseIds={[fine, held]} onClose={vi.fn()} />);
  const dialog = await openDialog();
  await waitFor(() => dialog.getByText(/1 单可以结案/));
  expect(dialog.getByText(/另有 1 单被关卡拦着/)).toBeDefined();
  expect(dialog.getByText(/损失由谁认，要有截图/)).toBeDefined();
  expect(dialog.getByText(/还有 \d+ 步没做/)).toBeDefined();
  const reason = dialog.getByLabelText('真实原因');
  fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
  expect((await getCase(fine))?.status).toBe('open');
  fireEvent.change(reason, { target: { value: '尺码偏小' } });
  fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
  await waitFor(async () => expect((await getCase(fine))?.status).toBe('closed'));
  expect((await getCase(fine))?.closing?.realReason).toBe('尺码偏小');
  expect((await getCase(held))?.status).toBe('open');
  // The held one stays on screen with its reason.
  await waitFor(() => expect(dialog.queryByText('甲')).toBeNull());
  expect(dialog.getByText('乙')).toBeDefined();
});
