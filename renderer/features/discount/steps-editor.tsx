import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { mostSteps } from '#shared/domain/activity';
import { discountKinds } from '#shared/domain/discount';
import { formatYuan } from '#shared/domain/money';
import { newStep, readStep, type TypedStep } from './discount-draft';

/** The discounts of an order in the order in which they count; each is taken off what the ones above leave. */
export function StepsEditor({
  steps,
  offFen,
  onChange,
}: {
  readonly steps: readonly TypedStep[];
  /** What each took off, where that is known. */
  readonly offFen?: readonly number[] | undefined;
  readonly onChange: (steps: readonly TypedStep[]) => void;
}) {
  const { t } = useTranslation();
  const put = (index: number, part: Partial<TypedStep>): void => {
    onChange(steps.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  const text = (index: number, name: 'percent' | 'from' | 'off', value: string, bad: boolean) => (
    <Input
      size="small"
      className="discount-sum"
      maxLength={12}
      inputMode="decimal"
      status={bad ? 'error' : ''}
      aria-label={t(`discount.step.${name}Of`, { number: index + 1 })}
      value={value}
      onChange={(event) => {
        put(index, { [name]: event.target.value });
      }}
    />
  );
  return (
    <div className="discount-steps">
      {steps.map((step, index) => {
        const typed = step.kind === 'percent' ? step.percent : step.off;
        const bad = typed.trim() !== '' && readStep(step) === null;
        const off = offFen?.[index];
        return (
          // Rows have no identity of their own; they move as a whole.
          // oxlint-disable-next-line react/no-array-index-key
          <div
            key={index}
            className="discount-step"
            role="group"
            aria-label={t('discount.stepOf', { number: index + 1 })}
          >
            <span className="ink-3">{index + 1}</span>
            <Select
              size="small"
              className="discount-kind"
              aria-label={t('discount.kindOf', { number: index + 1 })}
              value={step.kind}
              options={discountKinds.map((value) => ({ value, label: t(`discount.kind.${value}`) }))}
              onChange={(kind) => {
                put(index, { kind });
              }}
            />
            {step.kind === 'percent' ? (
              <>
                {text(index, 'percent', step.percent, bad)}
                <span>{t('discount.step.percent')}</span>
              </>
            ) : (
              <>
                <span>{t('discount.step.from')}</span>
                {text(index, 'from', step.from, bad)}
                <span>{t('discount.step.off')}</span>
                {text(index, 'off', step.off, bad)}
              </>
            )}
            {step.kind === 'reduction' ? (
              <Checkbox
                checked={step.every}
                onChange={(event) => {
                  put(index, { every: event.target.checked });
                }}
              >
                {t('discount.step.every')}
              </Checkbox>
            ) : null}
            <span className="grow" />
            {off === undefined ? null : (
              <span className={off === 0 ? 'ink-3' : 'ink-2'}>
                {off === 0 ? t('discount.notReached') : `−¥${formatYuan(off)}`}
              </span>
            )}
            <button
              type="button"
              className="btn small plain"
              aria-label={t('discount.up', { number: index + 1 })}
              disabled={index === 0}
              onClick={() => {
                onChange([
                  ...steps.slice(0, index - 1),
                  step,
                  ...steps.slice(index - 1, index),
                  ...steps.slice(index + 1),
                ]);
              }}
            >
              ↑
            </button>
            <button
              type="button"
              className="btn small plain"
              aria-label={t('discount.removeStep', { number: index + 1 })}
              onClick={() => {
                onChange(steps.filter((_one, at) => at !== index));
              }}
            >
              ×
            </button>
          </div>
        );
      })}
      {steps.length >= mostSteps ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            onChange([...steps, newStep]);
          }}
        >
          {t('discount.addStep')}
        </button>
      )}
    </div>
  );
}
