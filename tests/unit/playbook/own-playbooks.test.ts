import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { diffPlaybooks, isSame } from '#shared/domain/playbook-diff';
import { addStep, asOwnType, changeStep, moveStep, removeStep } from '#shared/domain/playbook-edit';
import { makePlaybookFile, playbookFileMax, readPlaybookFile } from '#shared/domain/playbook-file';
import { playbookSchema } from '#shared/domain/playbook-schema';
import type { Playbook } from '#shared/domain/playbook';

function book(key: string): Playbook {
  const found = shippedPlaybooks.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
}
const exchange = book('exchange');

describe('R123 the file', () => {
  test('all shipped procedures go out and come back the same', () => {
    expect(readPlaybookFile(makePlaybookFile(shippedPlaybooks))).toEqual({ playbooks: shippedPlaybooks });
  });

  const raw = (
    change: (data: { playbooks: Record<string, unknown>[] } & Record<string, unknown>) => void,
  ): string => {
    const data = JSON.parse(makePlaybookFile([exchange])) as Parameters<typeof change>[0];
    change(data);
    return JSON.stringify(data);
  };
  const first = (part: Record<string, unknown>): string =>
    raw((data) => {
      data.playbooks[0] = { ...data.playbooks[0], ...part };
    });
  const deep = (levels: number): unknown => (levels === 0 ? { event: 'a.b' } : { not: deep(levels - 1) });
  const withStep = (part: Record<string, unknown>): string =>
    first({ steps: [{ ...exchange.steps[0], ...part }] });

  test.each([
    ['nothing', '', 'notOurs'],
    ['no JSON', '{', 'notOurs'],
    ['another format', '{"format":"liudi-rules","version":1}', 'notOurs'],
    ['a list', '[]', 'notOurs'],
    ['too large', `"${'x'.repeat(playbookFileMax)}"`, 'notOurs'],
    ['of a newer version', raw((data) => (data['version'] = 2)), 'newer'],
    ['without procedures', raw((data) => (data.playbooks = [])), 'broken'],
    ['with unknown parts', first({ onOpen: 'run()' }), 'broken'],
    [
      'with a prototype',
      makePlaybookFile([exchange]).replace('"version": 1,', '"version": 1, "__proto__": {"x": 1},'),
      'broken',
    ],
    ['with a strange key', first({ key: '../../x' }), 'broken'],
    ['with a key of nobody', first({ key: 'constructor' }), 'broken'],
    ['with a step named like a method', withStep({ id: 'toString' }), 'broken'],
    ['with a step in no stage', withStep({ stage: 'nowhere' }), 'broken'],
    [
      'with a stage that leads nowhere',
      first({ stages: [{ id: 'verify', title: { zh: 'a', en: 'a' }, next: [{ to: 'x' }] }] }),
      'broken',
    ],
    ['with a condition too deep', withStep({ when: deep(40) }), 'broken'],
    ['with an endless text', withStep({ title: { zh: 'x'.repeat(301), en: 'x' } }), 'broken'],
    ['with an unknown kind', withStep({ kind: 'shell' }), 'broken'],
    ['with a decision without answers', withStep({ kind: 'decision', options: undefined }), 'broken'],
    ['with a message step without a message', withStep({ kind: 'script' }), 'broken'],
    ['with a message of a strange name', withStep({ kind: 'script', script: '../../x' }), 'broken'],
    ['with the same one twice', raw((data) => data.playbooks.push(...data.playbooks)), 'twice'],
  ])('a file %s is refused whole', (_what, text, problem) => {
    expect(readPlaybookFile(text)).toMatchObject({ problem });
  });

  test('no text makes it fail in another way', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => 'problem' in readPlaybookFile(text)));
  });
});

describe('editing a copy', () => {
  test('a step is added, moved, changed and taken out, and the copy can still be kept', () => {
    const stage = exchange.stages[0]?.id ?? '';
    const added = addStep(exchange, stage, 'note', { zh: '打电话', en: 'Phone' });
    const again = addStep(added, stage, 'script', { zh: '话术', en: 'Text' });
    const own = again.steps.filter(({ id }) => /^own-\d/.test(id)).map(({ id }) => id);
    expect(own).toEqual(['own-1', 'own-2']);
    const moved = moveStep(again, 'own-2', -1);
    expect(moved.steps.filter(({ id }) => /^own-\d/.test(id)).map(({ id }) => id)).toEqual([
      'own-2',
      'own-1',
    ]);
    const changed = changeStep(moved, 'own-1', { optional: true });
    expect(playbookSchema.safeParse(changed).success).toBe(true);
    const back = removeStep(removeStep(changed, 'own-1'), 'own-2');
    expect(isSame(diffPlaybooks(exchange, back))).toBe(true);
  });

  test('a step never leaves its stage by moving', () => {
    for (const { id } of exchange.steps) {
      for (const by of [-1, 1] as const) {
        const moved = moveStep(exchange, id, by);
        const stages = (one: Playbook) => one.steps.map(({ stage }) => stage).toSorted();
        expect(stages(moved)).toEqual(stages(exchange));
        expect(moved.steps.map((step) => step.id).toSorted()).toEqual(
          exchange.steps.map((step) => step.id).toSorted(),
        );
      }
    }
  });

  test('a type of one’s own is like the one it was made from', () => {
    const own = asOwnType(exchange, 'own-swap', { zh: '换色', en: 'Colour swap' });
    expect(playbookSchema.safeParse(own).success).toBe(true);
    expect(own.like).toBe('exchange');
  });
});

test('what changed in the shipped version is told step by step', () => {
  const [one, two, three] = exchange.steps;
  if (one === undefined || two === undefined || three === undefined) throw new Error('too short');
  const rest = exchange.steps.slice(3);
  const fresh = { ...one, id: 'fresh' };
  const diff = diffPlaybooks(exchange, {
    ...exchange,
    version: 2,
    steps: [{ ...three, title: { zh: '改', en: 'Changed' } }, two, fresh, ...rest],
  });
  expect(diff.added.map(({ id }) => id)).toEqual(['fresh']);
  expect(diff.removed.map(({ id }) => id)).toEqual([one.id]);
  expect(diff.changed.map(({ to }) => to.id)).toEqual([three.id]);
  expect([diff.reordered, diff.frame]).toEqual([true, false]);
  expect(isSame(diffPlaybooks(exchange, { ...exchange, version: 9 }))).toBe(true);
});
