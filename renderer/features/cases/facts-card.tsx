import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { normalizeBuyerId } from '#shared/domain/buyer-id';
import { caseChannels, goodsStates, liabilities, type Case, type CaseInput } from '#shared/domain/case';
import { parseYuan, formatYuan } from '#shared/domain/money';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { AppError, toAppError } from '#shared/errors';
import { updateCase } from '../../data/case-repository';
import { playbookOf } from '../../data/playbook-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { useFieldMask } from '../../ui/masked-text';
import { TypeSelect } from './type-select';
import { isComposing } from '../../ui/is-composing';

type TextFact = 'buyerId' | 'orderNo' | 'newOrderNo' | 'product' | 'amountFen' | 'description';

/** The facts of a case, each saved when its field is left or Enter is pressed, each change in the history. */
export function FactsCard({ item }: { readonly item: Case }) {
  const { t } = useTranslation();
  const change = (part: Partial<CaseInput>): void => {
    updateCase(item.id, part, now()).catch((error: unknown) => {
      report(error);
    });
  };
  const playbook = useLive(() => playbookOf(item), [item.type, item.playbook]);
  const asksNewOrder =
    item.newOrderNo !== undefined ||
    playbook?.steps.some(({ fields }) => fields?.some(({ keeps }) => keeps === 'newOrderNo')) === true;
  const options = (area: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`domain.${area}.${value}`) }));
  return (
    <section className="card case-card" aria-label={t('cases.facts')}>
      <div className="form-grid">
        <TextFactField
          item={item}
          fact="buyerId"
          label={t('cases.buyerId')}
          hint={t('cases.buyerIdFollows')}
        />
        <TextFactField item={item} fact="orderNo" label={t('cases.orderNo')} />
        {asksNewOrder ? (
          <TextFactField
            item={item}
            fact="newOrderNo"
            label={t('cases.newOrderNo')}
            hint={t('cases.newOrderHint')}
          />
        ) : null}
        <Field label={t('cases.type')}>
          {({ id }) => (
            <TypeSelect id={id} type={item.type} playbook={item.playbook ?? ''} onChange={change} />
          )}
        </Field>
        <TextFactField item={item} fact="product" label={t('cases.product')} />
        <TextFactField item={item} fact="amountFen" label={t('cases.amount')} />
        <Field label={t('cases.liability')}>
          {({ id }) => (
            <Select
              id={id}
              value={item.liability}
              options={options('liability', liabilities)}
              onChange={(liability: Case['liability']) => {
                change({ liability });
              }}
            />
          )}
        </Field>
        <Field label={t('cases.goods')}>
          {({ id }) => (
            <Select
              id={id}
              value={item.goods}
              options={options('goods', goodsStates)}
              onChange={(goods: Case['goods']) => {
                change({ goods });
              }}
            />
          )}
        </Field>
        <Field label={t('cases.channel')}>
          {({ id }) => (
            <Select
              id={id}
              value={item.channel ?? null}
              placeholder={t('cases.channelOpen')}
              options={options('channel', caseChannels)}
              onChange={(channel: NonNullable<Case['channel']> | null) => {
                if (channel !== null) change({ channel });
              }}
            />
          )}
        </Field>
        <TextFactField item={item} fact="description" label={t('cases.description')} long />
      </div>
    </section>
  );
}

function stored(item: Case, fact: TextFact): string {
  if (fact === 'amountFen') return item.amountFen === null ? '' : formatYuan(item.amountFen);
  return item[fact] ?? '';
}

/** A typed fact as the case takes it; throws what the field should say. */
function readFact(fact: TextFact, text: string): Partial<CaseInput> {
  if (fact === 'buyerId') return { buyerId: normalizeBuyerId(text) };
  if (fact === 'orderNo' || fact === 'newOrderNo') return { [fact]: normalizeOrderNo(text) };
  if (fact !== 'amountFen') return { [fact]: text };
  const amountFen = text.trim() === '' ? null : parseYuan(text);
  if (amountFen === null && text.trim() !== '') throw new AppError('invalidInput');
  return { amountFen };
}

function TextFactField({
  item,
  fact,
  label,
  hint,
  long = false,
}: {
  readonly item: Case;
  readonly fact: TextFact;
  readonly label: string;
  /** Said while what is typed is not saved yet. */
  readonly hint?: string;
  readonly long?: boolean;
}) {
  const { t } = useTranslation();
  // The draft is empty while nothing differs from what is stored, so a change made elsewhere shows at once.
  const draft = useDraft<{ text: string | null }>(`case:${item.id}:${fact}`, { text: null }, now, report);
  const text = draft.value?.text ?? stored(item, fact);
  let problem: string | undefined;
  try {
    readFact(fact, text);
  } catch (error) {
    const { code, detail } = toAppError(error);
    problem = fact === 'amountFen' ? t('cases.notMoney') : t(`error.${code}`, { ...detail });
  }
  const save = (): void => {
    if (problem !== undefined || draft.value?.text === null || draft.value === undefined) return;
    updateCase(item.id, readFact(fact, text), now())
      .then(() => draft.clear())
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  const mask = useFieldMask(fact === 'description' ? text : '');
  const common = {
    value: fact === 'description' ? mask.value : text,
    onFocus: mask.onFocus,
    status: problem === undefined ? ('' as const) : ('error' as const),
    onBlur: () => {
      mask.leave();
      save();
    },
  };
  return (
    <Field label={label} problem={problem} hint={draft.value?.text == null ? undefined : hint} wide={long}>
      {({ id, describedBy }) =>
        long ? (
          <Input.TextArea
            id={id}
            {...common}
            className="area"
            onChange={(event) => {
              draft.change({ text: event.target.value });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
            }}
          />
        ) : (
          <Input
            id={id}
            {...common}
            aria-describedby={describedBy}
            className={fact === 'orderNo' || fact === 'newOrderNo' ? 'mono' : ''}
            spellCheck={false}
            onChange={(event) => {
              draft.change({ text: event.target.value });
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event)) save();
            }}
          />
        )
      }
    </Field>
  );
}
