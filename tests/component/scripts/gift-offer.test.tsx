import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { listGifts } from '../../../renderer/data/gift-repository';
import { ScriptDesk } from '../../../renderer/features/scripts/script-desk';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 22, 3);

it('R115 the bargain message offers to note the gift it promises, with its cost, in the case', async () => {
  installFakeDesktop();
  const item = await createCase(makeCaseInput({ buyerId: '讲价的', type: 'message' }), now);
  renderPlain(<ScriptDesk caseId={item.id} startWith="M13" onCopied={vi.fn()} />);
  const what = await screen.findByLabelText(/^赠品/);
  expect(screen.queryByRole('group', { name: '答应送的，记一笔' })).toBeNull();
  fireEvent.change(what, { target: { value: '发圈 $& {买家ID}' } });
  await screen.findByRole('group', { name: '答应送的，记一笔' });
  const cost = screen.getByLabelText('成本');
  fireEvent.change(cost, { target: { value: '0' } });
  fireEvent.keyDown(cost, { key: 'Enter' });
  fireEvent.change(cost, { target: { value: '3.5' } });
  fireEvent.keyDown(cost, { key: 'Enter' });
  await screen.findByText('已记：发圈 $& {买家ID} ¥3.50');
  await waitFor(async () => {
    const gifts = await listGifts(item.platform, item.buyerId);
    expect(gifts.map(({ cost: one }) => [one.note, one.amountFen])).toEqual([['发圈 $& {买家ID}', 350]]);
  });
});
