import { writeIcs, type IcsEvent } from '#shared/domain/ics';
import { isoDay, startOfDay } from '#shared/domain/shanghai-time';
import { listWeekEntries } from '../../data/week-entries';
import { ask, upload } from '../../platform/desktop';
import { caseTypeWords } from '../../text/case-type-words';
import type { TFunction } from 'i18next';

/** How far ahead the file reaches. */
const exportDays = 90;

/**
 * Writes the coming deadlines, follow-ups and promises to a calendar file the seller picks. Platform, kind and case number
 * only: no buyer, no order, nothing anybody typed. Null when the seller changed their mind.
 */
export async function exportDeadlines(now: number, t: TFunction): Promise<string | null> {
  const entries = await listWeekEntries(now, startOfDay(now, exportDays));
  const events = entries.map(({ key, item, ruleId, promise, at, theirs, onMiss }): IcsEvent => {
    const own = promise === undefined ? 'calendar.kindFollowUp' : 'calendar.kindPromise';
    const kind = t(ruleId === null ? own : theirs ? 'calendar.kindTheirs' : 'calendar.kindOurs');
    return {
      uid: `${key}@liudi`,
      at,
      summary: t('calendar.summary', {
        platform: t(`domain.platform.${item.platform}`),
        type: caseTypeWords(t, item),
        kind,
        caseNo: item.caseNo,
      }),
      description: onMiss === 'none' ? '' : t(`domain.onMiss.${onMiss}`),
      alarmMinutes: theirs ? null : 60,
    };
  });
  const suggestedName = `${t('calendar.fileWord')}_${isoDay(now).replaceAll('-', '')}.ics`;
  const target = await ask('chooseSaveTarget', { suggestedName, kind: 'ics' });
  if (target === null) return null;
  const text = writeIcs(events, now, t('calendar.fileWord'));
  await upload(target.url, new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  return target.fileName;
}
