import { Input } from 'antd';
import { Field } from '../../ui/field';

/** A passphrase, hidden while it is typed, with the eye to look. */
export function SecretField({
  label,
  hint,
  problem,
  value,
  onChange,
  autoFocus = false,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}) {
  return (
    <Field label={label} hint={hint} problem={problem} wide>
      {({ id, describedBy }) => (
        <Input.Password
          id={id}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined}
          autoComplete="new-password"
          autoFocus={autoFocus}
          maxLength={200}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
