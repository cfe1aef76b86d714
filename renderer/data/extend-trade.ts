import { readCaseClocks } from './case-clocks';
import { nextOccurrence } from './deadline-repository';
import type { Case } from '#shared/domain/case';

/** One way to extend a case's trade, with the close date before and after (epoch ms). */
export type ExtendChoice = {
  readonly event: string;
  readonly days: number;
  readonly dueNow: number;
  readonly dueAfter: number;
};

/** Events by which the seller extends, with their days, as the deadline rules know them. */
const extensions: readonly (readonly [event: string, days: number])[] = [
  ['merchant.extended.3d', 3],
  ['merchant.extended.5d', 5],
  ['merchant.extended.7d', 7],
  ['merchant.receipt_extended', 10],
];

/**
 * When the trade closes by itself (epoch ms), or null while that is not known. The platform's own rule tells; where it
 * has none, the shop's does.
 */
async function closeDate(item: Case, now: number): Promise<number | null> {
  const clocks = (await readCaseClocks(item, now)).filter(
    ({ rule, result }) =>
      rule.onMiss === 'deemed_received' &&
      result.due !== null &&
      (rule.adjust ?? []).some(
        ({ on, extend }) => extend !== undefined && extensions.some(([name]) => name === on),
      ),
  );
  const platform = clocks.filter(({ rule }) => rule.basis === 'platform');
  const due = (platform.length > 0 ? platform : clocks).flatMap(({ result }) => result.due ?? []);
  return due.length === 0 ? null : Math.min(...due);
}

/**
 * What each extension would do to the day the trade closes (R24), by the platform's own rule; empty where no rule
 * knows one or the day the order was shipped is not recorded.
 */
export async function previewExtensions(item: Case, now: number): Promise<ExtendChoice[]> {
  const dueNow = await closeDate(item, now);
  if (dueNow === null) return [];
  const choices: ExtendChoice[] = [];
  for (const [event, days] of extensions) {
    const name = nextOccurrence(item.events, event);
    const dueAfter = await closeDate({ ...item, events: { ...item.events, [name]: now } }, now);
    if (dueAfter !== null && dueAfter > dueNow) choices.push({ event: name, days, dueNow, dueAfter });
  }
  return choices;
}
