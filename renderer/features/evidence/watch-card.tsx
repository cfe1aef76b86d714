import { Switch } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { ask, listen } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import type { WatchStatus } from '#shared/ipc/watch';

/** In the settings: the folder whose new files come in by themselves, whether it is there, and what came last. */
export function WatchCard() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<WatchStatus | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    ask('getWatch').then(setStatus, report);
    return listen('watchChanged', setStatus);
  }, []);
  if (status === null) return null;
  const run = (work: Promise<WatchStatus>): void => {
    setBusy(true);
    work
      .then(setStatus, report)
      .finally(() => {
        setBusy(false);
      })
      .catch(report);
  };
  const { folder, on, state, before, held, taken, last } = status;
  return (
    <section className="card setup-card" aria-label={t('watch.title')}>
      <h2>{t('watch.title')}</h2>
      <p className="setup-why">{t('watch.why')}</p>
      <div className="key-values">
        <span>{t('watch.folder')}</span>
        <span className="setup-vault-folder">{folder ?? t('watch.none')}</span>
        <span>{t('watch.stateLabel')}</span>
        <span role="status">{t(`watch.state.${state}`)}</span>
        <span>{t('watch.last')}</span>
        <span>
          {last === null ? (
            t('watch.lastNone')
          ) : (
            <>
              <bdi>{t('watch.lastTaken', { name: last.name, at: isoMinute(last.at) })}</bdi>{' '}
              <span className="ink-3">{t('watch.taken', { count: taken })}</span>
            </>
          )}
        </span>
      </div>
      {on && held > 0 ? (
        <p className="watch-held" role="status">
          {t('watch.heldNow', { count: held })}
        </p>
      ) : null}
      {on && before > 0 ? (
        <p className="ink-2">
          {t('watch.before', { count: before })}{' '}
          <button
            type="button"
            className="btn small"
            disabled={busy}
            onClick={() => {
              run(ask('takeWatchedBefore'));
            }}
          >
            {t('watch.takeBefore')}
          </button>
        </p>
      ) : null}
      <div className="setup-vault-actions watch-actions">
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => {
            run(ask('chooseWatchFolder'));
          }}
        >
          {t('watch.choose')}
        </button>
        {folder === null ? null : (
          <label className="watch-switch">
            <Switch
              size="small"
              checked={on}
              disabled={busy}
              onChange={(next) => {
                run(ask('turnWatch', next));
              }}
            />{' '}
            {t('watch.on')}
          </label>
        )}
      </div>
    </section>
  );
}
