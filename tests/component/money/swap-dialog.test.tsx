import { fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { readMoneyOfCase } from '../../../renderer/data/money-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { SwapDialog } from '../../../renderer/features/money/swap-dialog';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);
const writeText = vi.fn((_text: string) => Promise.resolve());

beforeEach(() => {
  installFakeDesktop();
  writeText.mockClear();
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
});

it('R15 the sum follows what is typed, goes out as a sentence and into the money', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'exchange', amountFen: 12_800 }), now);
  renderPlain(<SwapDialog caseId={id} onClose={vi.fn()} />);
  const dialog = await openDialog();
  const type = (label: string, value: string) =>
    fireEvent.change(dialog.getByLabelText(label), { target: { value } });
  await waitFor(() => dialog.getByLabelText('新的单价'));
  type('新的单价', '158');
  type('几件', '2');
  type('寄出的运费', '12');
  type('换成什么', '{件数}蓝色 L');
  await waitFor(() => dialog.getByText('买家补 ¥72.00'));
  // A sum that is none is never kept.
  type('寄出的运费', '十二');
  await waitFor(() => dialog.getByText(/填上新的单价/));
  type('寄出的运费', '12');
  await waitFor(() => dialog.getByText('买家补 ¥72.00'));
  await waitFor(() => press('复制给买家的话', dialog));
  await waitFor(() => expect(writeText).toHaveBeenCalledOnce());
  expect(writeText.mock.calls[0]?.[0]).toMatch(
    /“\{件数\}蓝色 L”，差价 60\.00 元（2 件），来回运费由您承担，一共需要补 72\.00 元/,
  );
  await waitFor(async () =>
    expect((await listEvents(id)).map(({ data }) => data['scripts'])).toContain('R15.pay'),
  );
  fireEvent.keyDown(dialog.getByLabelText('新的单价'), { key: 'Enter', ctrlKey: true });
  await waitFor(async () =>
    expect((await readMoneyOfCase(id)).costs).toMatchObject([
      { kind: 'surcharge', amountFen: 7200, bearer: 'buyer' },
    ]),
  );
});
