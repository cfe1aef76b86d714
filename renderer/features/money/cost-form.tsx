import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compensationFen, costKinds, type Cost, type CostKind } from '#shared/domain/cost';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { bearers, type Bearer } from '#shared/domain/outcome';
import { compensationRules } from '#shared/knowledge/claims';
import { addCost } from '../../data/money-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report } from '../../state/toast-store';
import { AmountField, MoneyForm, NoteField } from './money-form';
import type { Case } from '#shared/domain/case';

type Draft = {
  /** Null: the next one that is usual. */
  readonly kind: CostKind | null;
  readonly amount: string;
  /** Null follows the case's liability. */
  readonly bearer: Bearer | null;
  readonly note: string;
};
const empty: Draft = { kind: null, amount: '', bearer: null, note: '' };

/** Who bears a cost unless something else is said: whoever's fault it was (R2, R3). */
function usualBearer({ liability }: Case): Bearer {
  return bearers.find((one) => one === liability) ?? 'shop';
}

/** A fault costs the freight there and back (R3): the one that is not written down yet is proposed. */
const usualKinds = ['freightBack', 'freightOut'] as const;

/** One more cost of the case. Enter keeps it. */
export function CostForm({ item, costs }: { readonly item: Case; readonly costs: readonly Cost[] }) {
  const { t, i18n } = useTranslation();
  const [tried, setTried] = useState(false);
  const draft = useDraft<Draft>(`case:${item.id}:cost`, empty, now, report);
  if (draft.value === undefined) return null;
  const { amount, note } = draft.value;
  const usual = usualKinds.find((one) => !costs.some((cost) => cost.kind === one)) ?? usualKinds[0];
  const kind = draft.value.kind ?? usual;
  const bearer = draft.value.bearer ?? usualBearer(item);
  const amountFen = parseYuan(amount);
  const fine = amountFen !== null && amountFen > 0;
  const paidFen = item.amountFen;
  const rules = compensationRules.filter((rule) => rule.platform === item.platform && rule.kind === kind);
  const save = (): void => {
    setTried(true);
    if (!fine) return;
    void attempt(item.id, async (override) => {
      await addCost(item.id, { kind, amountFen, bearer, note }, now(), override);
      setTried(false);
      await draft.clear();
    });
  };
  const proposals =
    paidFen === null
      ? null
      : rules.map((rule) => (
          <button
            key={rule.id}
            type="button"
            className="btn small money-rule"
            title={rule.rows.join(' ')}
            onClick={() => {
              draft.change({
                amount: formatYuan(compensationFen(paidFen, rule)),
                bearer: 'shop',
                note: rule.title[i18n.language === 'en' ? 'en' : 'zh'],
              });
            }}
          >
            {rule.title[i18n.language === 'en' ? 'en' : 'zh']} = ¥{formatYuan(compensationFen(paidFen, rule))}
          </button>
        ));
  return (
    <MoneyForm
      label={t('money.addCost')}
      problem={tried && !fine ? t('money.amountWrong') : null}
      onSave={save}
      proposals={proposals}
    >
      <Select
        aria-label={t('money.kindLabel')}
        value={kind}
        popupMatchSelectWidth={false}
        options={costKinds.map((value) => ({ value, label: t(`money.kind.${value}`) }))}
        onChange={(value) => {
          draft.change({ kind: value });
        }}
      />
      <AmountField
        label={t('money.amount')}
        wrong={tried && !fine}
        value={amount}
        onChange={(text) => {
          draft.change({ amount: text });
        }}
      />
      <Select
        aria-label={t('money.bearer')}
        value={bearer}
        popupMatchSelectWidth={false}
        options={bearers.map((value) => ({
          value,
          label: t('money.bears', { who: t(`domain.liability.${value}`) }),
        }))}
        onChange={(value) => {
          draft.change({ bearer: value });
        }}
      />
      <NoteField
        value={note}
        onChange={(text) => {
          draft.change({ note: text });
        }}
      />
    </MoneyForm>
  );
}
