import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { comparePlatforms, patrolStreak, pendingRound, reviewRound } from '#shared/domain/patrol';
import { startOfDay } from '#shared/domain/shanghai-time';
import {
  countOursByPlatform,
  finishRound,
  lastRound,
  listRoundTimes,
  patrolPlatforms,
  readPatrolSettings,
} from '../../data/patrol-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { PlatformMark } from '../../ui/platform-mark';
import { PatrolForm } from './patrol-form';
import './patrol.css';

/** Days a streak is looked for. */
const streakDays = 60;

/** On Today: what each platform showed in the last round beside what we have, and the next round. Never "due". */
export function PatrolPanel() {
  const { t } = useTranslation();
  const present = useNow();
  const since = startOfDay(present, -streakDays);
  const element = useRef<HTMLElement>(null);
  // The notification of a round leads here too, with the round open to be filled in.
  const { roundOpen, walkRound, closeRound } = useScreen();
  const settings = useLive(readPatrolSettings, []);
  const pending = useLive(() => lastRound('pending'), []);
  const reviews = useLive(() => lastRound('reviews'), []);
  const ours = useLive(countOursByPlatform, []);
  const shown = useLive(patrolPlatforms, []);
  const times = useLive(() => listRoundTimes('pending', since), [since]);
  useEffect(() => {
    if (roundOpen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [roundOpen]);
  if (settings === undefined || pending === undefined || reviews === undefined) return null;
  if (ours === undefined || shown === undefined || times === undefined) return null;
  if (!settings.pending && !settings.reviews) return null;

  const round = pendingRound(settings, pending?.at ?? null, present);
  const review = reviewRound(settings, reviews?.at ?? null, present);
  const streak = patrolStreak(times, present);
  const lines = comparePlatforms(shown, pending, ours);
  const walking = roundOpen && lines.length > 0;
  return (
    <section ref={element} className="card side-card patrol" aria-label={t('patrol.title')}>
      <h2>
        {t('patrol.title')}
        <span className="ink-3">
          {pending === null
            ? t('patrol.never')
            : t('patrol.last', { when: momentWords(t, pending.at, present) })}
        </span>
      </h2>
      {settings.pending && walking ? <PatrolForm platforms={shown} onDone={closeRound} /> : null}
      {settings.pending && !walking ? (
        <>
          <ul className="patrol-lines">
            {lines.map(({ platform, seen, ours: mine, same }) => (
              <li key={platform} data-platform={platform}>
                <PlatformMark platform={platform} label={t(`domain.platform.${platform}`)} />
                <span className="ellipsis">{t(`domain.platform.${platform}`)}</span>
                <span className="ink-3">
                  {seen === null ? t('patrol.notSeen') : t('patrol.seen', { count: seen })}
                </span>
                <span className={same === true ? 'patrol-same' : same === false ? 'patrol-differs' : 'ink-3'}>
                  {same === true ? t('patrol.same') : t('patrol.ours', { count: mine })}
                </span>
              </li>
            ))}
          </ul>
          {lines.length === 0 ? <p className="ink-3 side-note">{t('patrol.noPlatforms')}</p> : null}
          {lines.some(({ same }) => same === false) ? (
            <p className="patrol-differs side-note">{t('patrol.differs')}</p>
          ) : null}
          <div className="patrol-foot">
            <button type="button" className="btn small" disabled={lines.length === 0} onClick={walkRound}>
              {round.state === 'open'
                ? t('patrol.start', { when: momentWords(t, round.at, present) })
                : t('patrol.startNow')}
            </button>
            <span className="ink-3">
              {round.state === 'open'
                ? t('patrol.notDone')
                : t(round.state === 'done' ? 'patrol.next' : 'patrol.shut', {
                    when: momentWords(t, round.at, present),
                  })}
            </span>
          </div>
          {streak < 2 ? null : <p className="ink-3 side-note">{t('patrol.streak', { count: streak })}</p>}
        </>
      ) : null}
      {settings.reviews ? (
        <div className="patrol-reviews">
          <span>{t('patrol.reviews')}</span>
          <span className="grow" />
          {review.state === 'done' && reviews !== null ? (
            <span className="patrol-same">
              {t('patrol.doneAt', { when: momentWords(t, reviews.at, present) })}
            </span>
          ) : (
            <>
              <span className="ink-3">{t('patrol.notDone')}</span>
              <button
                type="button"
                className="btn small"
                aria-label={t('patrol.reviewsDone')}
                onClick={() => {
                  finishRound('reviews', {}, now()).then(
                    () => {
                      tell('patrol.reviewsSaved');
                    },
                    (error: unknown) => {
                      report(error);
                    },
                  );
                }}
              >
                {t('common.done')}
              </button>
            </>
          )}
        </div>
      ) : null}
    </section>
  );
}
