import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { listGifts } from '../../data/gift-repository';
import { addCost } from '../../data/money-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { GiftCost, readGiftCost } from '../../ui/gift-cost';
import { isComposing } from '../../ui/is-composing';
import type { Case } from '#shared/domain/case';
import type { Platform } from '#shared/domain/platform';

/** What a buyer was given, with its cost, and one more (R115); it stands in the money of the buyer's newest case. */
export function BuyerGifts({
  platform,
  buyerId,
  newest,
}: {
  readonly platform: Platform;
  readonly buyerId: string;
  readonly newest: Case | undefined;
}) {
  const { t } = useTranslation();
  const [what, setWhat] = useState('');
  const [cost, setCost] = useState('');
  const gifts = useLive(() => listGifts(platform, buyerId), [platform, buyerId]);
  const amountFen = readGiftCost(cost);
  const fine = what.trim() !== '' && amountFen !== null && amountFen > 0;
  const save = (): void => {
    if (!fine || newest === undefined) return;
    addCost(newest.id, { kind: 'gift', amountFen, bearer: 'shop', note: what }, now()).then(() => {
      setWhat('');
      setCost('');
    }, report);
  };
  const sum = gifts?.reduce((fen, one) => fen + one.cost.amountFen, 0) ?? 0;
  return (
    <section aria-label={t('people.gifts')}>
      <h3>
        {t('people.gifts')}{' '}
        <span className="ink-3">
          {gifts === undefined || gifts.length === 0
            ? t('people.noGifts')
            : t('people.giftSum', { count: gifts.length, amount: formatYuan(sum) })}
        </span>
      </h3>
      <ul className="people-gifts">
        {gifts?.map(({ cost: one, item }) => (
          <li key={one.id}>
            <span className="ink-3">{isoDay(one.at)}</span>
            <span className="ellipsis">{one.note === '' ? t(`money.kind.${one.kind}`) : one.note}</span>
            <span className="ink-3 mono">{item.caseNo}</span>
            <b>¥{formatYuan(one.amountFen)}</b>
          </li>
        ))}
      </ul>
      {newest === undefined ? null : (
        <div
          className="people-gift-form"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event))
              save();
          }}
        >
          <Input
            size="small"
            maxLength={80}
            value={what}
            aria-label={t('people.giftWhat')}
            placeholder={t('people.giftWhat')}
            onChange={(event) => {
              setWhat(event.target.value);
            }}
          />
          <GiftCost value={cost} onChange={setCost} />
          <button type="button" className="btn small" disabled={!fine} onClick={save}>
            {t('people.giftAdd')}
          </button>
        </div>
      )}
    </section>
  );
}
