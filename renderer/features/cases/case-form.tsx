import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { caseChannels, goodsStates, liabilities, waitingOns } from '#shared/domain/case';
import { platforms } from '#shared/domain/platform';
import { useLive } from '../../data/use-live';
import { listCredit } from '../../data/commitment-repository';
import { listCasesOfBuyer } from '../../data/case-repository';
import { Field } from '../../ui/field';
import { WhenInput } from '../../ui/when-input';
import { TypeSelect } from './type-select';
import { withType, type CaseDraft, type CaseField, type CaseProblems } from './case-draft';
import type { Order } from '#shared/domain/order';
import type { Shop } from '#shared/domain/shop';

type Props = {
  readonly draft: CaseDraft;
  readonly problems: CaseProblems;
  readonly shops: readonly Shop[];
  readonly now: number;
  /** The imported order with this number, when there is one. */
  readonly order?: Order | undefined;
  readonly onChange: (part: Partial<CaseDraft>) => void;
};

/** The fields of a new case in the order they are asked for: who and what, which kind, what to do (R119). */
export function CaseForm({ draft, problems, shops, now, order, onChange }: Props) {
  const { t } = useTranslation();
  const shop = shops.find((one) => one.id === draft.shopId);
  const platform = shop?.platform ?? draft.platform;
  const known = useLive(
    () =>
      draft.buyerId.trim() === '' ? [] : listCasesOfBuyer(platform, draft.buyerId.trim().normalize('NFC')),
    [draft.buyerId, platform],
  );
  const problem = (field: CaseField): string | undefined => {
    const found = problems[field];
    return found === undefined ? undefined : t(found.key, found.values ?? {});
  };
  const options = (area: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`domain.${area}.${value}`) }));
  const place =
    shops.length === 0
      ? options('platform', platforms)
      : shops.map((one) => ({
          value: one.id as string,
          label: `${t(`domain.platform.${one.platform}`)} · ${one.name}`,
        }));
  const credit = useLive(
    () => (draft.buyerId.trim() === '' ? [] : listCredit(platform, draft.buyerId.trim().normalize('NFC'))),
    [draft.buyerId, platform],
  );
  const owed = credit?.reduce((fen, { amountFen }) => fen + (amountFen ?? 0), 0) ?? 0;
  const notes = [
    ...(known === undefined || known.length === 0 ? [] : [t('cases.knownBuyer', { count: known.length })]),
    ...(owed === 0 ? [] : [t('commitments.creditOf', { amount: formatYuan(owed) })]),
  ];
  const history = notes.length === 0 ? undefined : notes.join(' · ');
  const fields = { draft, problem, onChange };

  return (
    <div className="form-grid">
      <Field label={t('cases.buyerId')} problem={problem('buyerId')} hint={history ?? t('cases.buyerIdHint')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            value={draft.buyerId}
            status={problems.buyerId === undefined ? '' : 'error'}
            onChange={(event) => {
              onChange({ buyerId: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label={shops.length === 0 ? t('cases.platform') : t('cases.shop')}>
        {({ id }) => (
          <Select
            id={id}
            value={shops.length === 0 ? draft.platform : draft.shopId === '' ? null : draft.shopId}
            options={place}
            onChange={(value: string) => {
              onChange(shops.length === 0 ? { platform: value as CaseDraft['platform'] } : { shopId: value });
            }}
          />
        )}
      </Field>
      <div className="form-grid wide case-form-four">
        <TextField
          {...fields}
          field="orderNo"
          label={t('cases.orderNo')}
          hint={order === undefined ? undefined : t('orders.knownFilled')}
          mono
        />
        <TextField {...fields} field="product" label={t('cases.product')} />
        <TextField {...fields} field="amount" label={t('cases.amount')} />
        <ChoiceField
          {...fields}
          field="channel"
          label={t('cases.channel')}
          options={[{ value: '', label: t('cases.channelOpen') }, ...options('channel', caseChannels)]}
        />
      </div>
      <Field label={t('cases.description')} wide>
        {({ id }) => (
          <Input.TextArea
            id={id}
            value={draft.description}
            className="area"
            onChange={(event) => {
              onChange({ description: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label={t('cases.type')}>
        {({ id }) => (
          <TypeSelect
            id={id}
            type={draft.type}
            playbook={draft.playbook}
            onChange={(chosen) => {
              onChange(withType(draft, chosen));
            }}
          />
        )}
      </Field>
      <Field label={t('cases.appliedAt')} hint={t('cases.appliedAtHint')} problem={problem('appliedAt')}>
        {({ id, describedBy }) => (
          <WhenInput
            id={id}
            describedBy={describedBy}
            value={draft.appliedAt}
            direction="past"
            now={now}
            onChange={(appliedAt) => {
              onChange({ appliedAt });
            }}
          />
        )}
      </Field>
      <div className="form-grid wide case-form-three">
        <ChoiceField
          {...fields}
          field="liability"
          label={t('cases.liability')}
          options={options('liability', liabilities)}
        />
        <ChoiceField
          {...fields}
          field="goods"
          label={t('cases.goods')}
          options={options('goods', goodsStates)}
        />
        <ChoiceField
          {...fields}
          field="waitingOn"
          label={t('cases.waitingOn')}
          options={options('waitingOn', waitingOns)}
        />
      </div>
      <TextField
        {...fields}
        field="nextAction"
        label={t('cases.nextAction')}
        placeholder={t('cases.nextActionPlaceholder')}
      />
      <Field label={t('cases.nextAt')} problem={problem('nextAt')}>
        {({ id, describedBy }) => (
          <WhenInput
            id={id}
            describedBy={describedBy}
            value={draft.nextAt}
            direction="future"
            now={now}
            onChange={(nextAt) => {
              onChange({ nextAt });
            }}
          />
        )}
      </Field>
    </div>
  );
}

type FieldProps = {
  readonly draft: CaseDraft;
  readonly problem: (field: CaseField) => string | undefined;
  readonly onChange: Props['onChange'];
  readonly field: CaseField;
  readonly label: string;
};

function TextField({
  draft,
  problem,
  onChange,
  field,
  label,
  mono = false,
  placeholder,
  hint,
}: FieldProps & {
  readonly mono?: boolean;
  readonly placeholder?: string;
  readonly hint?: string | undefined;
}) {
  const wrong = problem(field);
  return (
    <Field label={label} problem={wrong} hint={hint}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          className={mono ? 'mono' : ''}
          autoComplete="off"
          spellCheck={false}
          value={draft[field]}
          placeholder={placeholder}
          status={wrong === undefined ? '' : 'error'}
          onChange={(event) => {
            onChange({ [field]: event.target.value });
          }}
        />
      )}
    </Field>
  );
}

function ChoiceField({
  draft,
  onChange,
  field,
  label,
  options,
}: FieldProps & { readonly options: { value: string; label: string }[] }) {
  return (
    <Field label={label}>
      {({ id }) => (
        <Select
          id={id}
          value={draft[field]}
          options={options}
          onChange={(value: string) => {
            onChange({ [field]: value });
          }}
        />
      )}
    </Field>
  );
}
