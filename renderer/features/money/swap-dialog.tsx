import { Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bearerOf } from '#shared/domain/bearer-rule';
import { formatYuan } from '#shared/domain/money';
import { wordsIn } from '#shared/domain/playbook';
import { swapSum, type SwapPayer } from '#shared/domain/swap';
import { readWalk, type CaseWalk } from '../../data/case-walk';
import { keepSwap } from '../../data/swap-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { emptySwap, readPieces, readSum, readSwap, type SwapDraft } from './swap-draft';
import { SwapMessage } from './swap-message';
import type { CaseId } from '#shared/domain/ids';
import './money.css';

const payers: readonly SwapPayer[] = ['buyer', 'shop'];

/** Works out who pays whom for an exchange with another price (R15), keeps it, and says it to the buyer. */
export function SwapDialog({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const walk = useLive(() => readWalk(caseId), [caseId]);
  return (
    <Modal open centered width={620} title={t('swap.title')} footer={null} onCancel={onClose} destroyOnHidden>
      {walk === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : (
        <SwapForm walk={walk} onClose={onClose} />
      )}
    </Modal>
  );
}

function SwapForm({ walk, onClose }: { readonly walk: CaseWalk; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { item, facts, record } = walk;
  const draft = useDraft<SwapDraft>(`case:${item.id}:swap`, emptySwap, now, report);
  const [busy, setBusy] = useState(false);
  // The same rule as in the decision helper: a swap with a difference is the buyer's in both directions.
  const rule = bearerOf(facts, { ...record.answers, 'circ.priceSwap': 'yes' });
  const usual = (who: string | null | undefined): SwapPayer => (who === 'buyer' ? 'buyer' : 'shop');
  const value = draft.value ?? emptySwap;
  const price = value.price ?? (item.amountFen === null ? '' : formatYuan(item.amountFen));
  const outBy = value.outBy ?? usual(rule?.outbound);
  const backBy = value.backBy ?? usual(rule?.back);
  const swap = readSwap(value, price, outBy, backBy);
  const sum = swap === null ? null : swapSum(swap);
  const keep = (): void => {
    if (swap === null || busy) return;
    setBusy(true);
    const note = t('swap.note', {
      item: value.item.trim() || t('swap.other'),
      price: formatYuan(swap.oldFen),
      newPrice: formatYuan(swap.newFen),
      pieces: swap.quantity,
    });
    keepSwap(item.id, swap, note, now()).then(
      async () => {
        await draft.clear();
        tell('swap.kept');
        onClose();
      },
      (error: unknown) => {
        setBusy(false);
        report(error);
      },
    );
  };
  const line = (field: 'price' | 'newPrice' | 'out' | 'back', text: string) => (
    <Field label={t(`swap.${field}`)}>
      {({ id }) => (
        <Input
          id={id}
          inputMode="decimal"
          maxLength={12}
          suffix={t('money.yuan')}
          autoFocus={field === 'newPrice'}
          status={text.trim() !== '' && readSum(field, text) === null ? 'error' : ''}
          value={text}
          onChange={(event) => {
            draft.change({ [field]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  const payer = (field: 'outBy' | 'backBy', who: SwapPayer) => (
    <Field label={t(`swap.${field}`)}>
      {() => (
        <Segmented
          aria-label={t(`swap.${field}`)}
          value={who}
          options={payers.map((one) => ({ value: one, label: t(`domain.liability.${one}`) }))}
          onChange={(next) => {
            draft.change({ [field]: next });
          }}
        />
      )}
    </Field>
  );
  return (
    <div
      className="walk-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) keep();
      }}
    >
      <div className="form-grid">
        {line('price', price)}
        {line('newPrice', value.newPrice)}
        <Field label={t('swap.item')}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={60}
              value={value.item}
              onChange={(event) => {
                draft.change({ item: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label={t('swap.pieces')}>
          {({ id }) => (
            <Input
              id={id}
              inputMode="numeric"
              maxLength={4}
              status={readPieces(value.pieces) === null ? 'error' : ''}
              value={value.pieces}
              onChange={(event) => {
                draft.change({ pieces: event.target.value });
              }}
            />
          )}
        </Field>
        {line('out', value.out)}
        {payer('outBy', outBy)}
        {line('back', value.back)}
        {payer('backBy', backBy)}
      </div>
      {rule === null ? null : (
        <p className="ink-3">
          {wordsIn(rule.title, i18n.language)} <span className="mono">{rule.rows.join(' ')}</span>
        </p>
      )}
      <div className="swap-sum" role="status">
        {sum === null || swap === null ? (
          t('swap.fill')
        ) : (
          <>
            <b>
              {sum.weReturnFen > 0
                ? t('swap.weReturn', { amount: formatYuan(sum.weReturnFen) })
                : sum.buyerPaysFen > 0
                  ? t('swap.buyerPays', { amount: formatYuan(sum.buyerPaysFen) })
                  : t('swap.even')}
            </b>
            <span className="ink-2">
              {t('swap.how', {
                difference: formatYuan(sum.differenceFen),
                out: formatYuan(outBy === 'buyer' ? swap.outFen : 0),
                back: formatYuan(backBy === 'shop' ? swap.backFen : 0),
              })}
            </span>
          </>
        )}
      </div>
      <div className="walk-reason-buttons">
        {swap === null || sum === null ? null : (
          <SwapMessage caseId={item.id} swap={swap} item={value.item} />
        )}
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={swap === null || busy || (sum?.buyerPaysFen === 0 && sum.weReturnFen === 0)}
          onClick={keep}
        >
          {t(sum !== null && sum.weReturnFen > 0 ? 'swap.keepPromise' : 'swap.keepCost')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}
