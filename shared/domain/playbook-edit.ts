import type { CaseType } from './case';
import { assertNever } from '../assert-never';
import {
  stepKinds,
  type DecisionOption,
  type EvidenceSlot,
  type Playbook,
  type Step,
  type StepField,
  type Words,
} from './playbook';

/** Kinds a seller can add by hand: all the engine knows. */
export const addableKinds = stepKinds;
export type AddableKind = (typeof addableKinds)[number];

const money: StepField = {
  id: 'amount',
  title: { zh: '金额', en: 'Amount' },
  type: 'money',
  required: true,
};
const yesNo: readonly DecisionOption[] = [
  { id: 'yes', title: { zh: '是', en: 'Yes' } },
  { id: 'no', title: { zh: '否', en: 'No' } },
];
const photo: EvidenceSlot = {
  id: 'fault-photo',
  title: { zh: '看得出问题的照片或视频', en: 'Photo or video that shows the fault' },
  kinds: ['photo', 'video'],
  min: 1,
};

/** What a kind cannot be without; the editor lets it be changed. Actions with a gate get theirs from the start. */
function startOf(kind: AddableKind, title: Words): Partial<Step> {
  switch (kind) {
    case 'script':
      return { text: title };
    case 'evidence':
      return { slots: [photo] };
    case 'decision':
      return { options: yesNo };
    case 'deadline':
      return { event: 'negotiation.message' };
    case 'extendTrade':
      return { days: 10 };
    case 'refund':
      return {
        guard: 'refund',
        event: 'refund.succeeded',
        fields: [{ ...money, id: 'refund', title: { zh: '退款', en: 'Refund' } }],
      };
    case 'claim':
      return { guard: 'bookLoss', event: 'claim.filed', fields: [money] };
    case 'memo':
    case 'sendReturnInfo':
    case 'slip':
    case 'contact':
    case 'inspect':
    case 'register':
    case 'note':
      return {};
    default:
      return assertNever(kind);
  }
}

/** A name for a new part of a step that no other has. */
export function freeName(used: readonly string[], start: string): string {
  let count = 1;
  while (used.includes(`${start}${count}`)) count += 1;
  return `${start}${count}`;
}

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
    ...startOf(kind, title),
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
