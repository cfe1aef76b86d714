import { shippedCalendar, withYears, type CalendarYear, type WorkCalendar } from '#shared/deadlines/calendar';
import { shippedRules } from '#shared/deadlines/rules/index';
import { shippedPauses } from '#shared/deadlines/rules/pauses';
import { database } from './database';
import { layerRules, ruleKey } from './rule-layers';
import type { DeadlineRule, PlatformPause } from '#shared/deadlines/rule';
import type { RuleRecord } from './records';

/** Tables that computing a deadline reads; a transaction that computes one has to cover them. */
export function ruleTables() {
  const { rules, calendarYears, pauses } = database();
  return [rules, calendarYears, pauses];
}

async function ownCopies(): Promise<RuleRecord[]> {
  const rows = await database()
    .rules.where('origin')
    .equals('own')
    .filter(({ current }) => current)
    .toArray();
  return rows.sort((a, b) => a.rule.version - b.rule.version);
}

/** The shipped rules with the seller's copies over them: what a new case is computed with. */
export async function rulesInForce(): Promise<readonly DeadlineRule[]> {
  return layerRules(
    shippedRules,
    (await ownCopies()).map(({ rule }) => rule),
  );
}

/** The exact rules kept under these keys, shipped ones of this version of the app included. */
export async function rulesByKey(keys: readonly string[]): Promise<ReadonlyMap<string, DeadlineRule>> {
  const wanted = new Set(keys);
  const found = new Map<string, DeadlineRule>();
  if (wanted.size === 0) return found;
  const rows = await database().rules.bulkGet([...wanted]);
  for (const row of rows) if (row !== undefined) found.set(row.key, row.rule);
  if (found.size === wanted.size) return found;
  const ids = new Set([...wanted].map((key) => key.slice(0, key.lastIndexOf('@'))));
  for (const rule of shippedRules) {
    if (ids.has(rule.id) && wanted.has(ruleKey(rule))) found.set(ruleKey(rule), rule);
  }
  return found;
}

/**
 * Keeps the shipped rules of this version of the app, so that a case computed with one still finds it after an
 * update brought another. Cheap when they are there already.
 */
export async function keepShippedRules(now: number): Promise<void> {
  const { rules } = database();
  const known = new Set(await rules.toCollection().primaryKeys());
  const missing = shippedRules.map((rule): RuleRecord => ({
    key: ruleKey(rule),
    ruleId: rule.id,
    origin: 'shipped',
    current: false,
    rule,
    basedOn: null,
    savedAt: now,
  }));
  await rules.bulkPut(missing.filter(({ key }) => !known.has(key)));
}

/** One line of the rule list: the rule as it counts, and whether it is the seller's own copy. */
export type RuleEntry = {
  /** Stays the same when a copy is saved or given up. */
  readonly key: string;
  readonly rule: DeadlineRule;
  readonly shipped: DeadlineRule | null;
  readonly edited: boolean;
  /** The shipped rule has changed since the copy was made; the copy still counts. */
  readonly shippedChanged: boolean;
};

/** The shipped rule that a copy lies over: a rule may ship in several versions, one after the other in time. */
function baseOf({ ruleId, basedOn }: Pick<RuleRecord, 'ruleId' | 'basedOn'>): DeadlineRule | undefined {
  const version = Number(/@(\d+)\.[^@]*$/u.exec(basedOn ?? '')?.[1]);
  return shippedVersion(ruleId, version);
}

/** The shipped rule of this version; else the first one with this id, which is the newest. */
function shippedVersion(ruleId: string, version: number): DeadlineRule | undefined {
  const versions = shippedRules.filter(({ id }) => id === ruleId);
  return versions.find((rule) => rule.version === version) ?? versions[0];
}

/** Every rule once, with the seller's newest copy in place of the shipped one. */
export async function listRuleEntries(): Promise<readonly RuleEntry[]> {
  const own = await ownCopies();
  const over = new Map(own.map((row) => [baseOf(row), row]));
  const entries = shippedRules.map((shipped): RuleEntry => {
    const copy = over.get(shipped);
    return {
      key: `${shipped.id}@${shipped.version}`,
      rule: copy?.rule ?? shipped,
      shipped,
      edited: copy !== undefined,
      shippedChanged: copy !== undefined && copy.basedOn !== null && copy.basedOn !== ruleKey(shipped),
    };
  });
  const others = new Map(
    own.flatMap((row) => (baseOf(row) === undefined ? [[row.ruleId, row] as const] : [])),
  );
  return [
    ...entries,
    ...[...others.values()].map(({ ruleId, rule }) => ({
      key: ruleId,
      rule,
      shipped: null,
      edited: true,
      shippedChanged: false,
    })),
  ];
}

/**
 * Saves an edited copy under a version of its own. Cases whose clock already runs keep the version they were
 * computed with; the copy counts for clocks that start later.
 */
export async function saveRuleCopy(rule: DeadlineRule, now: number): Promise<DeadlineRule> {
  const db = database();
  return db.transaction('rw', db.rules, async () => {
    const known = await db.rules.where('ruleId').equals(rule.id).toArray();
    const before = known.find((row) => row.origin === 'own' && row.rule.version === rule.version);
    const shipped = before === undefined ? shippedVersion(rule.id, rule.version) : baseOf(before);
    const versions = [...known.map((row) => row.rule.version), ...shippedVersions(rule.id)];
    const copy: DeadlineRule = { ...rule, version: Math.max(...versions) + 1 };
    await db.rules.put({
      key: ruleKey(copy),
      ruleId: copy.id,
      origin: 'own',
      current: true,
      rule: copy,
      basedOn: shipped === undefined ? null : ruleKey(shipped),
      savedAt: now,
    });
    return copy;
  });
}

function shippedVersions(ruleId: string): readonly number[] {
  return [0, ...shippedRules.filter(({ id }) => id === ruleId).map(({ version }) => version)];
}

/**
 * Back to the shipped rule. The copies stay for the cases computed with them.
 * @param version of the shipped rule, where several ship one after the other
 */
export async function dropRuleCopies(ruleId: string, version?: number): Promise<void> {
  await database()
    .rules.where('ruleId')
    .equals(ruleId)
    .filter(
      (row) =>
        row.origin === 'own' && row.current && (version === undefined || baseOf(row)?.version === version),
    )
    .modify({ current: false });
}

/** The shipped work calendar with the years the seller imported or edited. */
export async function readCalendar(): Promise<WorkCalendar> {
  const rows = await database().calendarYears.toArray();
  return withYears(
    shippedCalendar,
    Object.fromEntries(rows.map(({ year, off, work }) => [year, { off, work }])),
  );
}

/** Years of the calendar that are the seller's own. */
export async function listOwnYears(): Promise<readonly string[]> {
  return database().calendarYears.toCollection().primaryKeys();
}

/** Replaces a year as a whole. */
export async function saveCalendarYear(year: string, days: CalendarYear, now: number): Promise<void> {
  await database().calendarYears.put({ year, ...days, savedAt: now });
}

/** Back to the shipped year; a year that ships without data is unknown again. */
export async function dropCalendarYear(year: string): Promise<void> {
  await database().calendarYears.delete(year);
}

/** Windows in which a platform stops its countdowns, newest first: shipped ones and the seller's. */
export async function readPauses(): Promise<readonly PlatformPause[]> {
  const own = await database().pauses.toArray();
  const touched = new Set(own.map(({ id }) => id));
  return [
    ...shippedPauses.filter(({ id }) => !touched.has(id)),
    ...own.filter(({ removed }) => !removed).map(({ removed: _removed, ...pause }) => pause),
  ].sort((a, b) => (a.from < b.from ? 1 : -1));
}

/** Adds a pause or changes the one with this id. */
export async function savePause(pause: PlatformPause): Promise<void> {
  await database().pauses.put({ ...pause, removed: false });
}

/** Takes a pause out. A shipped one is only marked, so that it does not come back. */
export async function removePause(pause: PlatformPause): Promise<void> {
  const { pauses } = database();
  if (shippedPauses.some(({ id }) => id === pause.id)) await pauses.put({ ...pause, removed: true });
  else await pauses.delete(pause.id);
}
