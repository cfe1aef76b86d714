import { cleanTaxNumber, lookAtTaxNumber } from './tax-number';
import type { InvoiceDetails } from './invoice';

type Found = Partial<
  Pick<
    InvoiceDetails,
    | 'title'
    | 'taxNo'
    | 'registeredAddress'
    | 'registeredPhone'
    | 'bank'
    | 'bankAccount'
    | 'email'
    | 'recipient'
    | 'phone'
    | 'address'
  >
>;
type Name = keyof Found | 'addressAndPhone' | 'bankAndAccount';

const order: readonly (keyof Found)[] = [
  'title',
  'taxNo',
  'registeredAddress',
  'registeredPhone',
  'bank',
  'bankAccount',
  'email',
  'recipient',
  'phone',
  'address',
];

/** How buyers write the names of the fields; longer ones first, so that a part of one is not taken for another. */
const labels: readonly (readonly [Name, string])[] = [
  ['bankAndAccount', '开户(?:银)?行(?:名称)?\\s*[、/及和]\\s*(?:银行)?[账帐]号'],
  ['addressAndPhone', '(?:公司|单位|注册|企业)?地址\\s*[、/及和]?\\s*电话'],
  ['taxNo', '(?:纳税人)?识别号|统一社会信用代码|信用代码|(?:单位|公司|企业)?税号'],
  ['title', '(?:发票)?抬头|(?:公司|单位|企业|购买?方)?(?:全称|名称)|公司名|单位名'],
  ['bankAccount', '(?:银行)?[账帐]号'],
  ['bank', '开户(?:银)?行(?:名称)?'],
  ['email', '(?:电子)?邮箱(?:地址)?|电子邮件|邮件|e-?mail'],
  ['recipient', '收(?:件|货|票)人(?:姓名)?'],
  ['phone', '(?:收(?:件|货|票)人?|联系)(?:电话|手机)|手机号?码?'],
  ['address', '(?:收(?:件|货|票)|邮寄|寄送)地址'],
  ['registeredAddress', '(?:公司|单位|注册|企业)?地址'],
  ['registeredPhone', '(?:公司|单位|注册|企业)?电话(?:号码)?'],
];
const anyLabel = new RegExp(
  `(?:^|[\\s,，;；。、|])(?:\\d{1,2}[.、)）]\\s*)?(?:${labels.map(([name, words]) => `(?<${name}>${words})`).join('|')})\\s*(?:[:：]|(?=\\s))`,
  'gi',
);
const phone = /(?:\+?86[- ]?)?(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8})$/;

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/^[\s,，;；。、|]+|[\s,，;；。、|]+$/g, '');
}

/** Takes the end of a text that `end` fits, and what stands before it. */
function splitEnd(text: string, end: RegExp): readonly [string, string] {
  const at = text.search(end);
  return at < 0 ? [text, ''] : [tidy(text.slice(0, at)), tidy(text.slice(at))];
}

/**
 * Reads what a buyer sent for an invoice, as it was copied from a chat: fields with their names in any order, several
 * in a line; of a text without names what can be told by its looks. Fields that are not there are left out.
 */
export function readInvoiceText(typed: string): Found {
  const text = typed.normalize('NFKC').slice(0, 4000);
  const marks = [...text.matchAll(anyLabel)];
  const found: Partial<Record<Name, string>> = {};
  for (const [index, mark] of marks.entries()) {
    const name = Object.entries(mark.groups ?? {}).find(([, words]) => words !== undefined)?.[0] as Name;
    const value = tidy(text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length));
    if (value !== '') found[name] ??= value;
  }
  const { addressAndPhone, bankAndAccount, ...rest } = found;
  const [address, itsPhone] = splitEnd(addressAndPhone ?? '', phone);
  const [bank, account] = splitEnd(bankAndAccount ?? '', /(?:\d[\s-]?){8,}$/);
  const read: Record<string, string> = {
    ...looseOf(marks.length === 0 ? text : ''),
    ...(addressAndPhone === undefined ? {} : { registeredAddress: address, registeredPhone: itsPhone }),
    ...(bankAndAccount === undefined ? {} : { bank, bankAccount: account }),
    ...rest,
  };
  if (read['taxNo'] !== undefined) read['taxNo'] = cleanTaxNumber(read['taxNo']).slice(0, 30);
  if (read['bankAccount'] !== undefined) read['bankAccount'] = read['bankAccount'].replaceAll(/\s/g, '');
  return Object.fromEntries(
    order.flatMap((name) => (read[name] === undefined || read[name] === '' ? [] : [[name, read[name]]])),
  );
}

/** Lines without names: a mailbox, a number that looks like a tax number, and the first other line as the title. */
function looseOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of text.split(/[\n,，;；]/).map(tidy)) {
    const look = lookAtTaxNumber(line);
    if (line === '') continue;
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(line)) found['email'] ??= line;
    else if (['fine', 'checkDigit', 'old'].includes(look.kind)) found['taxNo'] ??= line;
    else if (!/^\d+$/.test(line)) found['title'] ??= line;
  }
  return found;
}
