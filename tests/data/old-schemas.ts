import { versionOne } from './version-one';

/** What versions 2 to 4 added. Databases like these are out there for ever: this list is never changed. */
const added: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: versionOne,
  2: { rules: 'key, ruleId, origin', calendarYears: 'year', pauses: 'id', patrolRounds: 'id, [kind+at]' },
  3: { outbox: '++seq', vaultState: 'key' },
  4: {
    commitments: 'id, caseId, [state+dueAt], [platform+buyerId]',
    contacts: 'id, caseId, personId, at',
    people: 'id, role',
    buyers: 'key',
    steps: 'id, caseId',
    playbooks: 'key',
    scripts: 'id',
    scriptUses: 'scriptId',
    inspections: 'id, caseId',
    weighings: 'id, caseId',
    parcels: 'id, caseId, waybill, state',
    costs: 'id, caseId, at',
    claims: 'id, caseId, dueAt',
    inbox: 'id, receivedAt, sha256, waitsFor',
    likenesses: 'sha256, *bands',
    packs: 'id, caseId',
    memoJobs: 'id, createdAt',
    undo: '++seq, step',
    walks: 'id, caseId',
    trash: 'id, deletedAt',
    damages: 'id, sha256',
    staging: 'n, [table+n], [table+caseId]',
    soldOrders: 'key',
    reportNotes: 'key',
    qualityActions: 'id',
    qualityFeedbacks: 'id',
    shopScores: 'id',
  },
};

/** The tables of an earlier version, as it declared them. */
export function storesOfVersion(version: number): Readonly<Record<string, string>> {
  return Object.assign({}, ...Array.from({ length: version }, (_one, index) => added[index + 1])) as Record<
    string,
    string
  >;
}
