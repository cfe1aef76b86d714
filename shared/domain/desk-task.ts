import type { CaseId, Id } from './ids';

export type TaskId = Id<'task'>;

/** A question to look into, something to do, or something of one's own in between (R72, R106). */
export const taskKinds = ['query', 'action', 'adHoc'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What has to be ticked before a task somebody gave is over (R106). */
export const taskTicks = ['replied', 'memo', 'registered'] as const;
export type TaskTick = (typeof taskTicks)[number];

/** Something somebody asked for that is no case of its own (留言任务, 临时任务). Times are epoch ms. */
export type DeskTask = {
  readonly id: TaskId;
  /** What is to be done. */
  readonly text: string;
  /** Who asked for it; empty when it is one's own. */
  readonly requester: string;
  readonly kind: TaskKind;
  /** The case it is about; null without one. */
  readonly caseId: CaseId | null;
  /** The order it is about; may be empty. */
  readonly orderNo: string;
  /** 0 for none. */
  readonly dueAt: number;
  /** When it was ticked; 0 when it is not needed, null while it is open. */
  readonly ticks: Readonly<Record<TaskTick, number | null>>;
  readonly doneAt: number | null;
  readonly createdAt: number;
  readonly sample: boolean;
};

export type TaskInput = Pick<DeskTask, 'text' | 'requester' | 'kind' | 'caseId' | 'orderNo' | 'dueAt'>;

/** What is open at the start: an ad-hoc task is only done, the others are answered, noted and registered (R106). */
export function startTicks(kind: TaskKind): DeskTask['ticks'] {
  const open = kind === 'adHoc' ? 0 : null;
  return { replied: open, memo: open, registered: open };
}

/** Whether nothing is left to tick. */
export function isSettled(ticks: DeskTask['ticks']): boolean {
  return taskTicks.every((tick) => ticks[tick] !== null);
}

/** Whether its time has come and gone. */
export function isLate({ dueAt, doneAt }: Pick<DeskTask, 'dueAt' | 'doneAt'>, now: number): boolean {
  return doneAt === null && dueAt > 0 && dueAt < now;
}

type Urgent = Pick<DeskTask, 'dueAt' | 'doneAt' | 'createdAt'>;

/** Soonest first, then what has no time by age; what is done comes last, newest first. */
export function byUrgency(a: Urgent, b: Urgent): number {
  if (a.doneAt !== null || b.doneAt !== null)
    return (b.doneAt ?? Number.MAX_SAFE_INTEGER) - (a.doneAt ?? Number.MAX_SAFE_INTEGER);
  const [first, second] = [a.dueAt || Number.MAX_SAFE_INTEGER, b.dueAt || Number.MAX_SAFE_INTEGER];
  return first - second || a.createdAt - b.createdAt;
}
