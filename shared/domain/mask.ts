/**
 * Masks for personal data, as Chinese platforms show them: enough stays to recognise a line, not enough to call, visit
 * or name anybody. All are pure, and masking what is masked already changes nothing. Buyer IDs, order numbers and
 * waybills are no personal data here: evidence is found by them.
 */

const digit = '[0-9０-９]';
const gap = '[-\\s\u2010-\u2014－]?';
const sign = '****';

/** Mobile: 138 0013 8000, with or without +86 and with the extension of a platform's virtual number. */
const mobile =
  `(?<!${digit})(?:(?:\\+|＋|00)?86${gap})?([1１][3-9３-９]${digit})${gap}${digit}{4}${gap}(${digit}{4})(?!${digit})` +
  `(?:(转|[-－]|\\s?ext\\.?\\s?)${digit}{3,6}(?!${digit}))?`;
/** Fixed line with its area code, 0571-87654321 or (0571)87654321. */
const landline = `(?<!${digit})([(（]?[0０]${digit}{2,3}[)）]?)${gap}${digit}{3,4}(${digit}{4})(?!${digit})`;

const mobiles = new RegExp(mobile, 'gi');
const landlines = new RegExp(landline, 'g');

/** ID-card numbers: 17 digits and a check sign. Order numbers have 18 digits too, so day and check sign must fit. */
const cards =
  /(?<![0-9A-Za-z])([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx])(?![0-9A-Za-z])/g;
const cardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isCard(text: string): boolean {
  const sum = cardWeights.reduce((all, weight, index) => all + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** `138****8000`, `0571-****4321`; other texts keep at most their last four signs' place: `****`. Empty stays empty. */
export function maskPhone(phone: string): string {
  const text = phone.trim();
  if (text === '') return '';
  const masked = maskPhones(text);
  if (masked !== text || text.includes(sign)) return masked;
  return new RegExp(`${digit}{3}`).test(text) ? sign : text;
}

/** SHA-256 in letters and digits: what looks like a number inside is none, and it has to stay readable whole. */
const fingerprints = /(?<![0-9A-Za-z])([0-9a-f]{64})(?![0-9A-Za-z])/;

function maskPhones(text: string): string {
  // Split with its separators: every second part is a fingerprint.
  return text
    .split(fingerprints)
    .map((part, index) => (index % 2 === 1 ? part : maskNumbers(part)))
    .join('');
}

function maskNumbers(text: string): string {
  return text
    .replace(mobiles, (_whole, head: string, tail: string, extension?: string) =>
      extension === undefined ? `${head}${sign}${tail}` : `${head}${sign}${tail}${extension}${sign}`,
    )
    .replace(landlines, (_whole, area: string, tail: string) => `${area}-${sign}${tail}`);
}

const doubleSurname =
  /^(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|司空|东方|独孤|南宫|西门|长孙|宇文|端木|轩辕)(?=.)/u;

/** `王**`, `欧阳**`, `J**`: the surname or the first letter. The number of stars says nothing. Empty stays empty. */
export function maskName(name: string): string {
  const text = name.trim();
  if (text === '') return '';
  const kept = doubleSurname.exec(text)?.[0] ?? Array.from(text)[0] ?? '';
  return kept === '*' ? '**' : `${kept}**`;
}

/** Province, city, district: what says where a parcel went without saying to whom. */
const region =
  '(?:[\\u4e00-\\u9fff]{2,10}?(?:特别行政区|自治区|自治州|自治县|地区|省|市|区|县|旗|盟|州)[ \\t\\u3000/／-]*)';
const regionsAhead = new RegExp(`^(?:中国[ \\t\\u3000]*)?${region}{1,4}`, 'u');

/** `浙江省杭州市西湖区****`: only the regions stay; without any, `****`. Empty stays empty. */
export function maskAddress(address: string): string {
  const text = address.trim();
  if (text === '') return '';
  const kept = regionsAhead.exec(text)?.[0].trimEnd() ?? '';
  return `${kept}${sign}`;
}

/** What a street address ends in. */
const place =
  '(?:号|室|栋|幢|座|单元|楼|层|路|街|道|巷|弄|村|组|队|苑|园|厦|寓|里|镇|乡|小区|广场|驿站|代收点)';
const addresses = new RegExp(
  `(${region}{1,4})(?![的了是有在])[^\\n。；;，,、!！?？:：*]{0,50}${place}[0-9A-Za-z０-９-]*`,
  'gu',
);

const labelled =
  /((?:收件人|收货人|联系人|真实姓名|姓名|退货人|寄件人)(?:姓名)?[ \t]*[:：]?[ \t]*)([\u4e00-\u9fff·]{2,5})(?![\u4e00-\u9fff*])/gu;
/** `张三 138…`, `张三，138…`: how a pasted address begins. */
const beforePhone = new RegExp(
  `(^|[\\s,，;；、:：])([\\u4e00-\\u9fff]{2,4})([ \\t,，、]+)(?=${mobile})`,
  'gimu',
);
const notNames = /电话|手机|号码|联系|微信|买家|客户|客服|卖家|快递|地址|店铺|热线|方式|支付宝|账号/u;

/**
 * Masks what a free text gives away: phone numbers, ID-card numbers, street addresses, and names that stand behind a
 * label or before a phone number. A name alone in a sentence is not found: say so where it matters.
 */
export function maskText(text: string): string {
  const named = text
    .replace(labelled, (_whole, label: string, name: string) => `${label}${maskName(name)}`)
    .replace(beforePhone, (whole: string, before: string, name: string, between: string) =>
      notNames.test(name) ? whole : `${before}${maskName(name)}${between}`,
    );
  return maskPhones(
    named.replace(cards, (card: string) => (isCard(card) ? `${card.slice(0, 6)}${sign}` : card)),
  ).replace(addresses, (_whole, regions: string) => `${regions.trimEnd()}${sign}`);
}
