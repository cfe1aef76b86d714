import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sampleCases } from '#shared/knowledge/sample-shop';
import { removeSample } from '../../data/sample-removal';
import { countSample, loadSample } from '../../data/sample-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { ConfirmDialog } from './confirm-dialog';

/** Loads a shop full of examples, and takes it out again without touching the seller's own data. */
export function SampleCard() {
  const { t } = useTranslation();
  const count = useLive(countSample, []);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  if (count === undefined) return null;

  const load = (): void => {
    setBusy(true);
    loadSample(now())
      .then(() => {
        tell('setup.sampleLoaded');
      })
      .catch((error: unknown) => {
        report(error, load);
      })
      .finally(() => {
        setBusy(false);
      });
  };

  return (
    <section className="card setup-card" aria-label={t('setup.sample')}>
      <h2>{t('setup.sample')}</h2>
      <p className="setup-why">
        {count === null
          ? t('setup.sampleText', { cases: sampleCases.length })
          : t('setup.sampleCount', { ...count })}
      </p>
      {count === null ? (
        <button type="button" className="btn" disabled={busy} onClick={load}>
          {t(busy ? 'setup.sampleLoading' : 'setup.sampleLoad')}
        </button>
      ) : (
        <button
          type="button"
          className="btn danger"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('setup.sampleRemove')}
        </button>
      )}
      {asking && count !== null ? (
        <ConfirmDialog
          title={t('setup.sampleRemoveTitle')}
          text={t('setup.sampleRemoveText', { ...count })}
          okLabel={t('setup.sampleRemove')}
          onOk={async () => {
            await removeSample();
            tell('setup.sampleRemoved');
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </section>
  );
}
