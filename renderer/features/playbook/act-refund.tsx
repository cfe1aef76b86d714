import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { listInspections } from '../../data/inspection-repository';
import { completeStep } from '../../data/step-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { Field } from '../../ui/field';
import type { ActProps } from './walk-actions';

/** The refund: amount with the deduction taken off, what the buyer has to fill in, and the gate before it (R41, R45). */
export function ActRefund({ walk, view: { step } }: ActProps) {
  const { t } = useTranslation();
  const { item } = walk;
  const inspection = useLive(() => listInspections(item.id), [item.id])?.[0];
  const draft = useDraft<{ text: string | null }>(`case:${item.id}:refund`, { text: null }, now, report);
  const deduction = inspection?.verdict === 'deduct' ? inspection.deductionFen : 0;
  const agreed =
    step.amountFrom === undefined ? null : parseYuan(walk.values[step.amountFrom]?.['amount'] ?? '');
  const loss = step.lessFrom === undefined ? null : parseYuan(walk.values[step.lessFrom]?.['amount'] ?? '');
  const less = deduction + (loss ?? 0);
  const suggested = agreed ?? (item.amountFen === null ? null : Math.max(0, item.amountFen - less));
  const hints = [
    ...(loss === null || loss === 0 ? [] : [t('playbook.lossDeducted', { amount: formatYuan(loss) })]),
    ...(deduction === 0 ? [] : [t('playbook.deducted', { amount: formatYuan(deduction) })]),
  ];
  const text = draft.value?.text ?? (suggested === null ? '' : formatYuan(suggested));
  const fen = parseYuan(text);
  const over = fen !== null && item.amountFen !== null && fen > item.amountFen;
  const problem =
    text.trim() !== '' && (fen === null || fen < 0)
      ? t('playbook.problem.money')
      : over
        ? t('playbook.refundOver')
        : undefined;
  const pay = fen !== null && item.amountFen !== null && !over ? item.amountFen - fen : null;
  return (
    <div className="walk-form">
      <Field
        label={t('playbook.refundAmount')}
        problem={problem}
        hint={hints.length === 0 ? undefined : hints.join(' · ')}
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            className="walk-money"
            value={text}
            suffix={t('common.yuan')}
            onChange={(event) => {
              draft.change({ text: event.target.value });
            }}
          />
        )}
      </Field>
      {pay !== null && pay > 0 && item.amountFen !== null ? (
        <div className="walk-options">
          <span className="ink-2">
            {t('playbook.paySeller', {
              paid: formatYuan(item.amountFen),
              refund: text.trim(),
              pay: formatYuan(pay),
            })}
          </span>
          <CopyButton
            label={t('common.copy')}
            doneLabel={t('common.copied')}
            copy={() => navigator.clipboard.writeText(formatYuan(pay))}
            onError={report}
          />
        </div>
      ) : null}
      <div className="walk-options">
        <button
          type="button"
          className="btn primary"
          disabled={problem !== undefined || fen === null || item.status === 'closed'}
          onClick={() => {
            void attempt(item.id, async (override) => {
              await completeStep(item.id, step.id, { values: { refund: text }, override }, now());
              await draft.clear();
            });
          }}
        >
          {t('playbook.refunded')}
        </button>
      </div>
    </div>
  );
}
