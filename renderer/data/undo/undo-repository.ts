import { Dexie } from 'dexie';
import { database } from '../database';
import { syncDeadlines } from '../deadline-repository';
import { syncFollowUp } from '../reminder-repository';
import { appendEvent } from '../timeline-repository';
import { keepInTrash } from '../trash-rows';
import { sameRow } from './same-row';
import { beginNoting } from './undo-middleware';
import { isCompanion, isDerived } from './undo-tables';
import type { CaseId } from '#shared/domain/ids';
import type { JournalKey } from '#shared/vault/journal';
import type { UndoChange, UndoRecord } from '../records';

/** One action of this sitting, as the seller is told of it. */
export type UndoStep = {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  /** Kind of the history line it wrote, or `table.add`, `table.change`, `table.remove`. */
  readonly what: string;
  /** The field that was changed, where the line says so. */
  readonly field: string | null;
  /** For what went to or came from the trash: its kind and the name it has there. */
  readonly trashed: { readonly kind: string; readonly name: string } | null;
  /** Buyer, file or name it was done to; may be empty. */
  readonly subject: string;
  readonly caseId: CaseId | null;
  /** How many things it made, changed or removed. */
  readonly count: number;
  /** Whether something was taken away by it. */
  readonly removes: boolean;
};

/** `newer`: something was changed again since, and nothing was done. `gone`: it can no longer be taken back. */
export type UndoOutcome = 'done' | 'newer' | 'gone';

/** A new sitting begins: from here on actions are noted, those of the last one can no longer be taken back. */
export async function beginUndo(): Promise<void> {
  await database().undo.clear();
  beginNoting();
}

/** The actions that can be taken back, newest first. */
export async function listSteps(): Promise<UndoStep[]> {
  const rows = await database().undo.orderBy(':id').toArray();
  const groups = new Map<string, UndoRecord[]>();
  for (const row of rows) groups.set(row.step, [...(groups.get(row.step) ?? []), row]);
  const found = [...groups.values()].map(describe).reverse();
  const ids = [...new Set(found.flatMap(({ caseId }) => caseId ?? []))];
  const cases = new Map((await database().cases.bulkGet(ids)).map((one) => [one?.id, one?.buyerId]));
  return found.map((step) => ({ ...step, subject: cases.get(step.caseId ?? undefined) ?? step.subject }));
}

/** The newest action, or undefined. */
export async function newestStep(): Promise<UndoStep | undefined> {
  const last = await database().undo.orderBy(':id').last();
  if (last === undefined) return undefined;
  const rows = await database().undo.where('step').equals(last.step).sortBy('seq');
  return describe(rows);
}

const nameFields = ['buyerId', 'fileName', 'title', 'name', 'label', 'text'] as const;

function describe(rows: readonly UndoRecord[]): UndoStep {
  const own = rows.filter((row) => row.changes.length > 0 && !isCompanion(row.table));
  // What went to the trash is named by what it was, not by the trash.
  const first = own.find(({ table }) => table !== 'trash') ?? own[0];
  const event = rows.find((row) => row.event !== null)?.event ?? null;
  const change = first?.changes[0];
  const row = (change?.after ?? change?.before ?? {}) as Readonly<Record<string, unknown>>;
  const subject = nameFields.map((field) => row[field]).find((value) => typeof value === 'string');
  const field = event?.data['field'];
  return {
    id: first?.step ?? '',
    at: rows.at(-1)?.at ?? 0,
    what: event?.kind ?? `${first?.table ?? ''}.${wayOf(change)}`,
    field: typeof field === 'string' ? field : null,
    trashed: trashedThing(event),
    subject: typeof subject === 'string' ? subject.slice(0, 60) : '',
    caseId: event?.caseId ?? null,
    count: new Set(
      own
        .filter(({ table }) => table === first?.table)
        .flatMap(({ changes }) => changes.map(({ key }) => JSON.stringify(key))),
    ).size,
    removes: own.some(({ changes }) => changes.some(({ after }) => after === null)),
  };
}

function trashedThing(event: UndoRecord['event']): UndoStep['trashed'] {
  if (event === null || (event.kind !== 'trashed' && event.kind !== 'restored')) return null;
  return { kind: String(event.data['what']), name: String(event.data['name']) };
}

function wayOf(change: UndoChange | undefined): 'add' | 'change' | 'remove' {
  if (change?.before === null) return 'add';
  return change?.after === null ? 'remove' : 'change';
}

type Net = { readonly table: string; readonly key: JournalKey; readonly before: unknown; after: unknown };

/** What a step did to each row in all: as it was before the first change, and as the last one left it. */
function netChanges(rows: readonly UndoRecord[]): readonly Net[] {
  const net = new Map<string, Net>();
  for (const { table, changes } of rows) {
    for (const { key, before, after } of changes) {
      const id = `${table} ${JSON.stringify(key)}`;
      const known = net.get(id);
      if (known === undefined) net.set(id, { table, key, before, after });
      else known.after = after;
    }
  }
  return [...net.values()].filter(({ before, after }) => !sameRow(before, after));
}

/**
 * Takes an action back: all of it, or nothing. A row that was changed again since is never overwritten. Histories are
 * not rewritten: they get a line that says what was taken back. What the action had made goes to the trash where it
 * can, so that an undo loses nothing either.
 */
export async function undoStep(id: string, now: number): Promise<UndoOutcome> {
  const db = database();
  try {
    return await db.transaction('rw', db.tables, async () => {
      const rows = await db.undo.where('step').equals(id).sortBy('seq');
      if (rows.length === 0) return 'gone';
      const changes = netChanges(rows);
      for (const { table, key, after } of changes) {
        if (isDerived(table)) continue;
        const present: unknown = (await db.table(table).get(key as string)) ?? null;
        if (!sameRow(present, after)) return 'newer';
      }
      for (const change of changes) await takeBack(change, now);
      await bringInLine(rows, changes, now);
      await db.undo.where('step').equals(id).delete();
      return 'done';
    });
  } catch (error) {
    // A name or number that was free then belongs to something newer now.
    if (error instanceof Dexie.DexieError && /ConstraintError|BulkError/.test(error.name)) return 'newer';
    throw error;
  }
}

async function takeBack({ table, key, before }: Net, now: number): Promise<void> {
  const rows = database().table<unknown, JournalKey>(table);
  if (before !== null) await rows.put(before);
  else if (!(await keepInTrash(table, key, now))) await rows.delete(key);
}

/** Clocks, alarms and histories of the cases that were touched. */
async function bringInLine(rows: readonly UndoRecord[], changes: readonly Net[], now: number): Promise<void> {
  const { cases } = database();
  const { what } = describe(rows);
  const ids = new Set<CaseId>(rows.flatMap(({ event }) => event?.caseId ?? []));
  for (const { table, key } of changes) if (table === 'cases') ids.add(key as CaseId);
  for (const caseId of ids) {
    const item = await cases.get(caseId);
    if (item !== undefined) {
      await syncDeadlines(item, now);
      await syncFollowUp(item, now);
    }
    await appendEvent(caseId, 'undone', { what }, now);
  }
}
