import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { saveBuyer } from '../../../renderer/data/buyer-repository';
import { createCase } from '../../../renderer/data/case-repository';
import { fileEvidence } from '../../../renderer/data/evidence-repository';
import { BuyerCard } from '../../../renderer/features/people/buyer-card';
import { checkedFile } from '../../helpers/checked-file';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 22, 3);

test('R11 with a buyer to be careful with, a missing chat screenshot is said until there is one', async () => {
  installFakeDesktop();
  const item = await createCase(makeCaseInput({ buyerId: '棘手买家' }), now);
  renderPlain(<BuyerCard item={item} onOpen={() => {}} />);
  await screen.findByText('标注');
  await fileEvidence(item.id, checkedFile('photo'), now);
  expect(screen.queryByText(/还没有聊天截图/)).toBeNull();
  await saveBuyer(item.platform, item.buyerId, { caution: 'careful', reason: '', note: '' }, now);
  expect(await screen.findByText(/还没有聊天截图/)).toBeInTheDocument();
  await fileEvidence(item.id, checkedFile('chat', { kind: 'chat' }), now);
  await waitFor(() => {
    expect(screen.queryByText(/还没有聊天截图/)).toBeNull();
  });
});
