import { Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retentionChoices, type PrivacySettings } from '#shared/domain/privacy';
import { anonymiseCases, listDue, previewDue } from '../../data/privacy-repository';
import { writePrivacy } from '../../data/privacy-settings';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { AskOnce } from '../../ui/ask-once';
import { megabytes } from './size-words';

/** After how many months closed cases lose their buyer, with a look at what that takes before anything happens. */
export function RetentionCard({ settings }: { readonly settings: PrivacySettings }) {
  const { t } = useTranslation();
  const months = settings.retentionMonths;
  const preview = useLive(async () => (months === null ? null : previewDue(months, now())), [months]);
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<PrivacySettings>): void => {
    writePrivacy(part).catch(report);
  };
  const options = [
    { value: 0, label: t('privacy.never') },
    ...retentionChoices.map((value) => ({ value, label: t('privacy.months', { count: value }) })),
  ];
  return (
    <section className="card privacy-card" aria-label={t('privacy.retention')}>
      <h2>{t('privacy.retention')}</h2>
      <p className="ink-2">{t('privacy.retentionWhy')}</p>
      <label className="privacy-line">
        {t('privacy.retentionAfter')}
        <Select
          aria-label={t('privacy.retentionAfter')}
          value={months ?? 0}
          options={options}
          onChange={(value: number) => {
            change({ retentionMonths: value === 0 ? null : value, retentionAuto: false });
          }}
        />
      </label>
      {preview === undefined || preview === null || months === null ? null : (
        <>
          <p role="status">
            {preview.cases === 0
              ? t('privacy.nothingDue')
              : t('privacy.due', {
                  count: preview.cases,
                  evidence: preview.evidence,
                  size: megabytes(preview.bytes),
                })}
          </p>
          <label className="privacy-switch">
            <Switch
              size="small"
              aria-label={t('privacy.auto')}
              checked={settings.retentionAuto}
              onChange={(retentionAuto) => {
                change({ retentionAuto });
              }}
            />
            <span>
              {t('privacy.auto')}
              <span className="ink-3"> {t('privacy.autoWhy')}</span>
            </span>
          </label>
          <button
            type="button"
            className="btn danger"
            disabled={preview.cases === 0}
            onClick={() => {
              setAsked(true);
            }}
          >
            {t('privacy.anonymiseNow')}
          </button>
        </>
      )}
      {asked && months !== null && preview !== undefined && preview !== null ? (
        <AskOnce
          title={t('privacy.anonymiseTitle', { count: preview.cases })}
          text={t('privacy.anonymiseText')}
          okLabel={t('privacy.anonymiseNow')}
          onOk={async () => {
            const due = await listDue(months, now());
            const ids = due.map(({ id }) => id);
            tell('privacy.anonymised', { count: await anonymiseCases(ids, now()) });
          }}
          onError={report}
          onClose={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </section>
  );
}
