/**
 * With the app lock on, every row of every table is sealed, also of a table added tomorrow. Left as they are:
 * - `blobs`, `thumbs`, `likenesses`: files and what is derived from them (the settings say so);
 * - `vaultState`: the mirror's numbers; `rules`, `calendarYears`, `pauses`, `playbooks`: knowledge, nobody's data.
 */
const plainTables: ReadonlySet<string> = new Set([
  'blobs',
  'thumbs',
  'likenesses',
  'vaultState',
  'rules',
  'calendarYears',
  'pauses',
  'playbooks',
]);

/**
 * Fields whose text may stand beside a sealed row, because an index needs them and they name nobody. Every other text
 * in an index is replaced by a keyed token: equal texts stay equal, and nothing more can be told of them.
 */
const harmlessFields: ReadonlySet<string> = new Set([
  'id',
  'caseId',
  'caseNo',
  'personId',
  'sha256',
  'type',
  'waitingOn',
  'platform',
  'status',
  'state',
  'month',
  'kind',
  'role',
  'origin',
  'ruleId',
  'scriptId',
  'step',
  'table',
  'waitsFor',
  // Times and running numbers.
  'at',
  'createdAt',
  'deletedAt',
  'dueAt',
  'happenedAt',
  'n',
  'nextSort',
  'receivedAt',
  'seq',
  'updatedAt',
]);

/** Needed before anything can be opened, so that older code refuses newer data. */
const plainSettings: ReadonlySet<unknown> = new Set(['schemaNumber']);

/** Whether rows of a table are sealed at all. */
export function isSealedTable(table: string): boolean {
  return !plainTables.has(table);
}

/** Whether this one row stays as it is. */
export function isPlainRow(table: string, key: unknown): boolean {
  return table === 'settings' && plainSettings.has(key);
}

/** Whether a text in this field is replaced by a token. */
export function isTokenField(field: string): boolean {
  return !harmlessFields.has(field);
}
