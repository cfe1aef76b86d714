import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createCase, updateCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { CaseTimeline } from '../../../renderer/features/cases/case-timeline';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = 1_795_240_800_000;

describe('the history of a case', () => {
  it('R121 shows each change with old and new value', async () => {
    const item = await createCase(makeCaseInput(), now);
    await updateCase(item.id, { liability: 'supplier' }, now + 1000);
    renderPlain(<CaseTimeline caseId={item.id} />);
    expect(await screen.findByText('责任方：待确认 → 供应商')).toBeInTheDocument();
    expect(screen.getByText(/共 2 条，前后校验一致/)).toBeInTheDocument();
  });

  it('R121 says loudly which line was altered behind its back', async () => {
    const item = await createCase(makeCaseInput(), now);
    await updateCase(item.id, { liability: 'supplier' }, now + 1000);
    const second = await database().events.where('[caseId+seq]').equals([item.id, 2]).first();
    await database().events.update(second?.id ?? ('' as never), {
      data: { field: 'liability', from: 'unknown', to: 'buyer' },
    });
    renderPlain(<CaseTimeline caseId={item.id} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('第 2 条与前后对不上');
  });
});
