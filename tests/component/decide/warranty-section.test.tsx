import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { readWalk } from '../../../renderer/data/case-walk';
import { useLive } from '../../../renderer/data/use-live';
import { WarrantySection } from '../../../renderer/features/decide/warranty-section';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import type { CaseId } from '#shared/domain/ids';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.UTC(2026, 10, 21, 3);
const day = 86_400_000;

function Section({ id }: { readonly id: CaseId }) {
  const walk = useLive(() => readWalk(id), [id]);
  return walk === undefined ? null : <WarrantySection walk={walk} present={now} />;
}

describe('what faulty goods entitle to', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
    };
  });

  it('R152 R155 a promise typed in is kept with the case and counts when it is longer', async () => {
    const events = { 'order.signed': now - 10 * day };
    const { id } = await createCase(makeCaseInput({ type: 'repair', events }), now);
    renderPlain(<Section id={id} />);
    expect(await screen.findByText(/过了退货期/)).toBeVisible();
    const months = screen.getByLabelText('承诺保修几个月');
    fireEvent.change(months, { target: { value: '3' } });
    fireEvent.blur(months);
    expect(await screen.findByText('现在免费维修')).toBeVisible();
    expect(screen.getByText(/承诺比三包长/)).toBeVisible();
    expect((await readWalk(id))?.record.answers).toMatchObject({ 'warranty.promised': '3' });
    fireEvent.click(screen.getByLabelText('同一毛病修过两次还是坏'));
    expect(await screen.findByText(/现在可以换货或维修/)).toBeVisible();
  });
});
