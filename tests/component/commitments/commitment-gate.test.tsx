import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { addCommitment, listCommitmentsOfCase } from '../../../renderer/data/commitment-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { CommitmentRow } from '../../../renderer/features/commitments/commitment-row';
import { GateDialog } from '../../../renderer/features/playbook/gate-dialog';
import { useGate } from '../../../renderer/state/gate-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { button, openDialog, press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);

beforeEach(() => {
  installFakeDesktop();
  useGate.setState({ request: null });
});

it('R8 1S a promised refund is not ticked past the goods: the gate asks, and the typed reason is kept', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'returnRefund', goods: 'returning' }), now);
  const input = {
    kind: 'refund',
    text: '',
    amountFen: 12_800,
    account: '',
    trigger: 'date',
    at: now,
    withinHours: 0,
  } as const;
  await addCommitment(id, input, now);
  const [one] = await listCommitmentsOfCase(id);
  if (one === undefined) throw new Error('no promise');
  const stateNow = async () => (await listCommitmentsOfCase(id))[0]?.state;
  renderPlain(
    <>
      <ul>
        <CommitmentRow one={one} present={now} />
      </ul>
      <GateDialog />
    </>,
  );
  press('兑现了');
  await waitFor(() => button('已兑现'));
  press('已兑现');
  const gate = await openDialog();
  await waitFor(() => gate.getByText('先收货验货，再退款或换出'));
  expect(await stateNow()).toBe('open');
  fireEvent.change(gate.getByLabelText('原因'), { target: { value: '平台已经判退' } });
  press('仍要继续', gate);
  await waitFor(async () => expect(await stateNow()).toBe('kept'));
  const reasons = (await listEvents(id)).map(({ data }) => data['reason']);
  expect(reasons).toContain('平台已经判退');
  await waitFor(() => expect(screen.queryByText('已兑现', { selector: 'button' })).toBeNull());
});
