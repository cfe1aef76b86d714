import { fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { commands } from '../../../renderer/app/commands';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { NewOrderDialog } from '../../../renderer/features/cases/new-order-dialog';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 22, 3);

beforeEach(() => {
  installFakeDesktop();
});

it('R9 the palette asks for the order placed anew, refuses the old one, keeps the new one', async () => {
  const item = await createCase(makeCaseInput({ type: 'exchange', orderNo: '406177' }), now);
  useScreen.setState({ screen: 'cases', caseId: item.id, overlay: null });
  const command = commands.find(({ name }) => name === 'newOrder');
  expect(command?.enabled()).toBe(true);
  command?.run();
  expect(useScreen.getState().overlay).toEqual({ kind: 'newOrder', caseId: item.id });
  useScreen.setState({ screen: 'today', overlay: null });
  expect(command?.enabled()).toBe(false);

  const onClose = vi.fn();
  renderPlain(<NewOrderDialog caseId={item.id} onClose={onClose} />);
  const dialog = await openDialog();
  const field = await dialog.findByRole('textbox');
  fireEvent.change(field, { target: { value: '4061 77' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await dialog.findByRole('alert');
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.change(field, { target: { value: '４０６２88' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect((await getCase(item.id))?.newOrderNo).toBe('406288');
});
