import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#shared/domain/shanghai-time';
import { backupRules, chooseKept, vaultRules } from '#shared/vault/retention';
import { formatSnapshotName, readSnapshotName, type SnapshotName } from '#shared/vault/snapshot';

const day = 86_400_000;
const noon = Date.parse('2026-11-22T04:00:00Z');

function made(part: Partial<SnapshotName>): SnapshotName {
  const all = { seq: 1, takenAt: noon, reason: 'routine' as const, rows: 100, ...part };
  return { ...all, name: formatSnapshotName(all) };
}
function kept(all: readonly SnapshotName[]): readonly number[] {
  const names = chooseKept(all, backupRules);
  return all.filter(({ name }) => names.has(name)).map(({ seq }) => seq);
}

describe('which snapshots stay', () => {
  test('30 latest, the last of 30 days, the last of 12 months', () => {
    // Four a day over 500 days.
    const all = Array.from({ length: 2000 }, (_, n) =>
      made({ seq: n + 1, takenAt: noon + Math.floor(n / 4) * day + (n % 4) }),
    );
    const left = kept(all);
    expect(left.filter((seq) => seq > 1970)).toHaveLength(30);
    // 30 days are 120 snapshots; the last eight of those days stand among the 30 latest.
    const dailies = left.filter((seq) => seq <= 1970 && seq > 1880);
    expect(dailies).toEqual(Array.from({ length: 22 }, (_, n) => 1884 + n * 4));
    const months = new Set(left.map((seq) => isoDay(all[seq - 1]?.takenAt ?? 0).slice(0, 7)));
    expect(months.size).toBe(12);
    expect(left.length).toBeLessThanOrEqual(72);
  });

  test('a shop emptied by a fault does not push out the last full one', () => {
    const full = made({ seq: 1, rows: 5000, takenAt: noon - 900 * day });
    const empties = Array.from({ length: 400 }, (_, n) =>
      made({ seq: n + 2, rows: 3, takenAt: noon + n * 40 * day }),
    );
    expect(kept([full, ...empties])).toContain(1);
    const grown = empties.map((one) => made({ ...one, rows: 4000 }));
    expect(kept([full, ...grown])).not.toContain(1);
  });

  test('three from before migrations stay whatever their age', () => {
    const migrations = [1, 2, 3, 4].map((seq) =>
      made({ seq, reason: 'migration', takenAt: noon - 3000 * day }),
    );
    const later = Array.from({ length: 500 }, (_, n) => made({ seq: n + 10, takenAt: noon + n * 41 * day }));
    expect(kept([...migrations, ...later]).slice(0, 3)).toEqual([2, 3, 4]);
  });

  test('whatever the clock said: the newest always stays, and never more than the rules allow', () => {
    const one = fc.record({
      seq: fc.integer({ min: 1, max: 9999 }),
      takenAt: fc.integer({ min: 0, max: 4e12 }),
      rows: fc.nat(1000),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ seq }) => seq, minLength: 1, maxLength: 150 }),
        (raw) => {
          const all = raw.map((part) => made(part));
          const newest = Math.max(...all.map(({ seq }) => seq));
          for (const rules of [backupRules, vaultRules]) {
            const names = chooseKept(all, rules);
            const seqs = all.filter(({ name }) => names.has(name)).map(({ seq }) => seq);
            expect(seqs).toContain(newest);
            const most = rules.latest + rules.daily + rules.monthly + rules.migrations + 1;
            expect(seqs.length).toBeLessThanOrEqual(most);
            expect(seqs.length).toBeGreaterThanOrEqual(Math.min(all.length, rules.latest));
          }
        },
      ),
    );
  });

  test('a name says what it was made from, and nothing else is taken for one', () => {
    const one = made({ seq: 1234, reason: 'migration', rows: 7 });
    expect(readSnapshotName(one.name)).toEqual(one);
    for (const name of ['x', `${one.name}.damaged-1`, `a${one.name}`, one.name.replace('.gz', '')]) {
      expect(readSnapshotName(name)).toBeNull();
    }
  });
});
