import { Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { findPatrolProblem, type PatrolSettings } from '#shared/domain/patrol';
import { plainText } from '#shared/domain/plain-text';
import { readPatrolSettings, writePatrolSettings } from '../../data/patrol-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import './patrol.css';

/** In the settings: shop hours, how often to walk round, and the daily look at the reviews. */
export function PatrolCard() {
  const settings = useLive(readPatrolSettings, []);
  return settings === undefined ? null : <PatrolFields key={JSON.stringify(settings)} settings={settings} />;
}

function PatrolFields({ settings }: { readonly settings: PatrolSettings }) {
  const { t } = useTranslation();
  const initial = { ...settings, everyHours: String(settings.everyHours) };
  const draft = useDraft('patrolSettings', initial, now, report);
  if (draft.value === undefined) return null;
  const { value } = draft;
  const every = /^(?:[1-9]|1\d|2[0-4])$/u.test(plainText(value.everyHours))
    ? Number(plainText(value.everyHours))
    : null;
  const next: PatrolSettings = {
    ...value,
    open: plainText(value.open),
    close: plainText(value.close),
    reviewAt: plainText(value.reviewAt),
    everyHours: every ?? settings.everyHours,
  };
  const problem = every === null ? 'every' : findPatrolProblem(next);
  const changed = JSON.stringify(value) !== JSON.stringify(initial);
  const text = (name: 'open' | 'close' | 'reviewAt' | 'everyHours') => (
    <label className="patrol-field">
      <span>{t(`patrol.${name}`)}</span>
      <Input
        maxLength={5}
        value={value[name]}
        onChange={(event) => {
          draft.change({ [name]: event.target.value });
        }}
      />
    </label>
  );
  const flag = (name: 'pending' | 'reviews') => (
    <label className="patrol-field">
      <Switch
        size="small"
        checked={value[name]}
        onChange={(checked) => {
          draft.change({ [name]: checked });
        }}
      />
      <span>{t(`patrol.on.${name}`)}</span>
    </label>
  );
  const save = (): void => {
    writePatrolSettings(next)
      .then(draft.clear)
      .then(() => {
        tell('patrol.settingsSaved');
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  return (
    <section className="card patrol-card" aria-label={t('patrol.title')}>
      <h2>{t('patrol.title')}</h2>
      <p className="ink-2">{t('patrol.cardText')}</p>
      <div className="patrol-fields">
        {flag('pending')}
        {text('open')}
        {text('close')}
        {text('everyHours')}
      </div>
      <div className="patrol-fields">
        {flag('reviews')}
        {text('reviewAt')}
      </div>
      {problem === null ? null : (
        <p className="patrol-differs" role="alert">
          {t(`patrol.problem.${problem}`)}
        </p>
      )}
      <button type="button" className="btn" disabled={!changed || problem !== null} onClick={save}>
        {t('common.save')}
      </button>
    </section>
  );
}
