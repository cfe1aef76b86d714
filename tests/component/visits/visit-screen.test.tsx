import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { answerStep, completeStep } from '../../../renderer/data/step-repository';
import { VisitScreen } from '../../../renderer/features/visits/visit-screen';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';

describe('visits and repairs', { timeout: 30_000 }, () => {
  it('R94 R97 the overdue one stands first and says so; a click opens its case', async () => {
    installFakeDesktop();
    const then = Date.now() - 3 * 86_400_000;
    const make = async (buyerId: string, promised: string) => {
      const { id } = await createCase(makeCaseInput({ type: 'repair', buyerId }), then);
      await answerStep(id, 'who-pays', 'shop', then);
      await answerStep(id, 'service', 'parts', then);
      await completeStep(id, 'parts', { values: { parts: '发热盘', order: 'P1', promised } }, then);
      return id;
    };
    await make('还早的', '+9d');
    const late = await make('过期的', '+1d');
    const onOpen = vi.fn();
    renderPlain(<VisitScreen tabs={null} onOpen={onOpen} />);
    const [first, second] = (await screen.findAllByRole('row')).slice(1).map((row) => within(row));
    if (first === undefined || second === undefined) throw new Error('two rows');
    expect(first.getByText('过期的')).toBeInTheDocument();
    expect(first.getByText('保修内，店铺')).toBeInTheDocument();
    expect(first.getByText(/还没告知买家/)).toBeInTheDocument();
    expect(screen.getByText('1 件已过时间')).toBeInTheDocument();
    expect(second.getByText('还早的')).toBeInTheDocument();
    press('过期的', first);
    expect(onOpen).toHaveBeenCalledWith(late);
  });
});
