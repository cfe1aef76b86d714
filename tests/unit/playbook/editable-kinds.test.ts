import { expect, test } from 'vitest';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { addableKinds, addStep, changeStep } from '#shared/domain/playbook-edit';
import { playbookSchema } from '#shared/domain/playbook-schema';
import { stepKinds } from '#shared/domain/playbook';

const [book] = shippedPlaybooks;
if (book === undefined) throw new Error('no procedures');
const stage = book.stages[0]?.id ?? '';

test('R2 a seller can add a step of every kind the engine knows, and the copy can be kept at once', () => {
  expect([...addableKinds].toSorted()).toEqual([...stepKinds].toSorted());
  for (const kind of addableKinds) {
    const copy = addStep(book, stage, kind, { zh: '一步', en: 'A step' });
    expect(playbookSchema.safeParse(copy).success, kind).toBe(true);
    expect(copy.steps).toHaveLength(book.steps.length + 1);
  }
});

test('R8 R87 money steps of the seller’s own stand behind the gates from the start', () => {
  const own = (kind: 'refund' | 'claim') =>
    addStep(book, stage, kind, { zh: '一步', en: 'A step' }).steps.find(({ id }) => id === 'own-1');
  expect(own('refund')).toMatchObject({ guard: 'refund', event: 'refund.succeeded' });
  expect(own('claim')).toMatchObject({ guard: 'bookLoss' });
});

test('an emptied answer cannot be kept', () => {
  const copy = addStep(book, stage, 'decision', { zh: '问', en: 'Ask' });
  const broken = changeStep(copy, 'own-1', { options: [{ id: 'yes', title: { zh: '', en: 'x' } }] });
  expect(playbookSchema.safeParse(broken).success).toBe(false);
});
