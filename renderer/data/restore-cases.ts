import { assertNever } from '#shared/assert-never';
import { formatCaseNo, type Case } from '#shared/domain/case';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { CaseId, ShopId } from '#shared/domain/ids';
import type { Shop } from '#shared/domain/shop';
import type { TimelineEvent } from '#shared/domain/timeline';
import { nextCount } from './counter-repository';
import { database } from './database';
import { isMirrored } from './outbox/mirrored';
import { bringEvidence } from './restore-evidence';
import { stagedEvents, standingOf, type CaseStanding } from './restore-preview';
import { eachStaged, stagedOf } from './restore-staging';
import { appendEvent } from './timeline-repository';
import type { CaseRecord, DeadlineRecord, RuleRecord } from './records';

export type CaseResult = {
  readonly caseId: CaseId;
  readonly buyerId: string;
  /** Its number here; another than in the archive where that one is taken. */
  readonly caseNo: string;
  readonly was: string;
  /** `kept`: what is here is newer and stays, because nobody said otherwise. */
  readonly outcome: 'brought' | 'replaced' | 'kept' | 'same';
  readonly renamed: number;
};

type Options = {
  /** Cases that may be replaced although they are newer here. */
  readonly replace: ReadonlySet<string>;
  /** When the archive was made, and now: epoch ms. */
  readonly archivedAt: number;
  readonly now: number;
};

/**
 * Brings single cases from the staged archive, all of them in one transaction. A case that went on here stays unless it
 * is among `replace`. Numbers and names of evidence stay unique: what is taken here gets the next free one, written
 * into the case's history, whose chain goes on.
 */
export async function applyCases(ids: readonly string[], options: Options): Promise<readonly CaseResult[]> {
  const db = database();
  const results: CaseResult[] = [];
  await db.transaction('rw', db.tables, async () => {
    for (const id of ids) {
      const [record] = await stagedOf<CaseRecord>('cases', id);
      if (record === undefined) continue;
      results.push(await applyCase(record, options));
    }
    await db.staging.clear();
  });
  return results;
}

/** Whether a case would be written, as things are now. */
export async function willApply(id: string, replace: ReadonlySet<string>): Promise<boolean> {
  const [record] = await stagedOf<CaseRecord>('cases', id);
  if (record === undefined) return false;
  const outcome = outcomeOf(await standingOf(record, await stagedEvents(id)), replace.has(id));
  return outcome === 'brought' || outcome === 'replaced';
}

async function applyCase(record: CaseRecord, { replace, archivedAt, now }: Options): Promise<CaseResult> {
  const there = await stagedEvents(record.id);
  const standing = await standingOf(record, there);
  const facts = { caseId: record.id, buyerId: record.buyerId, was: record.caseNo, renamed: 0 };
  const outcome = outcomeOf(standing, replace.has(record.id));
  if (outcome === 'kept' || outcome === 'same') return { ...facts, caseNo: record.caseNo, outcome };
  if (outcome === 'replaced') await removeCase(record.id);
  const caseNo = await freeNumber(record);
  await bringShop(record);
  await database().cases.put({ ...record, caseNo });
  await database().events.bulkPut([...there] as TimelineEvent[]);
  await bringRowsOf(record.id);
  await appendEvent(record.id, 'caseRestored', { archive: isoMinute(archivedAt) }, now);
  if (caseNo !== record.caseNo) {
    await appendEvent(record.id, 'caseRenumbered', { from: record.caseNo, to: caseNo }, now);
  }
  const renamed = await bringEvidence(record, now);
  return { ...facts, caseNo, outcome, renamed };
}

function outcomeOf(standing: CaseStanding, mayReplace: boolean): CaseResult['outcome'] {
  switch (standing) {
    case 'missing':
      return 'brought';
    case 'same':
      return 'same';
    case 'newerThere':
      return 'replaced';
    case 'newerHere':
    case 'apart':
      return mayReplace ? 'replaced' : 'kept';
    default:
      return assertNever(standing);
  }
}

/** Tables whose rows hang on a case. */
function tablesOfCases() {
  return database().tables.filter(
    ({ name, schema }) =>
      isMirrored(name) &&
      name !== 'cases' &&
      schema.indexes.some(({ keyPath }) => (Array.isArray(keyPath) ? keyPath[0] : keyPath) === 'caseId'),
  );
}

async function removeCase(id: CaseId): Promise<void> {
  for (const table of tablesOfCases()) {
    const compound = table.schema.indexes.find(
      ({ keyPath }) => Array.isArray(keyPath) && keyPath[0] === 'caseId',
    );
    const rows =
      compound === undefined
        ? table.where('caseId').equals(id)
        : table.where(compound.name).between([id, -Infinity], [id, '\uffff']);
    await rows.delete();
  }
  await database().cases.delete(id);
}

/** Rows of a case that need no name of their own; evidence and history come apart. */
async function bringRowsOf(id: CaseId): Promise<void> {
  for (const table of tablesOfCases()) {
    if (table.name === 'events' || table.name === 'evidence') continue;
    await table.bulkPut([...(await stagedOf<unknown>(table.name, id))]);
  }
  await bringRules(
    new Set((await stagedOf<DeadlineRecord>('deadlines', id)).flatMap((one) => one.ruleKey ?? [])),
  );
}

/** Deadlines are bound to the exact rule they were computed with. */
async function bringRules(keys: ReadonlySet<string>): Promise<void> {
  if (keys.size === 0) return;
  const { rules } = database();
  await eachStaged<RuleRecord>('rules', async (page) => {
    for (const rule of page) {
      if (keys.has(rule.key) && (await rules.get(rule.key)) === undefined) {
        // An own copy that came along must not become the rule for new cases.
        await rules.put({ ...rule, current: false });
      }
    }
  });
}

async function bringShop({ shopId }: Pick<Case, 'shopId'>): Promise<void> {
  const { shops, addresses } = database();
  if (shopId === null || (await shops.get(shopId)) !== undefined) return;
  await eachStaged<Shop>('shops', async (page) => {
    const shop = page.find((one) => one.id === (shopId as ShopId));
    if (shop === undefined) return;
    const known = shop.addressId === null || (await addresses.get(shop.addressId)) !== undefined;
    await shops.put(known ? shop : { ...shop, addressId: null });
  });
}

/** The case's own number, or the day's next one where another case has it. Later numbers never meet it again. */
async function freeNumber({ id, caseNo }: Pick<Case, 'id' | 'caseNo'>): Promise<string> {
  const { cases, counters } = database();
  const [day = '', sequence = '0'] = caseNo.split('-');
  const key = `case-${day}`;
  const holder = await cases.where('caseNo').equals(caseNo).first();
  if (holder === undefined || holder.id === id) {
    const last = (await counters.get(key))?.value ?? 0;
    if (Number(sequence) > last) await counters.put({ key, value: Number(sequence) });
    return caseNo;
  }
  for (;;) {
    const free = formatCaseNo(day, await nextCount(key));
    if ((await cases.where('caseNo').equals(free).count()) === 0) return free;
  }
}
