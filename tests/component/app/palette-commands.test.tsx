import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { commands } from '../../../renderer/app/commands';
import { Palette } from '../../../renderer/app/palette';
import { createCase } from '../../../renderer/data/case-repository';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

it('no two commands have the same name', () => {
  const names = commands.map(({ name }) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

it('R9 what is typed leaves only the commands that fit, and Enter runs the one there is', async () => {
  installFakeDesktop();
  const item = await createCase(makeCaseInput({ type: 'exchange' }), Date.UTC(2026, 10, 22, 3));
  useScreen.setState({ screen: 'cases', caseId: item.id, overlay: { kind: 'palette' } });
  const onClose = vi.fn();
  renderPlain(<Palette onClose={onClose} />);
  const input = await screen.findByRole('combobox');
  await screen.findByText('给买家发话术');
  fireEvent.change(input, { target: { value: '另拍的新' } });
  await waitFor(() => expect(screen.queryByText('给买家发话术')).toBeNull());
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(useScreen.getState().overlay).toEqual({ kind: 'newOrder', caseId: item.id });
  useScreen.setState({ screen: 'today', caseId: null, overlay: null });
});
