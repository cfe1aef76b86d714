import type { TFunction } from 'i18next';
import { deadlineEvents } from '#shared/deadlines/events';
import { maskText } from '#shared/domain/mask';
import { formatYuan } from '#shared/domain/money';
import { isoDay, isoMinute } from '#shared/domain/shanghai-time';
import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { fitText, type TextPart } from '#shared/domain/pack-text';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { Evidence } from '#shared/domain/evidence';
import type { PackPurpose } from '#shared/domain/pack';
import type { TimelineEvent, TimelineKind } from '#shared/domain/timeline';
import type { Weighing } from '#shared/domain/weighing';
import { printable } from '#shared/domain/printable';
import { weighingSum } from './pack-weighing';
import type { Piece } from './pack-draft';

type Names = Readonly<Record<string, { readonly zh: string; readonly en: string } | undefined>>;
const names: Names = deadlineEvents;

/** What the texts of a pack are made from. */
export type PackFacts = {
  readonly item: Case;
  readonly events: readonly TimelineEvent[];
  readonly purpose: PackPurpose;
  readonly waybills: string;
  readonly ask: string;
  readonly masked: boolean;
  /** The weighing that goes along (R33); undefined when there is none or it stays out. */
  readonly weighing?: Weighing | undefined;
};

const keep = (text: string): string => text;
const maskWith = (masked: boolean): ((text: string) => string) => (masked ? maskText : keep);

/** Lines of the history that prove something to others; the rest is our own work. */
const proving: ReadonlySet<TimelineKind> = new Set([
  'evidenceAdded',
  'slipMade',
  'wrongShipmentLogged',
  'scriptCopied',
  'buyerAsked',
]);

/** What happened and when, oldest first: `2026-11-20 09:30 买家申请售后`. */
export function timelineLines(
  t: TFunction,
  language: string,
  { item, events, masked }: Pick<PackFacts, 'item' | 'events' | 'masked'>,
): readonly string[] {
  const happened = happenings(item, language);
  const own = events
    .filter(({ kind }) => proving.has(kind))
    .map((event) => ({ at: event.at, text: eventWords(t, event) }));
  return (
    [...happened, ...own]
      .sort((a, b) => a.at - b.at)
      // A name of a file may hold marks that turn the rest of the line around.
      .map(({ at, text }) => printable(maskWith(masked)(`${isoMinute(at)} ${text}`)))
  );
}

function happenings(item: Case, language: string): { readonly at: number; readonly text: string }[] {
  return Object.entries(item.events).map(([name, at]) => {
    const [base = name, count] = name.split('#');
    const words = names[base]?.[language === 'en' ? 'en' : 'zh'] ?? base;
    return { at, text: count === undefined ? words : `${words} (${count})` };
  });
}

function eventWords(t: TFunction, { kind, data }: TimelineEvent): string {
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(data))
    values[key] = typeof value === 'string' ? printable(value) : (value ?? '');
  if (kind === 'slipMade') values['how'] = t(`slips.way.${data['how']}`);
  if (kind === 'wrongShipmentLogged') {
    values['kind'] = t(`domain.wrongKind.${data['kind']}`);
    values['cost'] = formatYuan(Number(data['costFen'] ?? 0));
  }
  return t(`timeline.${kind}`, values);
}

/** The facts table of the PDF: name and value, empty values left out. */
export function factRows(t: TFunction, facts: PackFacts): (readonly [string, string])[] {
  const { item, waybills, masked } = facts;
  const mask = maskWith(masked);
  const rows: (readonly [string, string])[] = [
    [t('pack.fact.caseNo'), item.caseNo],
    [t('pack.fact.platform'), t(`domain.platform.${item.platform}`)],
    [t('pack.fact.buyerId'), item.buyerId],
    [t('pack.fact.orderNo'), item.orderNo],
    [t('pack.fact.waybills'), waybills.trim()],
    [t('pack.fact.type'), caseTypeWords(t, item)],
    [t('pack.fact.product'), mask(item.product)],
    [t('pack.fact.amount'), item.amountFen === null ? '' : `¥${formatYuan(item.amountFen)}`],
    [t('pack.fact.description'), mask(item.description)],
    [t('pack.fact.ask'), mask(facts.ask)],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** What stands under a picture until the seller writes something else. */
export function defaultCaption(t: TFunction, language: string, item: Evidence): string {
  const kind = t(`domain.evidenceKind.${item.kind}`);
  if ((item.supports ?? '') !== '') return item.supports ?? '';
  // Only what the seller put there: a slot the app guessed could caption a picture with what it does not show.
  const slot = evidenceSlot(item.slot ?? '')?.title;
  if (slot !== undefined && item.note === '') return language === 'en' ? slot.en : slot.zh;
  return item.note === ''
    ? `${kind} ${isoDay(item.receivedAt)}`
    : t('pack.noteOf', { kind, note: item.note });
}

/** The text for the platform's form, drafted from the facts and cut to its length (what matters least goes first). */
export function draftText(
  t: TFunction,
  language: string,
  facts: PackFacts,
  pictures: readonly { readonly piece: Piece; readonly caption: string }[],
  limit: number,
): string {
  const { item, waybills, ask, masked } = facts;
  const mask = maskWith(masked);
  const join = (words: readonly string[]): string =>
    mask(words.filter((one) => one !== '').join(t('pack.text.comma')));
  const order = [
    item.orderNo === '' ? '' : t('pack.text.order', { value: item.orderNo }),
    t('pack.text.buyer', { value: item.buyerId }),
  ];
  const goods = [
    item.product === '' ? '' : t('pack.text.product', { value: item.product }),
    item.amountFen === null ? '' : t('pack.text.amount', { value: formatYuan(item.amountFen) }),
    waybills.trim() === '' ? '' : t('pack.text.waybills', { value: waybills.trim() }),
  ];
  const happened = happenings(item, language).sort((a, b) => a.at - b.at);
  const parts: TextPart[] = [
    { rank: 2, text: join(order) },
    { rank: 3, text: join(goods) },
    {
      rank: 0,
      text: item.description === '' ? '' : mask(t('pack.text.happened', { value: item.description })),
    },
    ...happened.map(({ at, text }, index) => ({
      rank: 100 + happened.length - index,
      text: `${isoMinute(at)} ${text}`,
    })),
    ...pictures
      .filter(({ piece }) => piece.fate === 'picture')
      .map(({ piece, caption }) => ({
        rank: 10 + piece.number,
        text: mask(t('pack.text.picture', { number: piece.number, value: caption })),
      })),
    {
      rank: 5,
      text:
        facts.weighing === undefined
          ? ''
          : t('pack.weighing.text', { value: weighingSum(t, facts.weighing) }),
    },
    { rank: 1, text: mask(ask) },
  ];
  return fitText(parts, limit);
}
