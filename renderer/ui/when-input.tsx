import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseWhen, type WhenDirection } from '#shared/domain/parse-when';
import { inShanghai, isoMinute, startOfDay } from '#shared/domain/shanghai-time';
import { momentWords } from '../text/time-words';
import './when-input.css';

/** Quick choices beside the field: a text key and the time it stands for. */
const futureChoices = [
  { key: 'time.in1h', at: (now: number) => now + 3_600_000 },
  { key: 'time.tonight', at: (now: number) => startOfDay(now) + 20 * 3_600_000 },
  { key: 'time.tomorrow9', at: (now: number) => startOfDay(now, 1) + 9 * 3_600_000 },
  { key: 'time.in3d', at: (now: number) => startOfDay(now, 3) + 9 * 3_600_000 },
] as const;

/**
 * A time typed in words (`明天 9点`, `+2d`, `11-23 15:30`), always Shanghai time. Under it stands what was
 * understood. `now` is epoch ms.
 */
export function WhenInput({
  id,
  describedBy,
  value,
  direction,
  now,
  withChoices = true,
  onChange,
}: {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly direction: WhenDirection;
  readonly now: number;
  readonly withChoices?: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation();
  const at = parseWhen(value, now, direction);
  const wrong = value.trim() !== '' && at === null;
  const choices = !withChoices
    ? []
    : direction === 'future'
      ? futureChoices.filter((one) => one.at(now) > now)
      : [{ key: 'time.now', at: (present: number) => present }];
  return (
    <div className="when">
      <Input
        id={id}
        aria-describedby={describedBy}
        value={value}
        placeholder={t(direction === 'future' ? 'time.placeholder' : 'time.placeholderPast')}
        status={wrong ? 'error' : ''}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <div className="when-choices">
        {choices.map((choice) => (
          <button
            key={choice.key}
            type="button"
            className="when-choice"
            onClick={() => {
              onChange(isoMinute(choice.at(now)));
            }}
          >
            {t(choice.key)}
          </button>
        ))}
        <span className={wrong ? 'when-wrong' : 'when-read'} role={wrong ? 'alert' : undefined}>
          {wrong
            ? t('time.notATime')
            : at === null
              ? ''
              : `${momentWords(t, at, now)} ${t(`time.weekday.${inShanghai(at).dayOfWeek}`)}`}
        </span>
      </div>
    </div>
  );
}
