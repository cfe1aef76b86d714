import type { CaseType } from './case';
import type { Playbook, Step, StepKind, Words } from './playbook';

/** Kinds a seller can add by hand; the others need more than a title. */
export const addableKinds = [
  'note',
  'script',
  'memo',
  'contact',
  'slip',
  'sendReturnInfo',
  'register',
  'inspect',
] as const satisfies readonly StepKind[];
export type AddableKind = (typeof addableKinds)[number];

/** A step moved up or down among the steps of its stage. */
export function moveStep(playbook: Playbook, stepId: string, by: -1 | 1): Playbook {
  const steps = [...playbook.steps];
  const from = steps.findIndex(({ id }) => id === stepId);
  const stage = steps[from]?.stage;
  let to = from + by;
  while (steps[to] !== undefined && steps[to]?.stage !== stage) to += by;
  const [a, b] = [steps[from], steps[to]];
  if (a === undefined || b === undefined) return playbook;
  steps[from] = b;
  steps[to] = a;
  return { ...playbook, steps };
}

/** Without a step. A condition that asked about it simply no longer holds. */
export function removeStep(playbook: Playbook, stepId: string): Playbook {
  return { ...playbook, steps: playbook.steps.filter(({ id }) => id !== stepId) };
}

/** With some parts of a step changed. */
export function changeStep(playbook: Playbook, stepId: string, part: Partial<Step>): Playbook {
  return {
    ...playbook,
    steps: playbook.steps.map((step) => (step.id === stepId ? { ...step, ...part } : step)),
  };
}

/** With one more step at the end of a stage, under a name not used yet. */
export function addStep(playbook: Playbook, stage: string, kind: AddableKind, title: Words): Playbook {
  const used = new Set(playbook.steps.map(({ id }) => id));
  let count = 1;
  while (used.has(`own-${count}`)) count += 1;
  const step: Step = {
    id: `own-${count}`,
    stage,
    kind,
    title,
    rows: [],
    ...(kind === 'script' ? { text: title } : {}),
  };
  const last = playbook.steps.findLastIndex((one) => one.stage === stage);
  const steps = last < 0 ? [...playbook.steps, step] : playbook.steps.toSpliced(last + 1, 0, step);
  return { ...playbook, steps };
}

/** A copy as a case type of the seller's own; `key` begins with `own-`. */
export function asOwnType(playbook: Playbook, key: string, name: Words): Playbook {
  const like: CaseType = playbook.like;
  return { ...playbook, key, like, name, version: 1 };
}
