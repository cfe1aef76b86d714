/** What is left of a record when the person in it is to be forgotten: figures, kinds, times and links between records. */

/** Texts that name goods or the shop's own people, not buyers. */
const keptFields: ReadonlySet<string> = new Set([
  'id',
  'caseId',
  'shopId',
  'caseNo',
  'platform',
  'product',
  'shouldSend',
  'sent',
  'packedBy',
  'month',
  'ruleId',
  'ruleKey',
  'currency',
  // Codes of a list, which the figures need (R4).
  'claimReason',
  'foundReason',
  'complaintChannel',
]);
/** Fields that say who or what was written, whatever their value looks like. */
const personal =
  /buyer|name|nick|phone|mobile|tel|address|recipient|note|text|reason|order|waybill|track|wechat|title|content|message|description|action|url|path|file|sha/i;
/** A word of a fixed list in our code: `refundOnly`, `merchant`, `pdd`. */
const listWord = /^[a-z][a-zA-Z0-9_]{0,30}$/;
/** One of the app's own ids. */
const ownId = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * A copy of a row without what tells of a person: numbers, truth values, ids and list words stay, every other text goes.
 * @param alias stands where a buyer ID stood
 * @param words that must stand nowhere, such as the buyer ID
 */
export function anonymiseRow<Row>(row: Row, alias: string, words: readonly string[] = []): Row {
  return clean(row, '', { alias, words: words.filter((word) => word !== '') }) as Row;
}

type Rules = { readonly alias: string; readonly words: readonly string[] };

function clean(value: unknown, field: string, rules: Rules): unknown {
  if (typeof value === 'string') return cleanText(value, field, rules);
  if (Array.isArray(value)) return value.map((one) => clean(one, field, rules));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    // Keys of such records (rule ids, event names) are the app's own.
    Object.entries(value).map(([key, one]) => [key, clean(one, key, rules)]),
  );
}

function cleanText(text: string, field: string, { alias, words }: Rules): string {
  if (/^buyerId$/i.test(field)) return alias;
  if (!ownId.test(text) && words.some((word) => text.includes(word))) return '';
  if (keptFields.has(field) || ownId.test(text)) return text;
  return listWord.test(text) && !personal.test(field) ? text : '';
}

/** How a forgotten buyer is called from then on; says nothing of who it was. */
export function aliasOf(random: string): string {
  return `匿名买家-${random.slice(0, 6)}`;
}

/** Mobile and landline numbers, mail addresses and the like that stand in texts, for looking where they are left. */
export function findNumbers(text: string): readonly string[] {
  return [...new Set(text.match(/(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/g) ?? [])];
}
