import { deadlineEvents, deadlineFields } from './events';
import { formatStamp } from './shanghai';
import type { WhyCode, WhyLine } from './why';

type Text = Readonly<Record<'zh' | 'en', string>>;

/** `{name}` stands for a value of the line; instants come out as Shanghai time. */
const TEXTS: Readonly<Record<WhyCode, Text>> = {
  'typed-in': {
    zh: '以手工填写的时间为准：{due}',
    en: 'the typed-in time counts: {due}',
  },
  anchor: { zh: '从“{event}”起算：{at}', en: 'counts from “{event}” at {at}' },
  'missing-event': { zh: '缺少“{event}”的时间', en: 'the time of “{event}” is not known' },
  'missing-field': { zh: '没有填写“{field}”', en: '“{field}” has not been typed in' },
  'no-promise': {
    zh: '没有填写 {field}，按没有承诺计算',
    en: '{field} is not typed in, so it counts as not promised',
  },
  'not-in-force': {
    zh: '起算时规则不在有效期内（{since} 至 {until}）',
    en: 'the rule was not in force at that time (from {since} to {until})',
  },
  'where-not-met': { zh: '不符合规则的条件 {fact}', en: 'the condition {fact} of the rule is not met' },
  starts: { zh: '从次日零点起算：{at}', en: 'starts at the next midnight: {at}' },
  duration: { zh: '加 {n} {unit}，到 {due}', en: 'plus {n} {unit}, until {due}' },
  'service-hours': { zh: '只计 {open}-{close}（{days}）', en: 'only {open}-{close} counts ({days})' },
  cutoff: { zh: '按当日截点（{before}）计算：{due}', en: 'daily cut-off ({before}) gives {due}' },
  window: { zh: '应答时段 {from} 至 {due}', en: 'answer between {from} and {due}' },
  latest: { zh: '以较晚者为准：{due}', en: 'the later one counts: {due}' },
  earliest: { zh: '以较早者为准：{due}', en: 'the earlier one counts: {due}' },
  rolled: { zh: '遇节假日顺延至 {due}', en: 'moved over days off to {due}' },
  capped: { zh: '“{event}”（{at}）后剩余时间缩短，到 {due}', en: '“{event}” at {at} shortens it to {due}' },
  'cap-without-effect': {
    zh: '“{event}”（{at}）没有使时间变短，仍为 {due}',
    en: '“{event}” at {at} does not shorten it, still {due}',
  },
  restored: { zh: '“{event}”（{at}）恢复为 {due}', en: '“{event}” at {at} restores it to {due}' },
  extended: { zh: '“{event}”（{at}）延长到 {due}', en: '“{event}” at {at} extends it to {due}' },
  'extension-refused': {
    zh: '“{event}”（{at}）不算延长（{reason}），仍为 {due}',
    en: '“{event}” at {at} is no extension ({reason}), still {due}',
  },
  paused: { zh: '{from} 至 {to} 暂停计时', en: 'stands still from {from} to {to}' },
  'paused-open': { zh: '自 {from} 起暂停计时，恢复时间未知', en: 'stands still since {from}, end not known' },
  'year-unknown': {
    zh: '没有 {year} 年的放假安排，按周一至周五推算，请导入日历',
    en: 'no holiday notice for {year}: Monday to Friday assumed, import the calendar',
  },
  shadow: { zh: '平台可能缩短，最早到 {due}', en: 'the platform may shorten it, to {due} at the earliest' },
  'ask-countdown': {
    zh: '“{event}”（{at}）后新的时间未知，请填写后台显示的倒计时',
    en: 'after “{event}” at {at} the new end is not known: type in the countdown shown',
  },
  opens: { zh: '{at} 起可以操作', en: 'possible from {at}' },
  patrol: { zh: '本轮巡查 {at} 开始', en: 'this round opens at {at}' },
  closed: { zh: '已于 {at} 结束', en: 'ended at {at}' },
  'no-result': { zh: '无法算出时限', en: 'no deadline can be worked out' },
  source: {
    zh: '来源 {ref}（{date}），核对于 {checkedOn}',
    en: 'source {ref} ({date}), checked {checkedOn}',
  },
};

type Words = Readonly<Record<string, Text | undefined>>;

const UNITS: Words = {
  second: { zh: '秒', en: 'seconds' },
  minute: { zh: '分钟', en: 'minutes' },
  hour: { zh: '小时', en: 'hours' },
  day: { zh: '天', en: 'days' },
  workday: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
};

const DAYS: Words = {
  all: { zh: '每天', en: 'every day' },
  workdays: { zh: '工作日', en: 'working days' },
};

const REASONS: Words = {
  times: { zh: '次数已用完', en: 'used up' },
  'not-open': { zh: '尚未开放', en: 'not open yet' },
  paused: { zh: '计时已暂停', en: 'the clock stands still' },
};

/** Values that have words of their own, by the name they have in a line. */
const WORDS: Readonly<Record<string, Words | undefined>> = {
  unit: UNITS,
  days: DAYS,
  reason: REASONS,
  event: deadlineEvents,
  field: deadlineFields,
};

const INSTANTS = ['at', 'from', 'to', 'due'];

/** An instant as people write it, in Shanghai time: `2026-11-23 15:30`. */
function writeInstant(instant: number): string {
  const text = formatStamp(instant).replace('T', ' ').replace('+08:00', '');
  return text.endsWith(':00') ? text.slice(0, -':00'.length) : text;
}

/** One step of a worked answer as a sentence; a value that is not there shows as a dash. */
export function explainWhy(line: WhyLine, language: 'zh' | 'en'): string {
  return TEXTS[line.code][language].replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = line.values[name];
    if (value === undefined || value === '') return '–';
    if (INSTANTS.includes(name) && Number.isFinite(value)) return writeInstant(Number(value));
    return WORDS[name]?.[value]?.[language] ?? String(value);
  });
}
