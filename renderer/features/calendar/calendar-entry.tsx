import { useTranslation } from 'react-i18next';
import { inShanghai, isMidnight } from '#shared/domain/shanghai-time';
import { countdownWords } from '../../text/time-words';
import { PlatformMark } from '../../ui/platform-mark';
import type { WeekEntry } from '../../data/week-entries';

/** One entry of a day: time, whose, what. Its edge has the colour of its countdown; the words say it too. */
export function CalendarEntry({
  entry: { item, at, theirs, ruleId, promise },
  what,
  present,
  onOpen,
}: {
  readonly entry: WeekEntry;
  readonly what: string;
  readonly present: number;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation();
  const words = countdownWords(t, at, present, theirs ? 'theirs' : 'ours');
  const isEndOfDay = ruleId !== null && isMidnight(at);
  const time = isEndOfDay ? '24:00' : inShanghai(at).toPlainTime().toString({ smallestUnit: 'minute' });
  const own = promise === undefined ? 'today.followUp' : 'commitments.band';
  const kind = t(ruleId === null ? own : theirs ? 'calendar.theirs' : 'calendar.ours');
  return (
    <button
      type="button"
      className={`calendar-entry ${words.state}`}
      title={[item.buyerId, what, words.text].join('\n')}
      onClick={onOpen}
    >
      <span className="calendar-time">
        <b>{time}</b>
        <span className="ink-3">{kind}</span>
      </span>
      <span className="calendar-what">{what}</span>
      <span className="calendar-who">
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
        <bdi className="ellipsis">{item.buyerId}</bdi>
      </span>
      <span className="calendar-left">{words.text}</span>
    </button>
  );
}
