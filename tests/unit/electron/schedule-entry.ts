import type { ScheduleEntry } from '../../../shared/ipc/contract';

/** An alarm for tests: number `index`, due at `dueAt`, of a deadline over at `endsAt` (epoch ms) or a follow-up. */
export function scheduleEntry(
  index: number,
  dueAt: number,
  title = `事 ${index}`,
  endsAt: number | null = null,
): ScheduleEntry {
  const reminderId = `01ARZ3NDEKTSV4RRFF${String(index).padStart(8, '0')}`;
  return {
    occurrence: `${reminderId}@${dueAt}`,
    reminderId,
    caseId: `01BX5ZZKBKACTAV9WE${String(index).padStart(8, '0')}`,
    dueAt,
    kind: endsAt === null ? 'followUp' : 'deadline',
    endsAt,
    title,
    body: `买家 ${index}`,
  };
}
