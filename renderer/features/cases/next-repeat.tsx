import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { readRepeat, setRepeat } from '../../data/reminder-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import type { Case } from '#shared/domain/case';

/**
 * Every how many days the follow-up comes back until the case is closed (R111). With a follow-up set it is changed at
 * once, without one it is kept in the form until the follow-up is saved.
 */
export function NextRepeat({
  item,
  days,
  onChange,
}: {
  readonly item: Case;
  /** Chosen for the follow-up that is not saved yet. */
  readonly days: number | null;
  readonly onChange: (days: number | null) => void;
}) {
  const { t } = useTranslation();
  const isSet = item.nextActionAt !== null;
  const stored = useLive(async () => ({ days: await readRepeat(item.id) }), [item.id]);
  return (
    <label className="case-next-repeat">
      {t('reminders.repeatEvery')}
      <InputNumber
        size="small"
        min={1}
        max={90}
        precision={0}
        value={isSet ? (stored?.days ?? null) : days}
        placeholder={t('reminders.repeatNever')}
        onChange={(value) => {
          if (!isSet) onChange(value);
          else
            setRepeat(item.id, value).catch((error: unknown) => {
              report(error);
            });
        }}
      />
      <span className="ink-3">{t('reminders.repeatDays')}</span>
    </label>
  );
}
