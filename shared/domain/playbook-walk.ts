import { doneCondition, skipRule } from './step-done';
import { holds, provedAt, type StepFacts } from './step-facts';
import type { Playbook, ProcedureStatus, Stage, Step, Transition, Words } from './playbook';

/** Where a case stands in its procedure, as stored: the stage last gone to by hand, and since when each counts. */
export type WalkPosition = {
  readonly stage: string | null;
  /** Stage id to the time it was gone back to (epoch ms). */
  readonly since: Readonly<Record<string, number>>;
};

export type StepState = 'open' | 'done' | 'skipped' | 'notNeeded';

export type StepView = {
  readonly step: Step;
  readonly state: StepState;
  /** 0 when not known. */
  readonly at: number;
  readonly by: string;
  /** The decision made, or the reason it was left out. */
  readonly answer: string | null;
  readonly reason: string;
  readonly why: Words | null;
};

export type Move = { readonly transition: Transition; readonly stage: Stage; readonly open: boolean };

export type Walk = {
  readonly stage: Stage;
  readonly index: number;
  /** What to do first in this stage. */
  readonly next: StepView | null;
  /** Open steps of this stage and those left behind, without `next`. */
  readonly open: readonly StepView[];
  /** Steps of the stages to come. */
  readonly later: readonly StepView[];
  readonly finished: readonly StepView[];
  /** Stages in which something was done. */
  readonly begun: ReadonlySet<string>;
  /** Ways out of this stage. */
  readonly moves: readonly Move[];
  /** Nothing that has to be done is left, and no stage follows. */
  readonly complete: boolean;
  /** Nothing that has to be done is left, but no way on is open: what decides the way was left out. */
  readonly stuck: boolean;
};

function viewOf(step: Step, facts: StepFacts, since: number): StepView {
  const base = { step, by: '', answer: null, reason: '', why: null };
  const mark = Object.hasOwn(facts.steps, step.id) ? facts.steps[step.id] : undefined;
  // An answer of another case type's decision of the same name says nothing here.
  const fits = mark?.answer == null || step.options?.some(({ id }) => id === mark.answer) === true;
  if (mark !== undefined && fits) return { ...base, ...mark };
  const skip = skipRule(step);
  if (skip !== null && holds(skip.if, facts)) return { ...base, state: 'notNeeded', at: 0, why: skip.why };
  const done = doneCondition(step);
  const at = done === null ? null : provedAt(done, facts, since);
  return at === null ? { ...base, state: 'open', at: 0 } : { ...base, state: 'done', at };
}

/** Every step that belongs to the walk now, in order, with its state. */
export function viewSteps(
  playbook: Playbook,
  facts: StepFacts,
  since: WalkPosition['since'],
): readonly StepView[] {
  return playbook.steps
    .filter((step) => holds(step.when, facts))
    .map((step) => viewOf(step, facts, since[step.stage] ?? 0));
}

function forward(stage: Stage, facts: StepFacts): Transition | undefined {
  return stage.next.find((one) => one.loop !== true && holds(one.when, facts));
}

/** The stages that may still come, by-ways left out. */
function stagesAhead({ stages }: Playbook, current: Stage): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (stage: Stage): void => {
    for (const { to, loop } of stage.next) {
      const following = stages.find(({ id }) => id === to);
      if (following === undefined || loop === true || found.has(to) || following === current) continue;
      if (following.side !== true) found.add(to);
      look(following);
    }
  };
  look(current);
  return found;
}

/** Done by what is noted anywhere in a case; alone they do not mean that a by-way was taken. */
const elsewhere: ReadonlySet<string> = new Set(['memo', 'contact', 'script', 'extendTrade', 'deadline']);

/** Stages in which something of their own was done. */
function begunStages(views: readonly StepView[], facts: StepFacts): ReadonlySet<string> {
  const own = ({ step, state }: StepView): boolean =>
    state === 'done' && (Object.hasOwn(facts.steps, step.id) || !elsewhere.has(step.kind));
  return new Set(views.flatMap((view) => (own(view) ? [view.step.stage] : [])));
}

/** Walks a procedure on from the stored position: a stage whose steps are finished is left by itself. */
export function walkOn(playbook: Playbook, facts: StepFacts, position: WalkPosition): Walk {
  const views = viewSteps(playbook, facts, position.since);
  const stageOf = (id: string | null): Stage | undefined => playbook.stages.find((one) => one.id === id);
  const must = (stage: Stage): boolean =>
    views.some(({ step, state }) => step.stage === stage.id && state === 'open' && step.optional !== true);
  let stage = stageOf(position.stage) ?? playbook.stages[0];
  if (stage === undefined) throw new Error(`Playbook ${playbook.key} has no stage`);
  const seen = new Set<string>();
  while (!must(stage) && !seen.has(stage.id)) {
    seen.add(stage.id);
    const following = stageOf(forward(stage, facts)?.to ?? null);
    if (following === undefined) break;
    stage = following;
  }
  const current = stage;
  const ahead = stagesAhead(playbook, current);
  const begun = begunStages(views, facts);
  const ways = new Set(playbook.stages.flatMap(({ id, side }) => (side === true ? [] : [id])));
  const order = new Map(playbook.stages.map(({ id }, index) => [id, index]));
  const index = order.get(current.id) ?? 0;
  const place = ({ step }: StepView): number => order.get(step.stage) ?? 0;
  const open = views.filter(({ state }) => state === 'open');
  const here = open.filter((view) => place(view) === index);
  const next = here.find(({ step }) => step.optional !== true) ?? here[0] ?? null;
  const complete = !must(current) && current.next.every(({ loop }) => loop === true);
  return {
    stage: current,
    index,
    next,
    open: [
      ...here.filter((view) => view !== next),
      ...open.filter(
        (view) => place(view) < index && (ways.has(view.step.stage) || begun.has(view.step.stage)),
      ),
    ],
    later: open.filter(({ step }) => ahead.has(step.stage)),
    finished: views.filter(({ state }) => state !== 'open'),
    begun,
    moves: current.next.flatMap((transition) => {
      const target = stageOf(transition.to);
      return target === undefined ? [] : [{ transition, stage: target, open: holds(transition.when, facts) }];
    }),
    complete,
    stuck: !must(current) && !complete && forward(current, facts) === undefined,
  };
}

/** Where the thing a case is about stands (R104), and the step that says so; null where its procedure knows no such states. */
export function statusOf(
  { statuses }: Pick<Playbook, 'statuses'>,
  { finished }: Pick<Walk, 'finished'>,
): { readonly status: ProcedureStatus; readonly by: StepView | null } | null {
  const reached = (statuses ?? []).flatMap((status) => {
    const by = finished.find(({ step, state }) => step.id === status.after && state === 'done') ?? null;
    return status.after === undefined || by !== null ? [{ status, by }] : [];
  });
  return reached.at(-1) ?? null;
}

/** Why a stage cannot be gone to from here: no way leads there, or its way is not open yet; null when it can. */
export function refuseMove(walk: Walk, to: string): 'noWay' | 'notYet' | null {
  const ways = walk.moves.filter(({ stage }) => stage.id === to);
  if (ways.length === 0) return 'noWay';
  const leavesWork = walk.next !== null && walk.next.step.optional !== true;
  return ways.some(({ open, transition }) => open && (transition.loop === true || !leavesWork))
    ? null
    : 'notYet';
}
