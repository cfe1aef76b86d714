import { refuseMove, type WalkPosition } from '#shared/domain/playbook-walk';
import { areValuesFine, cleanValue, describeValues, type StepValues } from '#shared/domain/step-values';
import { isReason } from '#shared/domain/gate-check';
import { personName } from '#shared/domain/person';
import { parseWhen } from '#shared/domain/parse-when';
import { actionsOfStep } from '#shared/knowledge/gates/step-actions';
import { AppError } from '#shared/errors';
import { updateCase } from './case-repository';
import { inWalk, type CaseWalk } from './case-walk';
import { database } from './database';
import { nextOccurrence, recordEvent } from './deadline-repository';
import { bookStepCosts, claimFromStep, refuseOpenClaims } from './money-repository';
import { passGates, type GatePass } from './gate-repository';
import { listPeople, nameWaiting } from './people-repository';
import { appendEvent } from './timeline-repository';
import type { Case } from '#shared/domain/case';
import type { CaseId, EvidenceId } from '#shared/domain/ids';
import type { DecisionOption, Step } from '#shared/domain/playbook';

function mustFind({ playbook }: CaseWalk, stepId: string): Step {
  const step = playbook.steps.find(({ id }) => id === stepId);
  if (step === undefined) throw new AppError('notFound', { what: 'step' });
  return step;
}

async function signature({ shopId }: Case): Promise<string> {
  const shop = shopId === null ? undefined : await database().shops.get(shopId);
  return shop?.signature ?? '';
}

/** Records the event of a step or option through the gates, once per round; without an event only the gates are passed. */
async function recordOnce(
  { item, record }: CaseWalk,
  step: Step,
  event: string | undefined,
  at: number,
  pass: GatePass,
  now: number,
  again = false,
): Promise<void> {
  const since = record.since[step.stage] ?? 0;
  const minute = Math.floor(since / 60_000) * 60_000;
  const there = Object.entries(item.events).some(
    ([name, time]) => (name === event || name.startsWith(`${event}#`)) && time >= minute,
  );
  if (event === undefined || (there && !again)) {
    await passGates(item, pass.actions ?? [], pass.override, now);
    return;
  }
  await recordEvent(item.id, nextOccurrence(item.events, event), at, now, pass);
}

export type StepInput = {
  readonly values?: StepValues;
  /** When it happened (epoch ms); now when left out. */
  readonly at?: number;
  /** Reason typed to pass a closed gate. */
  readonly override?: string | undefined;
  /** The next thing to do that the step leaves behind, in the words of the screen; Chinese when left out. */
  readonly reminder?: string;
};

/**
 * Ticks a step: passes its gate, records its event, keeps its values and writes the history; all or nothing.
 * Throws `gateClosed`, `invalidInput`, `notFound`.
 */
export async function completeStep(
  caseId: CaseId,
  stepId: string,
  input: StepInput,
  now: number,
): Promise<void> {
  const by = await signatureOf(caseId);
  await inWalk(
    caseId,
    async (walk) => {
      const step = mustFind(walk, stepId);
      const values = input.values ?? {};
      const facts = { now, paidFen: walk.item.amountFen };
      if (step.kind === 'decision' || !areValuesFine(step, values, facts)) throw new AppError('invalidInput');
      const pass = { actions: actionsOfStep(step), override: input.override };
      await recordOnce(walk, step, step.event, input.at ?? now, pass, now);
      const kept = await mark(walk, step, null, by, values, now);
      await claimFromStep(walk.item, step, values, now);
      await bookStepCosts(walk.item, step, values, now);
      await moveCase(caseId, step, kept, input.reminder, now);
    },
    now,
  );
}

/** Answers a decision: the option's gate, event and changes of the case in one go. Throws as {@link completeStep}. */
export async function answerStep(
  caseId: CaseId,
  stepId: string,
  optionId: string,
  now: number,
  override?: string,
): Promise<void> {
  const by = await signatureOf(caseId);
  await inWalk(
    caseId,
    async (walk) => {
      const step = mustFind(walk, stepId);
      const option = step.options?.find(({ id }) => id === optionId);
      if (option === undefined) throw new AppError('invalidInput');
      const asksOn = option.undecided === true && option.event === undefined;
      const guard = option.guard ?? (asksOn ? undefined : step.guard);
      const pass = { actions: guard === undefined ? [] : [guard], override };
      await recordOnce(walk, step, option.event, now, pass, now, option.again === true);
      if (option.refusesClaim !== undefined) await refuseOpenClaims(caseId, option.refusesClaim, now);
      if (option.set !== undefined) await updateCase(caseId, option.set, now);
      await mark(walk, step, option, by, {}, now);
      await moveCase(caseId, step, {}, undefined, now);
    },
    now,
  );
}

async function signatureOf(caseId: CaseId): Promise<string> {
  const item = await database().cases.get(caseId);
  return item === undefined ? '' : signature(item);
}

async function mark(
  { item }: CaseWalk,
  step: Step,
  option: DecisionOption | null,
  by: string,
  values: StepValues,
  now: number,
): Promise<StepValues> {
  const kept = Object.fromEntries(
    (step.fields ?? []).map((field) => [field.id, cleanValue(field, values[field.id] ?? '', now)]),
  );
  await database().steps.put({
    id: `${item.id}:${step.id}`,
    caseId: item.id,
    stepId: step.id,
    title: step.title,
    kind: step.kind,
    state: 'done',
    at: now,
    by,
    answer: option?.id ?? null,
    reason: '',
    values: kept,
  });
  const text = {
    zh: option?.title.zh ?? describeValues(step, kept, 'zh-CN'),
    en: option?.title.en ?? describeValues(step, kept, 'en'),
  };
  const data = {
    stepId: step.id,
    zh: step.title.zh,
    en: step.title.en,
    saidZh: text.zh,
    saidEn: text.en,
    by,
  };
  await appendEvent(item.id, 'stepDone', data, now);
  return kept;
}

/** What a done step changes in its case: whose move it is, where the goods are, what is to be done next. */
async function moveCase(
  caseId: CaseId,
  { waitOn, goods, remind, fields, waitRole }: Step,
  values: StepValues,
  reminder: string | undefined,
  now: number,
): Promise<void> {
  const day = remind?.days === undefined ? null : now + remind.days * 86_400_000;
  const at =
    remind?.field === undefined ? day : (parseWhen(values[remind.field] ?? '', now, 'future') ?? day);
  const kept = (fields ?? []).flatMap(({ id, keeps }) =>
    keeps === undefined ? [] : [[keeps, values[id] ?? ''] as const],
  );
  const change = {
    ...Object.fromEntries(kept),
    ...(waitOn === undefined ? {} : { waitingOn: waitOn }),
    ...(goods === undefined ? {} : { goods }),
    ...(remind === undefined || at === null
      ? {}
      : { nextAction: reminder ?? remind.words.zh, nextActionAt: at }),
  };
  if (Object.keys(change).length > 0) await updateCase(caseId, change, now);
  if (waitRole === undefined) return;
  const people = (await listPeople()).filter(({ role }) => role === waitRole);
  const typed = Object.values(values).join('\n');
  const person =
    people.find((one) => typed.includes(personName(one))) ?? (people.length === 1 ? people[0] : undefined);
  if (person !== undefined) await nameWaiting(caseId, person.id, now);
}

/** Leaves a step out, with the reason for it. Throws `invalidInput` when no real reason is given. */
export async function skipStep(caseId: CaseId, stepId: string, reason: string, now: number): Promise<void> {
  if (!isReason(reason)) throw new AppError('invalidInput');
  const by = await signatureOf(caseId);
  await inWalk(
    caseId,
    async (walk) => {
      const { id, title, kind } = mustFind(walk, stepId);
      await database().steps.put({
        id: `${caseId}:${id}`,
        caseId,
        stepId: id,
        title,
        kind,
        state: 'skipped',
        at: now,
        by,
        answer: null,
        reason: reason.trim(),
        values: {},
      });
      await appendEvent(caseId, 'stepSkipped', { stepId: id, ...title, reason: reason.trim(), by }, now);
    },
    now,
  );
}

/** Takes a tick back; what it recorded elsewhere stays and may keep the step done. */
export async function undoStep(caseId: CaseId, stepId: string, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.steps, db.events], async () => {
    const record = await db.steps.get(`${caseId}:${stepId}`);
    if (record === undefined) return;
    await db.steps.delete(record.id);
    await appendEvent(caseId, 'stepUndone', { stepId, ...record.title }, now);
  });
}

/** Accepts evidence for a slot, or takes the acceptance back. */
export async function acceptEvidence(
  caseId: CaseId,
  slot: { readonly id: string; readonly title: Step['title'] },
  evidence: readonly EvidenceId[],
  now: number,
): Promise<void> {
  await inWalk(
    caseId,
    async ({ record }) => {
      const old = record.slots[slot.id] ?? [];
      const next = evidence.map((id) => old.find((one) => one.id === id) ?? { id, at: now });
      const rows = await database().evidence.bulkGet([...evidence]);
      if (rows.some((row) => row === undefined || row.caseId !== caseId)) throw new AppError('invalidInput');
      await database().walks.put({ ...record, slots: { ...record.slots, [slot.id]: next } });
      const names = rows.map((row) => row?.fileName ?? '').join('、');
      await appendEvent(
        caseId,
        'slotChanged',
        { slot: slot.id, ...slot.title, names, count: next.length },
        now,
      );
    },
    now,
  );
}

/**
 * Goes to a stage by hand. Back by a loop opens the steps from there on again; a jump the procedure does not know
 * throws `moveRefused` unless a reason was typed, which is logged.
 */
export async function moveStage(caseId: CaseId, to: string, now: number, override?: string): Promise<void> {
  await inWalk(
    caseId,
    async ({ playbook, walk, record }) => {
      const target = playbook.stages.find(({ id }) => id === to);
      if (target === undefined) throw new AppError('notFound', { what: 'stage' });
      const refused = refuseMove(walk, to);
      const reasoned = override !== undefined && isReason(override);
      if (refused !== null && !reasoned) throw new AppError('moveRefused', { why: refused });
      const index = playbook.stages.indexOf(target);
      const goesBack = index <= walk.index;
      const again = goesBack ? playbook.stages.slice(index).map(({ id }) => id) : [];
      const position: WalkPosition = {
        stage: to,
        since: { ...record.since, ...Object.fromEntries(again.map((id) => [id, now])) },
      };
      const reopened = playbook.steps.filter(({ stage }) => again.includes(stage));
      await database().steps.bulkDelete(reopened.map(({ id }) => `${caseId}:${id}`));
      await database().walks.put({ ...record, ...position });
      const data = {
        zh: target.title.zh,
        en: target.title.en,
        fromZh: walk.stage.title.zh,
        fromEn: walk.stage.title.en,
        reason: refused === null ? '' : (override ?? '').trim(),
      };
      await appendEvent(caseId, 'stageMoved', { stage: to, from: walk.stage.id, ...data }, now);
    },
    now,
  );
}
