import { parseYuan } from '#shared/domain/money';
import { cleanFaultLimit, findFaults, type FaultAlert, type FaultLimit } from '#shared/reports/faults';
import { isIn, monthsIn, wholeMonths, type Period } from '#shared/reports/period';
import { toReportCase, type ReasonNames, type ReportCase } from '#shared/reports/reasons';
import { caseStatuses, type CaseStatus } from '#shared/domain/case';
import { refundEvent } from '#shared/knowledge/report-kinds';
import { getCases } from './case-repository';
import { database } from './database';
import type { CaseRecord } from './records';
import type { Claim } from '#shared/domain/claim';
import type { CaseId, ShopId } from '#shared/domain/ids';
import type { ReportCost } from '#shared/reports/costs';

const dayMs = 86_400_000;
const pageRows = 1000;

/** Which shop is looked at: all, one, or the cases without a shop. */
export type ShopChoice = ShopId | 'all' | 'none';

function isOfShop(choice: ShopChoice, shopId: ShopId | null): boolean {
  return choice === 'all' || (choice === 'none' ? shopId === null : shopId === choice);
}

/** The cases opened in a period, oldest first. Those in the trash are in no report. */
export async function readReportCases(
  period: Period,
  shop: ShopChoice,
  names: ReasonNames,
): Promise<readonly ReportCase[]> {
  const found: ReportCase[] = [];
  for (const status of caseStatuses)
    await eachPage(status, period, (row) => {
      if (row.deletedAt === null && isOfShop(shop, row.shopId)) found.push(toReportCase(row, names));
    });
  return found.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Rows of a status by time, some at a time: all at once would hold the window up. */
async function eachPage(
  status: CaseStatus,
  { from, to }: Period,
  take: (row: CaseRecord) => void,
): Promise<void> {
  let at = from;
  let size = pageRows;
  // Rows of the moment a page ended in come again with the next.
  let seen = new Set<CaseId>();
  for (;;) {
    const rows = await database()
      .cases.where('[status+createdAt]')
      .between([status, at], [status, to], true, false)
      .limit(size)
      .toArray();
    for (const row of rows) if (!seen.has(row.id)) take(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < size) return;
    // More of one moment than a page holds.
    if (last.createdAt === at) size *= 2;
    const end = last.createdAt;
    seen = new Set([
      ...(end === at ? seen : []),
      ...rows.flatMap((row) => (row.createdAt === end ? row.id : [])),
    ]);
    at = end;
  }
}

/** What one period of one shop is made of. */
export type ReportSource = {
  readonly cases: readonly ReportCase[];
  /** The same of every month the period touches, whole: orders are known by month only (R1). */
  readonly monthCases: readonly ReportCase[];
  readonly costs: readonly ReportCost[];
  /** Claims whose money came in the period. */
  readonly paid: readonly Pick<Claim, 'paidFen'>[];
  /** Refunds written down in the procedure of cases opened in the period: fen. */
  readonly refunded: { readonly fen: number; readonly cases: number };
  /** Wrong shipments with a cost of their own, in no case that has costs: fen. */
  readonly wrong: { readonly fen: number; readonly count: number };
};

/** Reads a period once per table. */
export async function readReport(
  period: Period,
  shop: ShopChoice,
  names: ReasonNames,
  now: number,
): Promise<ReportSource> {
  const db = database();
  const monthCases = await readReportCases(wholeMonths(period), shop, names);
  const cases = monthCases.filter(({ createdAt }) => isIn(createdAt, period));
  const [costRows, claims, wrongRows] = await Promise.all([
    db.costs.where('at').between(period.from, period.to, true, false).toArray(),
    db.claims.filter(({ settledAt, paidFen }) => paidFen !== null && isIn(settledAt ?? 0, period)).toArray(),
    readWrong(period, now),
  ]);
  const byId = new Map(cases.map((item) => [item.id, item]));
  const older = [...new Set([...costRows, ...claims].map(({ caseId }) => caseId))].filter(
    (id) => !byId.has(id),
  );
  for (const item of await getCases(older))
    if (isOfShop(shop, item.shopId)) byId.set(item.id, toReportCase(item, names));
  const costs = costRows.flatMap(({ caseId, kind, amountFen, bearer, at }): ReportCost[] => {
    const item = byId.get(caseId);
    if (item === undefined) return [];
    return [
      { caseId, kind, amountFen, bearer, at, product: item.product, reason: item.found || item.stated },
    ];
  });
  const counted = new Set<CaseId | null>(costRows.map(({ caseId }) => caseId));
  const wrong = wrongRows.filter(
    (row) =>
      row.costFen > 0 && isOfShop(shop, row.shopId) && (row.caseId === null || !counted.has(row.caseId)),
  );
  return {
    cases,
    monthCases,
    costs,
    paid: claims.filter(({ caseId }) => byId.has(caseId)),
    refunded: await readRefunded(cases),
    wrong: { fen: wrong.reduce((sum, { costFen }) => sum + costFen, 0), count: wrong.length },
  };
}

async function readWrong(period: Period, now: number) {
  const months = monthsIn(period, now);
  const [last = '', first = last] = [months[0], months.at(-1)];
  const rows = await database()
    .wrongShipments.where('[month+happenedAt]')
    .between([first, 0], [last, Infinity])
    .toArray();
  return rows.filter(({ deletedAt, happenedAt }) => deletedAt === null && isIn(happenedAt, period));
}

/** Refunds are a step of the procedure, which writes its amount down. */
async function readRefunded(cases: readonly ReportCase[]): Promise<ReportSource['refunded']> {
  const ids = cases.filter(({ events }) => events[refundEvent] !== undefined).map(({ id }) => `${id}:refund`);
  let fen = 0;
  let count = 0;
  for (const row of await database().steps.bulkGet(ids)) {
    const amount = row?.state === 'done' ? parseYuan(row.values['refund'] ?? '') : null;
    if (amount === null) continue;
    fen += amount;
    count += 1;
  }
  return { fen, cases: count };
}

const settingsKey = 'reports';

/** What the seller chose for the reports. Targets are hundredths of a percent, null while there is none (R1). */
export type ReportSettings = FaultLimit & {
  readonly refundTarget: number | null;
  readonly returnTarget: number | null;
};

export async function readReportSettings(): Promise<ReportSettings> {
  const stored = (await database().settings.get(settingsKey))?.value as Partial<ReportSettings> | undefined;
  const target = (value: unknown): number | null =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
  return {
    ...cleanFaultLimit(stored ?? {}),
    refundTarget: target(stored?.refundTarget),
    returnTarget: target(stored?.returnTarget),
  };
}

/** Changes some of it. */
export async function writeReportSettings(change: Partial<ReportSettings>): Promise<void> {
  const { settings } = database();
  await database().transaction('rw', [settings], async () => {
    const value = { ...(await readReportSettings()), ...change };
    await settings.put({ key: settingsKey, value: { ...value, ...cleanFaultLimit(value) } });
  });
}

/** The same fault of a product again and again (R31), over all shops. */
export async function readFaultAlerts(now: number, names: ReasonNames): Promise<readonly FaultAlert[]> {
  const limit = await readReportSettings();
  const period = { from: now - limit.days * dayMs, to: now + 1 };
  const [cases, feedback] = await Promise.all([
    readReportCases(period, 'all', names),
    database().qualityFeedbacks.toArray(),
  ]);
  return findFaults(cases, limit, now, feedback);
}

/** Whether there is any case to count. */
export async function hasCases(): Promise<boolean> {
  return (await database().cases.limit(1).primaryKeys()).length > 0;
}
