import { Input } from 'antd';
import { Field } from '../../ui/field';

/** One labelled line of text with its problem in words. */
export function TextField({
  label,
  value,
  onChange,
  problem,
  hint,
  placeholder,
  wide = false,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly wide?: boolean;
  readonly autoFocus?: boolean;
}) {
  return (
    <Field label={label} problem={problem} hint={hint} wide={wide}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          autoFocus={autoFocus}
          value={value}
          placeholder={placeholder}
          status={problem === undefined ? '' : 'error'}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
