import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runsAt, type Activity } from '#shared/domain/activity';
import { formatYuan } from '#shared/domain/money';
import { withoutCount } from '#shared/domain/product-card';
import { addComment } from '../../data/case-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { Field } from '../../ui/field';
import { newLine, newStep, typeStep, type TypedOrder } from './discount-draft';
import { LinesEditor } from './lines-editor';
import { reckonOrder } from './reckon-order';
import { StepsEditor } from './steps-editor';
import type { Case } from '#shared/domain/case';

function startOrder(item: Case | null): TypedOrder {
  return {
    activity: '',
    steps: [newStep],
    lines: [{ ...newLine, name: withoutCount(item?.product ?? ''), back: '1' }],
    freight: '',
    paid: item?.amountFen == null ? '' : formatYuan(item.amountFen),
    freightBack: false,
  };
}

/** Works out what goes back of an order with stacked discounts (R57), so that no fen is refunded too many or too few. */
export function RefundCalculator({
  item,
  activities,
  present,
}: {
  readonly item: Case | null;
  readonly activities: readonly Activity[];
  readonly present: number;
}) {
  const { t } = useTranslation();
  const [start] = useState(() => startOrder(item));
  const draft = useDraft<TypedOrder>(`discount:${item?.id ?? 'new'}`, start, now, report);
  if (draft.value === undefined) return <p className="empty">{t('common.loading')}</p>;
  const typed = draft.value;
  const found = reckonOrder(typed);
  const sum = 'key' in found ? null : found;
  const words =
    sum === null
      ? ''
      : t('discount.words', {
          refund: formatYuan(sum.refundFen),
          paid: formatYuan(sum.totalFen + sum.differenceFen),
          lines: typed.lines
            .flatMap((line, index) =>
              sum.lines[index]?.refundFen === 0
                ? []
                : [
                    t('discount.lineWords', {
                      name: line.name || t('discount.lineOf', { number: index + 1 }),
                      pieces: line.back,
                      amount: formatYuan(sum.lines[index]?.refundFen ?? 0),
                    }),
                  ],
            )
            .join(t('common.listSeparator')),
        });
  const keep = (): void => {
    if (item === null) return;
    addComment(item.id, words, now()).then(() => {
      tell('discount.kept');
    }, report);
  };
  const text = (name: 'freight' | 'paid', hint?: string) => (
    <Field label={t(`discount.${name}`)} hint={hint}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          suffix={t('common.yuan')}
          inputMode="decimal"
          maxLength={12}
          value={typed[name]}
          onChange={(event) => {
            draft.change({ [name]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  return (
    <div className="discount-form">
      <div className="discount-body">
        <Field label={t('discount.activity')}>
          {({ id }) => (
            <Select<string>
              id={id}
              value={typed.activity}
              options={[
                { value: '', label: t('discount.noActivity') },
                ...activities.map((one) => ({
                  value: one.id as string,
                  label: runsAt(one, present) ? t('discount.runs', { name: one.name }) : one.name,
                })),
              ]}
              onChange={(activity) => {
                const chosen = activities.find(({ id: one }) => one === activity);
                draft.change({
                  activity,
                  ...(chosen === undefined ? {} : { steps: chosen.steps.map(typeStep) }),
                });
              }}
            />
          )}
        </Field>
        <h3>{t('discount.steps')}</h3>
        <StepsEditor
          steps={typed.steps}
          offFen={sum?.offFen}
          onChange={(steps) => {
            draft.change({ steps });
          }}
        />
        <h3>{t('discount.lines')}</h3>
        <LinesEditor
          lines={typed.lines}
          sum={sum}
          onChange={(lines) => {
            draft.change({ lines });
          }}
        />
        <div className="form-grid">
          {text('paid', t('discount.paidHint'))}
          {text('freight')}
          <Checkbox
            checked={typed.freightBack}
            onChange={(event) => {
              draft.change({ freightBack: event.target.checked });
            }}
          >
            {t('discount.freightBack')}
          </Checkbox>
        </div>
      </div>
      <div className="discount-result" role="status">
        {'key' in found ? (
          t(found.key, found.values ?? {})
        ) : (
          <>
            <b>{t('discount.refund', { amount: formatYuan(found.refundFen) })}</b>
            <span className="ink-2">
              {t('discount.total', { amount: formatYuan(found.totalFen) })}
              {found.differenceFen === 0
                ? ''
                : t('discount.difference', { amount: formatYuan(found.differenceFen) })}
            </span>
            {found.anewFen === found.refundFen || found.differenceFen !== 0 ? null : (
              <span className="ink-3">{t('discount.anew', { amount: formatYuan(found.anewFen) })}</span>
            )}
          </>
        )}
      </div>
      <div className="discount-buttons">
        <button type="button" className="btn small plain" onClick={() => void draft.clear()}>
          {t('common.discardDraft')}
        </button>
        <span className="grow" />
        {sum === null ? null : (
          <>
            <CopyButton
              label={t('discount.copy')}
              doneLabel={t('common.copied')}
              copy={() => navigator.clipboard.writeText(words)}
              onError={report}
            />
            {item === null ? null : (
              <button type="button" className="btn small primary" onClick={keep}>
                {t('discount.keep')}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
