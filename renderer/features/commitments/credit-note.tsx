import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { listCredit, spendCredit } from '../../data/commitment-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import type { Case } from '#shared/domain/case';
import type { Commitment } from '#shared/domain/commitment';

/** Credit this buyer was promised in an earlier case, to be used in this one (R13: 留余款可日后交易抵用). */
export function CreditNote({ item }: { readonly item: Case }) {
  const credit = useLive(() => listCredit(item.platform, item.buyerId), [item.platform, item.buyerId]);
  const earlier = credit?.filter(({ caseId }) => caseId !== item.id) ?? [];
  return earlier.map((one) => <CreditLine key={`${one.id}:${one.amountFen}`} one={one} item={item} />);
}

function CreditLine({ one, item }: { readonly one: Commitment; readonly item: Case }) {
  const { t } = useTranslation();
  const whole = formatYuan(one.amountFen ?? 0);
  const [text, setText] = useState(whole);
  const used = parseYuan(text);
  const wrong = used === null || used <= 0 || used > (one.amountFen ?? 0);
  const spend = (): void => {
    if (used === null || wrong) return;
    spendCredit(one.id, used, item.id, now()).then(
      () => {
        tell('commitments.spent', { amount: formatYuan(used) });
      },
      (error: unknown) => {
        report(error, spend);
      },
    );
  };
  return (
    <div className="commitment-credit" role="note">
      <span className="bold">{t('commitments.creditOf', { amount: whole })}</span>
      <span className="ink-2 ellipsis">{one.text}</span>
      <span className="grow" />
      <Input
        size="small"
        aria-label={t('commitments.spendHow')}
        inputMode="decimal"
        maxLength={12}
        value={text}
        status={wrong ? 'error' : ''}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) spend();
        }}
      />
      <button type="button" className="btn small" disabled={wrong} onClick={spend}>
        {t('commitments.spend')}
      </button>
    </div>
  );
}
