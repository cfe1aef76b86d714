import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { setClaimReason } from '../../../renderer/data/evidence-check-repository';
import { fileEvidence, getEvidence } from '../../../renderer/data/evidence-repository';
import { getWeighing } from '../../../renderer/data/weighing-repository';
import { CheckCard } from '../../../renderer/features/evidence/check-card';
import { ViewerWork } from '../../../renderer/features/evidence/viewer-work';
import { WeighingCard } from '../../../renderer/features/evidence/weighing-card';
import { useScreen } from '../../../renderer/state/screen-store';
import { checkedFile } from '../../helpers/checked-file';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import { useRealFiles } from './real-files';
import type { Case } from '#shared/domain/case';

const present = Date.parse('2026-11-21T03:00:00Z');
let item: Case;

beforeEach(async () => {
  useRealFiles();
  installFakeDesktop();
  item = await createCase(
    makeCaseInput({ type: 'damage', events: { 'aftersale.applied': present - 3_600_000 } }),
    present,
  );
});

const states = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-slot]')].map(({ dataset }) => dataset['state']);

test('R88 R131 the card says what is missing, before when, and fills as photos come', async () => {
  renderPlain(<CheckCard item={item} present={present} />);
  expect(await screen.findByText('还差 3 样')).toBeInTheDocument();
  expect(states()).toEqual(['missing', 'missing', 'missing', 'missing']);
  expect(document.querySelectorAll('.check-head .chip')[1]).toHaveTextContent(/^剩/);
  const { evidence } = await fileEvidence(item.id, checkedFile('aa'), present);
  await fileEvidence(item.id, checkedFile('bb'), present);
  await waitFor(() => {
    expect(states()).toEqual(['done', 'toJudge', 'missing', 'missing']);
  });
  await userEvent.click(screen.getByRole('button', { name: new RegExp(evidence.fileName) }));
  expect(useScreen.getState().overlay).toMatchObject({ kind: 'viewer', ids: [evidence.id] });
});

test('R131 before the reason is picked the list does not call itself complete', async () => {
  const open = await createCase(makeCaseInput({ type: 'returnRefund' }), present);
  renderPlain(<CheckCard item={open} present={present} />);
  expect(await screen.findByText(/选一下买家的退款原因/)).toBeInTheDocument();
  expect(screen.queryByText('必需的齐了')).toBeNull();
  await setClaimReason(open.id, 'quality', present);
  expect(await screen.findByText(/还差 \d 样/)).toBeInTheDocument();
});

test('R17 a photo is accepted, or asked again with a reason that goes into the words to the buyer', async () => {
  const { evidence } = await fileEvidence(item.id, checkedFile('aa'), present);
  const read = async () => (await getEvidence([evidence.id]))[0]?.verdict;
  const { rerender } = renderPlain(<ViewerWork item={evidence} onGone={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: '请买家重拍' }));
  await userEvent.type(screen.getByLabelText(/哪里不清楚/), '看不清标签{Enter}');
  await waitFor(async () => {
    expect(await read()).toMatchObject({ state: 'askAgain', reason: '看不清标签' });
  });
  const [again] = await getEvidence([evidence.id]);
  if (again !== undefined) rerender(<ViewerWork item={again} onGone={() => undefined} />);
  expect(screen.getByRole('button', { name: '请买家重拍' })).toHaveAttribute('aria-pressed', 'true');
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    configurable: true,
  });
  await userEvent.click(screen.getByRole('button', { name: '复制重拍话术' }));
  expect(copied[0]).toContain('看不清标签');
  await userEvent.click(screen.getByRole('button', { name: '认可' }));
  await waitFor(async () => {
    expect(await read()).toMatchObject({ state: 'accepted' });
  });
});

test('R11 a risky case without a chat screenshot says so loudly', async () => {
  const risky = await createCase(makeCaseInput({ type: 'complaint' }), present);
  renderPlain(<CheckCard item={risky} present={present} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('还没有聊天截图');
  await fileEvidence(risky.id, checkedFile('cc', { kind: 'chat' }), present);
  await waitFor(() => {
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

test('R32 R33 weights are judged while they are typed, saved with Ctrl+Enter, and refused when they are none', async () => {
  const shortage = await createCase(makeCaseInput({ type: 'shortage', product: '连衣裙' }), present);
  renderPlain(<WeighingCard item={(await getCase(shortage.id)) ?? shortage} />);
  const card = within(await screen.findByRole('region', { name: '称重与清单核对' }));
  const type = async (label: string, text: string): Promise<void> => {
    await userEvent.type(card.getByLabelText(label), text);
  };
  expect(card.getByLabelText('清单上的物品')).toHaveValue('连衣裙');
  await type('单件克重', '0.42kg');
  await type('全部一起称', 'viel');
  expect(card.getByText(/没写对/)).toBeInTheDocument();
  expect(card.getByRole('button', { name: /保存/ })).toBeDisabled();
  await userEvent.clear(card.getByLabelText('全部一起称'));
  await type('全部一起称', '330');
  expect(card.getByRole('status')).toHaveTextContent('偏轻');
  expect(card.getByRole('status')).toHaveTextContent('相差 -90 g · 允许 ±20 g');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => {
    expect(await getWeighing(shortage.id)).toMatchObject({ totalGrams: 330, parts: [{ unitGrams: 420 }] });
  });
  // What was saved is shown anew; the keys go on in it.
  await waitFor(() => {
    expect(screen.getByLabelText('清单上的物品')).toHaveFocus();
  });
});

test('R33 opened by a key, the weighing has the focus in its first field', async () => {
  renderPlain(<WeighingCard item={item} />);
  (await screen.findByRole('button', { name: '称重与清单核对' })).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => {
    expect(screen.getByLabelText('清单上的物品')).toHaveFocus();
  });
});
