import { AppError } from '#shared/errors';
import { caseTables, createCase, putCase } from './case-repository';
import { readCaseClocks } from './case-clocks';
import { readWalk } from './case-walk';
import { database } from './database';
import { answerStep } from './step-repository';
import { appendEvent } from './timeline-repository';
import type { Case, CaseType, ComplaintChannel } from '#shared/domain/case';
import type { Platform } from '#shared/domain/platform';
import type { ShopId } from '#shared/domain/ids';

/** Types of cases in which platform or authority stands between shop and buyer. */
const complaintTypes = ['complaint', 'intervention'] as const satisfies readonly CaseType[];
/** The clock a deadline from a notice goes into. */
export const noticeRule = 'house.complaint.external';

/** An open complaint with the clock of ours that ends first, or else its next action. */
export type ComplaintLine = {
  readonly item: Case;
  readonly clock: {
    readonly dueAt: number;
    readonly title: { readonly zh: string; readonly en: string };
  } | null;
  /** Lines of its two talks (R73). */
  readonly talks: number;
  /** An offer waits for an answer. */
  readonly waits: boolean;
};

/** Open complaints of all channels, the one whose clock ends first at the top, and how many are closed (R73, R147). */
export async function listComplaints(): Promise<{
  readonly open: readonly ComplaintLine[];
  readonly closed: number;
}> {
  const { cases } = database();
  const all = await cases
    .where('type')
    .anyOf([...complaintTypes])
    .toArray();
  const open = await Promise.all(all.filter(({ status }) => status === 'open').map(lineOf));
  return {
    open: open.sort((a, b) => (a.clock?.dueAt ?? Infinity) - (b.clock?.dueAt ?? Infinity) || 0),
    closed: all.filter(({ status }) => status === 'closed').length,
  };
}

async function lineOf(item: Case): Promise<ComplaintLine> {
  const db = database();
  const [rows, talks] = await Promise.all([
    db.deadlines.where('caseId').equals(item.id).toArray(),
    db.talks.where('caseId').equals(item.id).toArray(),
  ]);
  const [first] = rows
    .filter(({ state, actor }) => state === 'running' && (actor === 'merchant' || actor === 'both'))
    .sort((a, b) => a.dueAt - b.dueAt);
  const known = first === undefined ? [] : await readCaseClocks(item, first.dueAt);
  const title = known.find(({ rule }) => rule.id === first?.ruleId)?.rule.title;
  return {
    item,
    clock:
      first !== undefined && title !== undefined
        ? { dueAt: first.dueAt, title }
        : item.nextActionAt === null
          ? null
          : { dueAt: item.nextActionAt, title: { zh: item.nextAction, en: item.nextAction } },
    talks: talks.length,
    waits: talks.some(({ kind, answer, by }) => kind === 'offer' && answer === 'open' && by === 'us'),
  };
}

export type ComplaintInput = {
  readonly platform: Platform;
  readonly shopId: ShopId | null;
  readonly channel: ComplaintChannel;
  readonly buyerId: string;
  readonly orderNo: string;
  readonly what: string;
  readonly receivedAt: number;
  /** The deadline its notice names; null when it names none. */
  readonly dueAt: number | null;
  readonly nextAction: string;
};

/**
 * Opens a complaint as a case with clocks of its own (R147): from outside the platform one by its channel, and the date
 * of the notice wins over every computed one. Throws `buyerIdEmpty`, `invalidInput` for a time to come.
 */
export async function openComplaint(input: ComplaintInput, now: number): Promise<Case> {
  const { platform, shopId, channel, buyerId, orderNo, what, receivedAt, dueAt, nextAction } = input;
  if (what.trim() === '' || receivedAt > now) throw new AppError('invalidInput', { what: 'complaint' });
  const item = await database().transaction('rw', caseTables(), async () => {
    const item = await createCase(
      {
        platform,
        shopId,
        buyerId,
        orderNo,
        type: 'complaint',
        complaintChannel: channel,
        product: '',
        amountFen: null,
        description: what,
        liability: 'unknown',
        goods: 'unknown',
        waitingOn: 'us',
        nextAction,
        // Two hours before it ends, for whoever rings is not at the desk.
        nextActionAt: dueAt === null ? now + 2 * 3_600_000 : Math.max(now, dueAt - 2 * 3_600_000),
        events: { 'complaint.received': receivedAt },
      },
      now,
    );
    if (dueAt === null) return item;
    // A platform's own clock is corrected at the clock; one from outside has only this.
    if (channel === 'platform') return item;
    const typed = { ...item, typedDue: { ...item.typedDue, [noticeRule]: dueAt } };
    await putCase(typed, now);
    await appendEvent(item.id, 'deadlineTyped', { ruleId: noticeRule, dueAt }, now);
    return typed;
  }); // Where it comes from is said already: the procedure need not ask.
  const walk = await readWalk(item.id);
  const step = walk?.playbook.steps.find(({ id }) => id === 'channel');
  if (step?.options?.some(({ id }) => id === channel) === true)
    await answerStep(item.id, 'channel', channel, now);
  return item;
}
