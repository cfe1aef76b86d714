import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { isoDay, startOfDay } from '#shared/domain/shanghai-time';
import { parseDay } from '#shared/domain/parse-day';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { platforms, type Platform } from '#shared/domain/platform';
import { holdDraw, listDraws, listEntrants, mostWinners, verifyDraw } from '../../data/draw-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { RewardLog } from './reward-log';
import type { Draw, DrawCheck } from '#shared/domain/lucky-draw';

/** A fair draw among buyers with orders (R54), and the log of what was given away (R55). */
export function DrawTab() {
  return (
    <div className="reviews-two">
      <div className="reviews-scroll">
        <DrawForm />
        <Draws />
      </div>
      <RewardLog />
    </div>
  );
}

const usualDays = 90;

function DrawForm() {
  const { t } = useTranslation();
  const [platform, setPlatform] = useState<Platform | 'all'>('all');
  const [day, setDay] = useState(() => isoDay(startOfDay(now(), -usualDays)));
  const [winners, setWinners] = useState('3');
  const [amount, setAmount] = useState('');
  const [list, setList] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const read = parseDay(day, now(), 'past');
  const from = read === null || read === '' ? null : fromShanghai(`${read}T00:00`);
  const pool = useLive(async () => {
    if (from === null) return [];
    return listEntrants({ platform, from, only: list.split('\n') });
  }, [platform, from, list]);
  const count = /^[1-9]\d{0,2}$/.test(winners.trim()) ? Number(winners.trim()) : 0;
  const amountFen = parseYuan(amount) ?? 0;
  const wrongCount = count < 1 || count > mostWinners;
  const draw = (): void => {
    setTried(true);
    if (busy || from === null || wrongCount || amountFen <= 0 || pool === undefined || pool.length === 0)
      return;
    setBusy(true);
    holdDraw({ platform, from, winners: count, amountFen, only: list.split('\n') }, '', now())
      .then(({ rewards }) => {
        tell('reviews.draw.done', { count: rewards.length });
        setTried(false);
      }, report)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <section className="card reviews-draw" aria-label={t('reviews.draw.title')}>
      <h2>{t('reviews.draw.title')}</h2>
      <p className="reviews-warn" role="note">
        {t('reviews.draw.warn')}
      </p>
      <p className="ink-3">{t('reviews.draw.why')}</p>
      <div className="form-grid">
        <Field label={t('reviews.draw.from')}>
          {({ id, describedBy }) => (
            <DayInput
              id={id}
              describedBy={describedBy}
              value={day}
              direction="past"
              now={now()}
              onChange={setDay}
            />
          )}
        </Field>
        <Field label={t('reviews.draw.platform')}>
          {({ id }) => (
            <Select<Platform | 'all'>
              id={id}
              value={platform}
              options={(['all', ...platforms] as const).map((value) => ({
                value,
                label: value === 'all' ? t('common.all') : t(`domain.platform.${value}`),
              }))}
              onChange={setPlatform}
            />
          )}
        </Field>
        <Field
          label={t('reviews.draw.winners')}
          problem={tried && wrongCount ? t('reviews.problem.winners', { most: mostWinners }) : undefined}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              inputMode="numeric"
              maxLength={3}
              value={winners}
              onChange={(event) => {
                setWinners(event.target.value);
              }}
            />
          )}
        </Field>
        <Field
          label={t('reviews.draw.amount')}
          problem={tried && amountFen <= 0 ? t('reviews.problem.amount') : undefined}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              inputMode="decimal"
              maxLength={10}
              prefix="¥"
              value={amount}
              onChange={(event) => {
                setAmount(event.target.value);
              }}
            />
          )}
        </Field>
        <Field wide label={t('reviews.draw.only')} hint={t('reviews.draw.onlyHint')}>
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area"
              maxLength={50_000}
              value={list}
              onChange={(event) => {
                setList(event.target.value);
              }}
            />
          )}
        </Field>
      </div>
      <div className="reviews-buttons">
        <span className="ink-2">
          {pool === undefined ? '' : t('reviews.draw.pool', { count: pool.length })}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="btn primary"
          disabled={busy || pool === undefined || pool.length === 0}
          onClick={draw}
        >
          {t('reviews.draw.go')}
        </button>
      </div>
    </section>
  );
}

function Draws() {
  const { t } = useTranslation();
  const draws = useLive(listDraws, []);
  return (
    <section aria-label={t('reviews.draw.draws')}>
      <h2>{t('reviews.draw.draws')}</h2>
      {draws?.length === 0 ? <p className="ink-3">{t('reviews.draw.none')}</p> : null}
      {draws === undefined || draws.length === 0 ? null : (
        <ul className="card reviews-lines">
          {draws.map((draw) => (
            <DrawLine key={draw.id} draw={draw} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DrawLine({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation();
  const present = useNow();
  const [check, setCheck] = useState<DrawCheck | null>(null);
  return (
    <li className="reviews-penalty">
      <div className="reviews-row-head">
        <span>
          {t('reviews.draw.drawOf', {
            when: momentWords(t, draw.at, present),
            count: draw.tickets.length,
            winners: draw.winners,
            amount: formatYuan(draw.amountFen),
          })}
        </span>
        <span className="grow" />
        {check === null ? null : (
          <span className={check === 'fair' ? 'chip ok' : 'chip late'}>{t(`reviews.draw.${check}`)}</span>
        )}
        <button
          type="button"
          className="btn small"
          onClick={() => {
            verifyDraw(draw.id).then(setCheck, report);
          }}
        >
          {t('reviews.draw.verify')}
        </button>
      </div>
      <p className="mono ink-3 ellipsis" title={t('reviews.draw.seedHint')}>
        {t('reviews.draw.seed', { seed: draw.seed })}
      </p>
    </li>
  );
}
