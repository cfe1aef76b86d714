import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { addCost } from '../../data/money-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { GiftCost, readGiftCost } from '../../ui/gift-cost';
import { isComposing } from '../../ui/is-composing';
import type { CaseId } from '#shared/domain/ids';

/** Blanks that promise a gift (M13). */
const giftBlanks = ['赠品', 'gift'] as const;

/** The gift a message promises, once its name is filled in; null when it promises none. */
export function giftIn(values: ReadonlyMap<string, string>): string | null {
  const what = giftBlanks.map((name) => values.get(name)?.trim() ?? '').find((text) => text !== '');
  return what ?? null;
}

/** A promised gift is noted in the case's money with its cost, while the message is being written (R115). */
export function GiftOffer({ caseId, what }: { readonly caseId: CaseId; readonly what: string }) {
  const { t } = useTranslation();
  const [cost, setCost] = useState('');
  const [noted, setNoted] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const amountFen = readGiftCost(cost);
  const fine = amountFen !== null && amountFen > 0 && !busy;
  const save = (): void => {
    if (!fine) return;
    setBusy(true);
    addCost(caseId, { kind: 'gift', amountFen, bearer: 'shop', note: what.slice(0, 200) }, now())
      .then(() => {
        setNoted(t('courtesy.giftNoted', { what, amount: formatYuan(amountFen) }));
        setCost('');
      }, report)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <div
      className="script-gift"
      role="group"
      aria-label={t('courtesy.gift')}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event)) save();
      }}
    >
      <span className="ink-2">{t('courtesy.gift')}</span>
      <GiftCost value={cost} onChange={setCost} />
      <button type="button" className="btn small" disabled={!fine} onClick={save}>
        {t('people.giftAdd')}
      </button>
      <span className="ink-3" role="status">
        {noted}
      </span>
    </div>
  );
}
