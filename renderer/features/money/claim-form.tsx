import { Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimAgainst, type ClaimAgainst, type ClaimInput } from '#shared/domain/claim';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { parseWhen } from '#shared/domain/parse-when';
import { fileClaim } from '../../data/money-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report, tell } from '../../state/toast-store';
import { WhenInput } from '../../ui/when-input';
import { AmountField, MoneyForm, NoteField } from './money-form';
import type { Case } from '#shared/domain/case';
import type { Cost } from '#shared/domain/cost';

type Draft = {
  /** Null follows the case's liability. */
  readonly against: ClaimAgainst | null;
  readonly whom: string;
  readonly amount: string;
  readonly verified: boolean;
  readonly note: string;
  readonly due: string;
};
const empty: Draft = { against: null, whom: '', amount: '', verified: false, note: '', due: '' };

/** Asks whoever caused the loss for the money (R76, R87, R88, R160); a closed gate says what is missing first. */
export function ClaimForm({
  item,
  costs,
  present,
}: {
  readonly item: Case;
  readonly costs: readonly Cost[];
  readonly present: number;
}) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const dueId = useId();
  const draft = useDraft<Draft>(`case:${item.id}:claim`, empty, now, report);
  if (draft.value === undefined) return null;
  const { whom, amount, verified, note, due } = draft.value;
  const against = draft.value.against ?? claimAgainst.find((one) => one === item.liability) ?? 'courier';
  const askedFen = parseYuan(amount);
  const fine = askedFen !== null && askedFen > 0;
  const dueAt = parseWhen(due, present, 'future');
  const wrongDue = due.trim() !== '' && dueAt === null;
  const lossFen = costs.reduce((sum, one) => sum + one.amountFen, 0);
  const save = (): void => {
    setTried(true);
    if (!fine || !verified || wrongDue) return;
    const input: ClaimInput = { against, whom, askedFen, verified, note, dueAt: dueAt ?? 0 };
    void attempt(item.id, async (override) => {
      const reminder = t('money.chase', {
        who: whom.trim() === '' ? t(`domain.liability.${against}`) : whom.trim(),
      });
      await fileClaim(item.id, input, now(), { override, reminder });
      await draft.clear();
      setTried(false);
      tell('money.claimFiled');
    });
  };
  const problem = !tried ? null : !fine ? 'money.amountWrong' : verified ? null : 'money.verifyFirst';
  return (
    <MoneyForm label={t('money.addClaim')} problem={problem === null ? null : t(problem)} onSave={save}>
      <Select
        aria-label={t('money.against')}
        value={against}
        popupMatchSelectWidth={false}
        options={claimAgainst.map((value) => ({
          value,
          label: t('money.from', { who: t(`domain.liability.${value}`) }),
        }))}
        onChange={(value) => {
          draft.change({ against: value });
        }}
      />
      <Input
        value={whom}
        maxLength={60}
        aria-label={t('money.whom')}
        placeholder={t('money.whom')}
        onChange={(event) => {
          draft.change({ whom: event.target.value });
        }}
      />
      <AmountField
        label={t('money.asked')}
        hint={lossFen > 0 ? formatYuan(lossFen) : t('money.asked')}
        wrong={tried && !fine}
        value={amount}
        onChange={(text) => {
          draft.change({ amount: text });
        }}
      />
      <span className="money-due">
        <label htmlFor={dueId}>{t('money.due')}</label>
        <WhenInput
          id={dueId}
          value={due}
          now={present}
          direction="future"
          withChoices={false}
          onChange={(text) => {
            draft.change({ due: text });
          }}
        />
      </span>
      <NoteField
        hint={t('money.claimNote')}
        value={note}
        onChange={(text) => {
          draft.change({ note: text });
        }}
      />
      <Checkbox
        checked={verified}
        onChange={(event) => {
          draft.change({ verified: event.target.checked });
        }}
      >
        {t('money.verified')}
      </Checkbox>
    </MoneyForm>
  );
}
