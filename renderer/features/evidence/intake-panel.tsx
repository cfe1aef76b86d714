import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusReturn } from './focus-tile';
import { cancelIntake, forgetUnsaved, retryUnsaved } from './intake';
import { dismissLists, useIntake } from './intake-store';

/** Progress is shown for what takes longer than this. */
const patienceMs = 700;

/**
 * Progress with cancel while files come in, and afterwards what did not: each refused file with its reason, until it is
 * dismissed; files kept out by a full disk with "try again".
 */
export function IntakePanel() {
  const { t } = useTranslation();
  const intake = useIntake();
  const slow = useSlow(intake.running);
  const { rejected, duplicates, unsaved } = intake;
  const lists = rejected.length + duplicates.length + unsaved.length > 0;
  if (!lists && !(intake.running && slow)) return null;
  return (
    <section className="card evidence-intake" aria-label={t('evidence.intake')}>
      <FocusReturn />
      {intake.running ? <Progress /> : null}
      {unsaved.length > 0 ? (
        <div>
          <h2>{t('evidence.unsaved', { count: unsaved.length })}</h2>
          <ul>
            {unsaved.map(({ id, name }) => (
              <li key={id}>
                <bdi className="evidence-intake-name">{name}</bdi>
              </li>
            ))}
          </ul>
          <div className="evidence-intake-buttons">
            <button
              type="button"
              className="btn small primary"
              onClick={() => {
                retryUnsaved();
              }}
            >
              {t('common.retry')}
            </button>
            <button type="button" className="btn small plain" onClick={forgetUnsaved}>
              {t('evidence.forget')}
            </button>
          </div>
        </div>
      ) : null}
      {rejected.length > 0 ? (
        <div role="alert">
          <h2>{t('evidence.rejected', { count: rejected.length })}</h2>
          <ul aria-label={t('evidence.rejectedList')}>
            {rejected.map(({ id, name, reason }) => (
              <li key={id} data-reason={reason}>
                <bdi className="evidence-intake-name">{name}</bdi>
                <span className="ink-2">{t(`reject.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {duplicates.length > 0 ? (
        <div>
          <h2>{t('evidence.known', { count: duplicates.length })}</h2>
          <ul aria-label={t('evidence.knownList')}>
            {duplicates.map(({ id, name, here, caseNo, fileName }) => (
              <li key={id}>
                <bdi className="evidence-intake-name">{name}</bdi>
                <span className="ink-2">
                  {t(here ? 'evidence.alreadyHere' : 'evidence.linked', { caseNo, fileName })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {rejected.length + duplicates.length > 0 ? (
        <div className="evidence-intake-buttons">
          <button type="button" className="btn small" onClick={dismissLists}>
            {t('evidence.dismiss')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** Dismissed by a key, the keys go on where they were. */
function FocusReturn() {
  useFocusReturn();
  return null;
}

function Progress() {
  const { t } = useTranslation();
  const { total, done, current, cancelling } = useIntake();
  return (
    <div className="evidence-intake-progress">
      <div className="evidence-intake-line">
        <strong>{t('evidence.progress', { done, total })}</strong>
        <bdi className="ellipsis ink-2">{current ?? ''}</bdi>
        <span className="grow" />
        <button type="button" className="btn small" onClick={cancelIntake} disabled={cancelling}>
          {t('common.cancel')}
        </button>
      </div>
      <progress max={total} value={done} aria-label={t('evidence.intake')} />
    </div>
  );
}

/** True once something has been running for longer than the seller should wait without a word. */
function useSlow(running: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => {
      setSlow(true);
    }, patienceMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [running]);
  return slow;
}
