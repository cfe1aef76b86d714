import { takesCod } from '#shared/domain/carrier-policy';
import { monthNames, slipTexts, type SlipTexts } from '#shared/knowledge/slip-texts';
import type { ReturnSlip } from '#shared/domain/return-slip';
import { printable } from '#shared/domain/printable';

/** A stretch of text in one weight. */
export type Segment = { readonly text: string; readonly bold: boolean };

/** What a printed text is; tests and warnings speak of these. */
export type SlipPart =
  | 'title'
  | 'hint'
  | 'buyer'
  | 'order'
  | 'product'
  | 'handling'
  | 'recipient'
  | 'address'
  | 'rule'
  | 'extra'
  | 'sender'
  | 'caseNo';

export type SlipRow = {
  readonly part: 'order' | 'product' | 'handling';
  readonly label: string;
  readonly value: string;
  readonly mono: boolean;
};

/** Everything a slip says, filled in and in order, before anybody decides where it stands. */
export type SlipWords = {
  readonly texts: SlipTexts;
  readonly buyer: string;
  readonly rows: readonly SlipRow[];
  readonly recipient: string;
  readonly address: string;
  readonly rules: readonly { readonly part: 'rule' | 'extra'; readonly segments: readonly Segment[] }[];
};

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** `**bold**` marks of a shipped text to segments; values are filled in afterwards so that they cannot make marks. */
function segmentsOf(template: string, values: Readonly<Record<string, string>>): Segment[] {
  return template
    .split('**')
    .map((text, index) => ({ text: fill(text, values), bold: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');
}

function lastDayWords(lastDay: string, texts: SlipTexts): string {
  const [year = '', month = '', day = ''] = lastDay.split('-');
  return fill(texts.day, {
    year,
    month: String(Number(month)),
    day: String(Number(day)),
    monthName: monthNames[Number(month) - 1] ?? month,
  });
}

/** Blank to write on by hand when a value is not known. */
const blankLine = '________________';

/** Fills the slip's texts (R25 to R27, R175, R177). */
export function slipWords(slip: ReturnSlip): SlipWords {
  const texts = slipTexts[slip.language];
  const { rules } = texts;
  const carriers = printable(slip.carriers) || texts.defaultCarriers;
  const rows: readonly SlipRow[] = [
    { part: 'order', label: texts.order, value: printable(slip.orderNo) || blankLine, mono: true },
    { part: 'product', label: texts.product, value: printable(slip.product), mono: false },
    { part: 'handling', label: texts.handling, value: printable(slip.handling), mono: false },
  ];
  const extra = printable(slip.extra);
  const recipient = printable(slip.recipient);
  const phone = printable(slip.phone);
  return {
    texts,
    buyer: printable(slip.buyerId),
    rows: rows.filter((row) => row.value !== ''),
    recipient: recipient === '' && phone === '' ? '' : fill(texts.recipient, { recipient, phone }).trim(),
    address: printable(slip.address),
    rules: [
      {
        part: 'rule',
        segments:
          slip.lastDay === ''
            ? segmentsOf(rules.sendSoon, {})
            : segmentsOf(rules.sendBy, { lastDay: lastDayWords(slip.lastDay, texts) }),
      },
      {
        part: 'rule',
        segments: segmentsOf(takesCod(carriers) ? rules.carriersCod : rules.carriers, { carriers }),
      },
      { part: 'rule', segments: segmentsOf(rules.freight, {}) },
      { part: 'rule', segments: segmentsOf(rules.complete, {}) },
      ...(extra === '' ? [] : [{ part: 'extra' as const, segments: [{ text: extra, bold: false }] }]),
    ],
  };
}

/** The same contents as plain text, for the chat (R177). */
export function slipPlainText(slip: ReturnSlip): string {
  const words = slipWords(slip);
  const { texts } = words;
  const pair = (label: string, value: string): string => `${label}${texts.separator}${value}`;
  return [
    texts.chatHint,
    pair(texts.buyer, words.buyer),
    ...words.rows.filter((row) => row.value !== blankLine).map((row) => pair(row.label, row.value)),
    pair(texts.caseNo, slip.caseNo),
    texts.chatSender,
    '',
    pair(texts.returnTo, ''),
    words.recipient,
    words.address,
    '',
    ...words.rules.map((rule, index) => `${index + 1}. ${rule.segments.map((one) => one.text).join('')}`),
  ].join('\n');
}
