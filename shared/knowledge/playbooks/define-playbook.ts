import { outcomes } from '../../domain/outcome';
import type { CaseType, Liability } from '../../domain/case';
import type {
  ClosingNeed,
  Condition,
  Playbook,
  Step,
  StepKind,
  Transition,
  Words,
} from '../../domain/playbook';

/** A text in both languages. */
export function w(zh: string, en: string): Words {
  return { zh, en };
}

type DraftStep = Omit<Step, 'stage'>;
type StageDraft = {
  readonly id: string;
  readonly title: Words;
  readonly side?: boolean;
  readonly steps: readonly DraftStep[];
  readonly next: readonly Transition[];
};

/** A step; `rows` are the requirement rows it rests on, with blanks between. */
export function step(
  kind: StepKind,
  id: string,
  title: Words,
  rows: string,
  more: Omit<DraftStep, 'id' | 'kind' | 'title' | 'rows'> = {},
): DraftStep {
  return { id, kind, title, rows: rows.split(' '), ...more };
}

export function stage(
  id: string,
  title: Words,
  steps: readonly DraftStep[],
  next: readonly Transition[] = [],
): StageDraft {
  return { id, title, steps, next };
}

/** A by-way: only shown and counted while the case is on it. */
export function byway(...parts: Parameters<typeof stage>): StageDraft {
  return { ...stage(...parts), side: true };
}

/** A way on, taken by itself once the stage's steps are finished and `when` holds. */
export function to(id: string, when?: Condition, title?: Words): Transition {
  return { to: id, ...(when === undefined ? {} : { when }), ...(title === undefined ? {} : { title }) };
}

/** A way back, only taken by hand; the steps from there on are open again. */
export function back(id: string, title: Words, when?: Condition): Transition {
  return { to: id, title, loop: true, ...(when === undefined ? {} : { when }) };
}

export const answered = (answer: string, ...options: readonly string[]): Condition => ({
  answer,
  in: options,
});
export const liable = (...parties: readonly Liability[]): Condition => ({ field: 'liability', in: parties });
export const goodsAre = (...states: readonly string[]): Condition => ({ field: 'goods', in: states });
export const not = (condition: Condition): Condition => ({ not: condition });
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions });
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions });

type PlaybookDraft = {
  readonly key: CaseType;
  readonly name: Words;
  readonly about: Words;
  readonly rows: string;
  readonly bearer: Liability;
  readonly stages: readonly StageDraft[];
  readonly outcomes?: Playbook['outcomes'];
  readonly closing?: readonly ClosingNeed[];
  readonly version?: number;
  readonly statuses?: NonNullable<Playbook['statuses']>;
};

/** Puts a shipped procedure together: stages carry their steps here, the engine wants them in one list. */
export function definePlaybook({
  stages,
  rows,
  key,
  closing = [],
  version = 1,
  ...rest
}: PlaybookDraft): Playbook {
  return {
    outcomes,
    ...rest,
    key,
    like: key,
    version,
    rows: rows.split(' '),
    closing,
    stages: stages.map(({ steps: _steps, ...one }) => one),
    steps: stages.flatMap(({ id, steps }) => steps.map((one) => ({ ...one, stage: id }))),
  };
}
