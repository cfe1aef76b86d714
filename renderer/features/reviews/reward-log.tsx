import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '#shared/domain/money';
import {
  rewardKinds,
  rewardReasons,
  type Reward,
  type RewardKind,
  type RewardReason,
} from '#shared/domain/lucky-draw';
import { isoDay } from '#shared/domain/shanghai-time';
import { addReward, listRewards, setRewardSent } from '../../data/draw-repository';
import { listShops } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { PlatformMark } from '../../ui/platform-mark';
import { PlacePick, placeOf } from './place-pick';

const shownMost = 200;

/** Red packets, coupons and gifts with why they were given (R54, R55); a reason that breaks the rules says so. */
export function RewardLog() {
  const { t } = useTranslation();
  const all = useLive(listRewards, []);
  const sum = all?.reduce((fen, { amountFen }) => fen + amountFen, 0) ?? 0;
  return (
    <section className="reviews-scroll" aria-label={t('reviews.reward.title')}>
      <h2>
        {t('reviews.reward.title')}{' '}
        <span className="ink-3">
          {all === undefined || all.length === 0
            ? t('reviews.reward.empty')
            : t('reviews.reward.sum', { amount: formatYuan(sum) })}
        </span>
      </h2>
      <RewardForm />
      {all === undefined || all.length === 0 ? null : (
        <ul className="card reviews-lines">
          {all.slice(0, shownMost).map((reward) => (
            <RewardLine key={reward.id} reward={reward} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RewardLine({ reward }: { readonly reward: Reward }) {
  const { t } = useTranslation();
  const { id, sentAt, why } = reward;
  return (
    <li className="reviews-reward">
      <PlatformMark platform={reward.platform} label={t(`domain.platform.${reward.platform}`)} />
      <bdi className="bold ellipsis" title={reward.buyerId}>
        {reward.buyerId}
      </bdi>
      <span>{t(`reviews.reward.kind.${reward.kind}`)}</span>
      <span
        className={why === 'forReview' ? 'chip late' : 'chip wait'}
        title={why === 'forReview' ? t('reviews.reward.warn') : undefined}
      >
        {t(`reviews.reward.why.${why}`)}
      </span>
      <b>¥{formatYuan(reward.amountFen)}</b>
      <button
        type="button"
        className={sentAt === null ? 'btn small' : 'btn small plain'}
        onClick={() => {
          setRewardSent(id, sentAt === null ? now() : null).catch(report);
        }}
      >
        {sentAt === null
          ? t('reviews.reward.sent')
          : t('reviews.reward.sentAt', { day: isoDay(sentAt).slice(5) })}
      </button>
    </li>
  );
}

function RewardForm() {
  const { t } = useTranslation();
  const shops = useLive(listShops, []);
  const [place, setPlace] = useState('');
  const [buyerId, setBuyerId] = useState('');
  const [kind, setKind] = useState<RewardKind>('coupon');
  const [why, setWhy] = useState<RewardReason>('thanks');
  const [amount, setAmount] = useState('');
  const amountFen = parseYuan(amount) ?? 0;
  const fine = buyerId.trim() !== '' && amountFen > 0;
  if (shops === undefined) return null;
  const save = (): void => {
    if (!fine) return;
    const { platform } = placeOf(place, shops);
    addReward({ platform, buyerId, kind, why, amountFen, note: '' }, now()).then(() => {
      setBuyerId('');
      setAmount('');
      tell('reviews.reward.added');
    }, report);
  };
  return (
    <div
      className="card reviews-reward-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event)) {
          // In a select, Enter picks.
          if (event.target.closest('.ant-select') === null) save();
        }
      }}
    >
      <PlacePick value={place} shops={shops} onChange={setPlace} />
      <div className="reviews-line">
        <Input
          className="reviews-grow"
          maxLength={200}
          value={buyerId}
          aria-label={t('reviews.field.buyerId')}
          placeholder={t('reviews.field.buyerId')}
          onChange={(event) => {
            setBuyerId(event.target.value);
          }}
        />
        <Select
          aria-label={t('reviews.reward.kindLabel')}
          value={kind}
          popupMatchSelectWidth={false}
          options={rewardKinds.map((value) => ({ value, label: t(`reviews.reward.kind.${value}`) }))}
          onChange={setKind}
        />
        <Select
          aria-label={t('reviews.reward.whyLabel')}
          value={why}
          popupMatchSelectWidth={false}
          options={rewardReasons
            .filter((value) => value !== 'draw')
            .map((value) => ({ value, label: t(`reviews.reward.why.${value}`) }))}
          onChange={setWhy}
        />
        <Input
          className="reviews-amount"
          inputMode="decimal"
          maxLength={10}
          prefix="¥"
          value={amount}
          aria-label={t('reviews.penalty.amount')}
          onChange={(event) => {
            setAmount(event.target.value);
          }}
        />
        <button type="button" className="btn" disabled={!fine} onClick={save}>
          {t('reviews.reward.add')}
        </button>
      </div>
      {why === 'forReview' ? (
        <p className="reviews-warn" role="alert">
          {t('reviews.reward.warn')}
        </p>
      ) : null}
    </div>
  );
}
