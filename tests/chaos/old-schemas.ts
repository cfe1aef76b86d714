import { versionOne } from '../data/version-one';

/** What versions 2 and 3 added. Databases like these are out there for ever: this list is never changed. */
const added: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: versionOne,
  2: { rules: 'key, ruleId, origin', calendarYears: 'year', pauses: 'id', patrolRounds: 'id, [kind+at]' },
  3: { outbox: '++seq', vaultState: 'key' },
};

/** The tables of an earlier version, as it declared them. */
export function storesOfVersion(version: number): Readonly<Record<string, string>> {
  return Object.assign({}, ...Array.from({ length: version }, (_one, index) => added[index + 1])) as Record<
    string,
    string
  >;
}
