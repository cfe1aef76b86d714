import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { fileEvidence, listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { FactsCard } from '../../../renderer/features/cases/facts-card';
import { checkedFile } from '../../helpers/checked-file';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

test('R21 the buyer ID of a case can be corrected; an empty one is refused; the evidence follows', async () => {
  installFakeDesktop();
  const noon = Date.parse('2026-11-21T03:00:00Z');
  const item = await createCase(makeCaseInput({ buyerId: '小鱼爱吃锚' }), noon);
  await fileEvidence(item.id, checkedFile('aa'), noon);
  renderPlain(<FactsCard item={item} />);
  const field = await screen.findByLabelText('买家ID');
  await userEvent.clear(field);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  expect((await getCase(item.id))?.buyerId).toBe('小鱼爱吃锚');
  await userEvent.type(field, '小鱼爱吃猫');
  expect(await screen.findByText(/文件名和文件夹都会跟着改/)).toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  await waitFor(async () => {
    expect(await listEvidenceOfCase(item.id)).toMatchObject([
      { fileName: '小鱼爱吃猫_20261121_照片_01.jpg', formerNames: ['小鱼爱吃锚_20261121_照片_01.jpg'] },
    ]);
  });
});
