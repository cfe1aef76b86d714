import type { TFunction } from 'i18next';
import { formatYuan } from '#shared/domain/money';
import { dayStamp, isoMinute } from '#shared/domain/shanghai-time';
import { caseTypeWords } from '../../text/case-type-words';
import type { TimelineEvent } from '#shared/domain/timeline';
import type { PortableWords } from '../../data/archive-portable';

/** Fields of a history line that are words of the app's own lists. */
const areas: Readonly<Record<string, string>> = {
  type: 'caseType',
  flag: 'flag',
  liability: 'liability',
  goods: 'goods',
  waitingOn: 'waitingOn',
  platform: 'platform',
};

/** Everything an export says, in the seller's language. @param now epoch ms */
export function portableWords(t: TFunction, language: string, masked: boolean, now: number): PortableWords {
  const about = t(masked ? 'backup.reader.aboutMasked' : 'backup.reader.about', { time: isoMinute(now) });
  return {
    fileName: `${t('backup.exportName')}-${dayStamp(now)}`,
    readme: `${t('backup.readme')}\n\n${about}\n`.replaceAll('\n', '\r\n'),
    head: { language, title: t('backup.reader.title'), about, search: t('backup.reader.search') },
    reader: {
      files: t('backup.reader.files'),
      timeline: t('backup.reader.timeline'),
      open: t('backup.reader.open'),
      more: t('backup.reader.more'),
    },
    title: (item) => [caseTypeWords(t, item), item.product].filter(Boolean).join(' · '),
    facts: (item) => [
      [t('backup.reader.platform'), t(`domain.platform.${item.platform}`)],
      [t('timeline.field.orderNo'), item.orderNo],
      [t('timeline.field.type'), caseTypeWords(t, item)],
      [t('timeline.field.product'), item.product],
      [t('timeline.field.amountFen'), item.amountFen === null ? '' : `¥${formatYuan(item.amountFen)}`],
      [t('timeline.field.description'), item.description],
      [t('timeline.field.liability'), t(`domain.liability.${item.liability}`)],
      [t('backup.reader.opened'), isoMinute(item.createdAt)],
      [t('backup.reader.closed'), item.closedAt === null ? '' : isoMinute(item.closedAt)],
    ],
    event: (event) => eventText(t, event),
  };
}

function eventText(t: TFunction, { kind, data }: TimelineEvent): string {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) values[name] = wordOf(t, name, value);
  if (kind === 'caseEdited') {
    const field = String(data['field']);
    values['field'] = t(`timeline.field.${field}`);
    for (const side of ['from', 'to']) values[side] = wordOf(t, field, data[side] ?? null);
  }
  return t(`timeline.${kind}`, values);
}

function wordOf(t: TFunction, field: string, value: string | number | null): string {
  if (value === null || value === '') return t('common.none');
  const area = areas[field];
  if (area !== undefined) return t(`domain.${area}.${value}`, { defaultValue: String(value) });
  if (field.endsWith('Fen')) return `¥${formatYuan(Number(value))}`;
  const isTime = typeof value === 'number' && value > 1e12;
  return isTime ? isoMinute(value) : String(value);
}
