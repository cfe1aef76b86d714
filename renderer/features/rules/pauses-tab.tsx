import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainText } from '#shared/domain/plain-text';
import { platforms } from '#shared/domain/platform';
import { syncOpenCases } from '../../data/deadline-repository';
import { readPauses, removePause, savePause } from '../../data/rule-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { findPauseProblem } from './pause-problem';
import type { PlatformPause } from '#shared/deadlines/rule';

const blank = { id: '', platform: 'jd', from: '', to: '', rules: '' };

/** Windows in which a platform stops its countdowns; announced anew every year, typed in by the seller. */
export function PausesTab() {
  const { t } = useTranslation();
  const pauses = useLive(readPauses, []);
  const draft = useDraft('pause', blank, now, report);
  const [problem, setProblem] = useState('');
  if (pauses === undefined || draft.value === undefined) return null;
  const { value } = draft;
  const place = (platform: string): string =>
    platform === 'any'
      ? t('rules.anyPlatform')
      : t(`domain.platform.${platform}`, { defaultValue: platform });
  const changed = (job: Promise<unknown>): void => {
    job
      .then(() => syncOpenCases(now()))
      .then(() => {
        tell('rules.pauseSaved');
      })
      .catch((error: unknown) => {
        report(error);
      });
  };
  const save = (): void => {
    const rules = value.rules.split(/[\s,，]+/u).filter((one) => one !== '');
    const pause: PlatformPause = {
      id: value.id === '' ? `own.${now()}` : value.id,
      platform: value.platform,
      from: plainText(value.from),
      to: plainText(value.to),
      ...(rules.length === 0 ? {} : { rules }),
    };
    const found = findPauseProblem(pause);
    setProblem(found === null ? '' : t(found.key, { ...found.values }));
    if (found !== null) return;
    changed(savePause(pause).then(draft.clear));
  };
  return (
    <section className="rules-side" aria-label={t('rules.tab.pauses')}>
      <p className="ink-2">{t('rules.pausesText')}</p>
      <div className="rules-pause-form">
        <Field label={t('rules.platform')}>
          {({ id }) => (
            <Select
              id={id}
              value={value.platform}
              options={['any', ...platforms.filter((name) => name !== 'other')].map((name) => ({
                value: name,
                label: place(name),
              }))}
              onChange={(platform) => {
                draft.change({ platform });
              }}
            />
          )}
        </Field>
        {(['from', 'to', 'rules'] as const).map((name) => (
          <Field key={name} label={t(`rules.pause.${name}`)}>
            {({ id }) => (
              <Input
                id={id}
                placeholder={name === 'rules' ? t('rules.pause.all') : '2027-02-05'}
                maxLength={200}
                value={value[name]}
                onChange={(event) => {
                  draft.change({ [name]: event.target.value });
                }}
              />
            )}
          </Field>
        ))}
        <button
          type="button"
          className="btn primary"
          disabled={value.from === '' || value.to === ''}
          onClick={save}
        >
          {t(value.id === '' ? 'common.add' : 'common.save')}
        </button>
      </div>
      {problem === '' ? null : (
        <p className="rules-problem" role="alert">
          {problem}
        </p>
      )}
      <ul className="card rules-pauses">
        {pauses.map((pause) => (
          <li key={pause.id}>
            <span className="bold">{place(pause.platform)}</span>
            <span className="mono">
              {pause.from} – {pause.to}
            </span>
            <span className="ink-3 ellipsis" title={pause.rules?.join(' ')}>
              {pause.rules?.join(' ') ?? t('rules.pause.all')}
            </span>
            <button
              type="button"
              className="btn small"
              onClick={() => {
                draft.change({ ...pause, rules: pause.rules?.join(' ') ?? '' });
              }}
            >
              {t('common.edit')}
            </button>
            <button
              type="button"
              className="btn small danger"
              onClick={() => {
                changed(removePause(pause));
              }}
            >
              {t('common.delete')}
            </button>
          </li>
        ))}
        {pauses.length === 0 ? <li className="ink-3">{t('rules.noPauses')}</li> : null}
      </ul>
    </section>
  );
}
