import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Palette } from '../../../renderer/app/palette';
import { createCase } from '../../../renderer/data/case-repository';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 22, 3);

it('R121 Enter right behind a pasted number opens that case, never the one an older search shows', async () => {
  installFakeDesktop();
  const wanted = await createCase(makeCaseInput({ buyerId: '旧的', orderNo: '4100000000000000001' }), now);
  await createCase(makeCaseInput({ buyerId: '新的', orderNo: '4100000000000000002' }), now + 1);
  renderPlain(<Palette onClose={() => {}} />);
  await screen.findByText('新的');
  const input = screen.getByRole('combobox');
  fireEvent.change(input, { target: { value: wanted.orderNo } });
  fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => {
    expect(useScreen.getState().caseId).toBe(wanted.id);
  });
});

it('what is typed after Enter takes the Enter back', async () => {
  installFakeDesktop();
  const first = await createCase(makeCaseInput({ buyerId: '甲', orderNo: '777' }), now);
  useScreen.setState({ caseId: null });
  renderPlain(<Palette onClose={() => {}} />);
  await screen.findByText('甲');
  const input = screen.getByRole('combobox');
  fireEvent.change(input, { target: { value: '77' } });
  fireEvent.keyDown(input, { key: 'Enter' });
  fireEvent.change(input, { target: { value: '' } });
  fireEvent.change(input, { target: { value: '777' } });
  await waitFor(() => {
    expect(screen.getByRole('option', { name: /甲/ })).toHaveAttribute('data-selected', 'true');
  });
  expect(useScreen.getState().caseId).toBeNull();
  fireEvent.keyDown(input, { key: 'Enter' });
  await waitFor(() => {
    expect(useScreen.getState().caseId).toBe(first.id);
  });
});
