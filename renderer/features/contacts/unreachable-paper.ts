import { maskPhone, maskText } from '#shared/domain/mask';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { Case } from '#shared/domain/case';
import { byTime, type Contact } from '#shared/domain/contact';
import { caseTypeWords } from '../../text/case-type-words';
import type { PaperSheet } from '#shared/ipc/contract';
import type { TFunction } from 'i18next';

export type PaperSource = {
  readonly item: Case;
  readonly shopName: string;
  /** The attempts to the buyer, in any order. */
  readonly contacts: readonly Contact[];
  /** When it was recorded that the buyer could not be reached; null while it was not. */
  readonly unreachableAt: number | null;
};

/** The words of the record; numbers are masked unless asked. `t` speaks the paper's language. */
export function unreachablePaper(
  t: TFunction,
  language: PaperSheet['language'],
  { item, shopName, contacts, unreachableAt }: PaperSource,
  options: { readonly masked: boolean; readonly now: number },
): PaperSheet {
  const mine = contacts.filter(({ personId }) => personId === undefined).toSorted(byTime);
  const phone = (text: string): string => (options.masked ? maskPhone(text) : text);
  const free = (text: string): string => (options.masked ? maskText(text) : text);
  const none = t('common.none');
  const or = (text: string): string => (text === '' ? none : text);
  const [first, last] = [mine[0], mine.at(-1)];
  const facts: [string, string][] = [
    [t('contacts.paper.shop'), [shopName, t(`domain.platform.${item.platform}`)].filter(Boolean).join(' · ')],
    [t('contacts.paper.buyer'), item.buyerId],
    [t('contacts.paper.order'), or(item.orderNo)],
    [t('contacts.paper.case'), `${item.caseNo} · ${caseTypeWords(t, item)}`],
    [t('contacts.paper.product'), or(item.product)],
    [
      t('contacts.paper.between'),
      first === undefined || last === undefined ? none : `${isoMinute(first.at)} – ${isoMinute(last.at)}`,
    ],
  ];
  return {
    language,
    title: t('contacts.paper.title'),
    facts: facts.map(([name, value]): [string, string] => [name, value.slice(0, 4000)]),
    tables: [
      {
        title: t('contacts.paper.tries', { count: mine.length }),
        head: ['no', 'time', 'channel', 'number', 'result', 'note'].map((one) =>
          t(`contacts.paper.head.${one}`),
        ),
        rows: mine.map((one, index) => [
          String(index + 1),
          isoMinute(one.at),
          t(`playbook.channel.${one.channel}`),
          or(phone(one.phone ?? '')),
          t(`playbook.result.${one.result}`),
          free(one.note),
        ]),
      },
    ],
    notes: [
      unreachableAt === null
        ? t('contacts.paper.open', { count: mine.length })
        : t('contacts.paper.concluded', { count: mine.length, time: isoMinute(unreachableAt) }),
    ],
    foot: t(options.masked ? 'contacts.paper.footMasked' : 'contacts.paper.foot', {
      time: isoMinute(options.now),
    }),
  };
}

/** The same as plain text, for a chat or a back office. */
export function paperText({ title, facts, tables, notes, foot }: PaperSheet): string {
  return [
    title,
    ...facts.map(([name, value]) => `${name}: ${value}`),
    ...tables.flatMap(({ title: heading, rows }) => [
      '',
      heading,
      ...rows.map(([no = '', ...cells]) => `${no}. ${cells.filter((cell) => cell !== '').join(' · ')}`),
    ]),
    '',
    ...notes,
    foot,
  ].join('\n');
}
