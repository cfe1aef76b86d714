import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { addCost, fileClaim, readMoneyOfCase } from '../../../renderer/data/money-repository';
import { CaseMoney } from '../../../renderer/features/money/case-money';
import { LossesScreen } from '../../../renderer/features/money/losses-screen';
import { useGate } from '../../../renderer/state/gate-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '=HYPERLINK("x")<img src=x onerror=alert(1)>';

function type(label: string, value: string): HTMLElement {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  return field;
}

describe('money of a case', { timeout: 20_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    useGate.getState().close();
    return () => {
      vi.useRealTimers();
    };
  });

  it('R2 R153 a cost is typed, a wrong amount is said, the platform’s rule fills it in', async () => {
    installFakeDesktop();
    const item = await createCase(
      makeCaseInput({ platform: 'jd', amountFen: 12_800, liability: 'courier' }),
      now,
    );
    renderPlain(<CaseMoney item={item} present={now} />);
    const costs = within(await screen.findByRole('region', { name: '费用' }));
    expect(await costs.findByText('快递承担')).toBeInTheDocument();
    fireEvent.keyDown(type('金额', '1.234'), { key: 'Enter' });
    expect(await costs.findByText(/大于 0/)).toBeInTheDocument();
    fireEvent.keyDown(type('金额', '１2.5'), { key: 'Enter' });
    await waitFor(async () => {
      expect((await readMoneyOfCase(item.id)).costs).toMatchObject([{ amountFen: 1250, bearer: 'courier' }]);
    });
  });

  it('R3 the shop’s fault: both freights are proposed as its own, one after the other', async () => {
    installFakeDesktop();
    const item = await createCase(makeCaseInput({ liability: 'shop' }), now);
    renderPlain(<CaseMoney item={item} present={now} />);
    for (const [amount, count] of [
      ['12', 1],
      ['9', 2],
    ] as const) {
      const field = await screen.findByLabelText('金额');
      fireEvent.change(field, { target: { value: amount } });
      fireEvent.keyDown(field, { key: 'Enter' });
      await waitFor(async () => {
        expect((await readMoneyOfCase(item.id)).costs).toHaveLength(count);
        expect(field).toHaveValue('');
      });
    }
    const { costs } = await readMoneyOfCase(item.id);
    expect(
      costs.map(({ kind, bearer }) => [kind, bearer]).toSorted(([a = ''], [b = '']) => a.localeCompare(b)),
    ).toEqual([
      ['freightBack', 'shop'],
      ['freightOut', 'shop'],
    ]);
  });

  it('R76 R81 a claim wants the fault verified, and meets the gate', async () => {
    installFakeDesktop();
    const item = await createCase(makeCaseInput({ type: 'damage', liability: 'supplier' }), now);
    renderPlain(<CaseMoney item={item} present={now} />);
    fireEvent.keyDown(await waitFor(() => type('索赔金额', '30')), { key: 'Enter' });
    expect(await screen.findByText(/先核实清楚/)).toBeInTheDocument();
    fireEvent.click(screen.getByLabelText('责任已核实'));
    press(/^提索赔/);
    await waitFor(() => {
      expect(useGate.getState().request?.actions).toContain('chargeSupplier');
    });
    expect((await readMoneyOfCase(item.id)).claims).toEqual([]);
  });

  it('R160 the month shows who bore it and what is claimed', async () => {
    installFakeDesktop();
    const item = await createCase(makeCaseInput({ buyerId: hostile }), now);
    await addCost(item.id, { kind: 'goods', amountFen: 4000, bearer: 'courier', note: hostile }, now);
    await addCost(item.id, { kind: 'freightBack', amountFen: 1200, bearer: 'shop', note: '' }, now);
    const input = {
      against: 'platform',
      whom: '',
      askedFen: 4000,
      verified: true,
      note: '',
      dueAt: 0,
    } as const;
    await fileClaim(item.id, input, now);
    const onOpen = vi.fn();
    renderPlain(<LossesScreen onOpen={onOpen} />);
    const claims = within(await screen.findByRole('region', { name: '索赔' }));
    press('赔款到了', claims);
    const field = await claims.findByLabelText('到账多少');
    fireEvent.change(field, { target: { value: '35' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByText(/已赔 ¥35.00/)).toBeInTheDocument();
    const bears = within(screen.getByRole('region', { name: '谁承担' }));
    expect(bears.getByText('¥40.00')).toBeInTheDocument();
    fireEvent.click(screen.getAllByText(item.caseNo)[0] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith(item.id);
  });
});
