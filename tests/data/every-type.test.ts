import { freshDatabase, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { closeCase, readClosingIssues } from '../../renderer/data/close-case';
import { listPlaybooks, savePlaybooks } from '../../renderer/data/playbook-repository';
import { completeStep } from '../../renderer/data/step-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { caseTypes } from '#shared/domain/case';
import { makePlaybookFile, readPlaybookFile } from '#shared/domain/playbook-file';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { makeCaseInput } from '../helpers/make-case-input';
import { walkToEnd } from '../helpers/do-step';
import type { CaseId } from '#shared/domain/ids';
import type { DecisionOption, Playbook, Step } from '#shared/domain/playbook';

freshDatabase();

/** Answers that only put the end off, or end at once where the long way is to be walked. */
const passed: Readonly<Record<string, readonly string[]>> = {
  split: ['yes'],
  'stop-reply': ['unknown', 'tooLate'],
  works: ['no'],
};

const usable = (options: readonly DecisionOption[], { id }: Step): readonly DecisionOption[] =>
  options.filter((one) => passed[id]?.includes(one.id) !== true && one.set?.type === undefined);

async function closeFine(id: CaseId): Promise<void> {
  const issues = await readClosingIssues(id);
  // The evidence list of a type asks for more than its steps; that is a warning of its own.
  expect(issues.filter(({ kind }) => kind !== 'evidence')).toEqual([]);
  const closing = {
    outcome: 'settled',
    statedReason: '',
    realReason: '查清了',
    shares: [{ bearer: 'shop', percent: 100 }],
    satisfaction: null,
    satisfactionNote: '',
    ruleQuote: '',
    improvement: '',
  } as const;
  await closeCase(id, closing, noon + 1e8, { seen: issues.map(({ key }) => key) });
  expect((await getCase(id))?.status).toBe('closed');
}

describe.each(caseTypes.map((type) => [type]))('R44 1S a case of type %s', (type) => {
  test.each([
    ['first', (options: readonly DecisionOption[], step: Step) => usable(options, step)[0]],
    ['last', (options: readonly DecisionOption[], step: Step) => usable(options, step).at(-1)],
  ])(
    'is walked by its %s answers from opening to closing, through every gate on its way',
    async (_name, pick) => {
      const { id } = await createCase(makeCaseInput({ type, platform: 'taobao' }), noon);
      const done = await walkToEnd(id, pick, noon);
      expect(done.length).toBeGreaterThan(0);
      await closeFine(id);
      const events = await listEvents(id);
      expect(events.filter(({ kind }) => kind === 'gateOverridden')).toEqual([]);
      expect(findBrokenLink(events)).toBeNull();
    },
  );
});

describe('R123 a case type is added by data alone', () => {
  const gift: Playbook = {
    key: 'own-gift',
    version: 1,
    like: 'reship',
    name: { zh: '漏赠品', en: 'Gift missing' },
    about: { zh: '赠品没放', en: 'The gift was left out' },
    rows: [],
    bearer: 'shop',
    outcomes: ['settled'],
    stages: [
      {
        id: 'ask',
        title: { zh: '问', en: 'Ask' },
        next: [
          { to: 'pay', when: { answer: 'still', in: ['money'] } },
          { to: 'end', when: { answer: 'still', in: ['no'] } },
          { to: 'ask', loop: true },
        ],
      },
      { id: 'pay', title: { zh: '补钱', en: 'Pay' }, side: true, next: [{ to: 'end' }] },
      { id: 'end', title: { zh: '完', en: 'End' }, next: [] },
    ],
    steps: [
      {
        id: 'still',
        stage: 'ask',
        kind: 'decision',
        title: { zh: '还要吗', en: 'Still wanted?' },
        rows: [],
        options: [
          { id: 'money', title: { zh: '补钱', en: 'Money' } },
          { id: 'no', title: { zh: '不要', en: 'No' } },
        ],
      },
      {
        id: 'give',
        stage: 'pay',
        kind: 'refund',
        title: { zh: '退钱', en: 'Give the money' },
        rows: [],
        fields: [{ id: 'refund', title: { zh: '退款', en: 'Refund' }, type: 'money', required: true }],
      },
      { id: 'note', stage: 'end', kind: 'memo', title: { zh: '备注', en: 'Memo' }, rows: [] },
    ],
    closing: [],
  };

  test('it comes in by a file, its cases are walked and closed, and it goes out again the same', async () => {
    const read = readPlaybookFile(makePlaybookFile([gift]));
    if ('problem' in read) throw new Error(read.problem);
    await savePlaybooks(read.playbooks, noon);
    const { id } = await createCase(makeCaseInput({ type: 'reship', playbook: 'own-gift' }), noon);
    expect((await readWalk(id))?.walk.next?.step.id).toBe('still');
    expect(await walkToEnd(id, (options) => options[0], noon)).toEqual(['still', 'give', 'note']);
    await closeFine(id);
    const listed = (await listPlaybooks()).find(({ key }) => key === 'own-gift');
    expect(listed).toEqual(gift);
    expect((await listPlaybooks()).length).toBe(shippedPlaybooks.length + 1);
  });

  test('1S its refund meets the gates though the file names none', async () => {
    const like: Playbook = { ...gift, key: 'own-back', like: 'returnRefund' };
    await savePlaybooks([like], noon);
    const { id } = await createCase(makeCaseInput({ type: 'returnRefund', playbook: 'own-back' }), noon);
    await expect(completeStep(id, 'give', { values: { refund: '1' } }, noon)).rejects.toMatchObject({
      code: 'gateClosed',
      detail: { gates: 'goodsBack' },
    });
  });
});
