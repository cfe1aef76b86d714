import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { readRepeat, setRepeat } from '../../data/reminder-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import type { CaseId } from '#shared/domain/ids';

/** Makes a follow-up come back every so many days until the case is closed (R111: 定期跟进). Empty means once. */
export function RepeatField({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const days = useLive(async () => ({ days: await readRepeat(caseId) }), [caseId]);
  return (
    <label className="snooze-field">
      {t('reminders.repeatEvery')}
      <InputNumber
        size="small"
        min={1}
        max={90}
        precision={0}
        value={days?.days ?? null}
        placeholder={t('reminders.repeatNever')}
        onChange={(value) => {
          setRepeat(caseId, value).catch((error: unknown) => {
            report(error);
          });
        }}
      />
      <span className="ink-3">{t('reminders.repeatDays')}</span>
    </label>
  );
}
