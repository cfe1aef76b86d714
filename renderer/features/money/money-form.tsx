import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/is-composing';
import type { ReactNode } from 'react';

/** One line to write down an amount. Enter in any of its text fields keeps it. */
export function MoneyForm({
  label,
  problem,
  onSave,
  children,
  proposals,
}: {
  /** Says what is kept, on the button and for the group. */
  readonly label: string;
  readonly problem: string | null;
  readonly onSave: () => void;
  readonly children: ReactNode;
  readonly proposals?: ReactNode;
}) {
  return (
    <div
      className="money-form"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event) && event.target instanceof HTMLInputElement) {
          if (event.target.type === 'text') onSave();
        }
      }}
    >
      {children}
      <button type="button" className="btn" onClick={onSave}>
        {label} <kbd>↵</kbd>
      </button>
      {problem === null ? null : (
        <span className="problem" role="alert">
          {problem}
        </span>
      )}
      {proposals}
    </div>
  );
}

type FieldProps = {
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (text: string) => void;
};

/** An amount in yuan as it is typed. */
export function AmountField({
  label,
  wrong,
  value,
  hint = label,
  onChange,
}: FieldProps & { readonly label: string; readonly wrong: boolean }) {
  const { t } = useTranslation();
  return (
    <Input
      className="money-input"
      suffix={t('money.yuan')}
      value={value}
      maxLength={16}
      status={wrong ? 'error' : ''}
      aria-label={label}
      placeholder={hint}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

/** What it was for, in the seller's words. */
export function NoteField({ value, hint, onChange }: FieldProps) {
  const { t } = useTranslation();
  return (
    <Input
      value={value}
      maxLength={200}
      aria-label={t('money.note')}
      placeholder={hint ?? t('money.note')}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
