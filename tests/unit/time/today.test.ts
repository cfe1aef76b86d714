import { describe, expect, it } from 'vitest';
import { fromShanghai, startOfDay } from '#shared/domain/shanghai-time';
import { arrangeToday, type RunningDeadline } from '#shared/domain/today';
import { makeCase } from '../../helpers/make-case';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const endOfToday = startOfDay(now, 1);
const hour = 3_600_000;
const id = (n: number): CaseId => `01KAJ00000000000000000000${n}` as CaseId;

function deadline(caseId: CaseId, dueAt: number, actor = 'merchant'): RunningDeadline {
  return { caseId, ruleId: 'pdd.refund-only.review', dueAt, shadowDueAt: null, onMiss: 'auto_refund', actor };
}

function bands(cases: readonly Case[], deadlines: readonly RunningDeadline[] = []): string[] {
  return arrangeToday(cases, deadlines, now, endOfToday).map(
    (row) => `${row.item.id.at(-1)}:${row.kind}:${row.band}`,
  );
}

describe('Today', () => {
  it('R7 lists an open case without a next step until it has one', () => {
    expect(bands([makeCase({ id: id(1) })])).toEqual(['1:none:noNext']);
    expect(bands([makeCase({ id: id(1), nextActionAt: now + hour })])).toEqual(['1:followUp:soon']);
  });

  it('R7 a running deadline of ours is a next step, one of theirs is not', () => {
    expect(bands([makeCase({ id: id(1) })], [deadline(id(1), now + 5 * hour)])).toEqual(['1:deadline:today']);
    expect(bands([makeCase({ id: id(1) })], [deadline(id(1), now + 5 * hour, 'buyer')])).toEqual([
      '1:none:noNext',
      '1:deadline:waiting',
    ]);
  });

  it('R111 goes from overdue over two hours and today to later, most pressing first', () => {
    const cases = [
      makeCase({ id: id(1), nextActionAt: now + 30 * hour }),
      makeCase({ id: id(2), nextActionAt: now + 2 * hour }),
      makeCase({ id: id(3), nextActionAt: now }),
      makeCase({ id: id(4), nextActionAt: endOfToday - 1 }),
      makeCase({ id: id(5), nextActionAt: endOfToday, waitingOn: 'buyer' }),
      makeCase({ id: id(6), nextActionAt: now - hour }),
    ];
    expect(bands(cases)).toEqual([
      '6:followUp:overdue',
      '3:followUp:overdue',
      '2:followUp:soon',
      '4:followUp:today',
      '5:followUp:waiting',
      '1:followUp:later',
    ]);
  });

  it('J01 S15 what is due at 24:00 is due today, a follow-up at 0:00 is tomorrow’s', () => {
    const cases = [makeCase({ id: id(1) }), makeCase({ id: id(2), nextActionAt: endOfToday })];
    expect(bands(cases, [deadline(id(1), endOfToday)])).toEqual(['1:deadline:today', '2:followUp:later']);
    expect(bands([makeCase({ id: id(1) })], [deadline(id(1), endOfToday + 1)])).toEqual(['1:deadline:later']);
  });

  it('shows the soonest of a case’s own clocks only, and all of theirs', () => {
    const clocks = [
      { ...deadline(id(1), now + 9 * hour), ruleId: 'b' },
      { ...deadline(id(1), now + 3 * hour), ruleId: 'a' },
      deadline(id(1), now + 4 * hour, 'buyer'),
    ];
    const rows = arrangeToday([makeCase({ id: id(1) })], clocks, now, endOfToday);
    expect(rows.map((row) => row.ruleId)).toEqual(['a', 'pdd.refund-only.review']);
  });

  it('ignores a deadline whose case is closed or gone', () => {
    expect(bands([], [deadline(id(9), now)])).toEqual([]);
  });
});
