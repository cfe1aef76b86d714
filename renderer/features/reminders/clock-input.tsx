import { Input } from 'antd';
import { useState } from 'react';
import { clockWords, readClock } from '#shared/domain/quiet-hours';
import { isComposing } from '../../ui/is-composing';

/** A time of day as text (`23:00`, `7点半`), taken over with Enter or on leaving the field; nonsense goes back. */
export function ClockInput({
  label,
  minutes,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly minutes: number;
  readonly disabled: boolean;
  readonly onChange: (minutes: number) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const read = text === null ? minutes : readClock(text);
  const take = (): void => {
    if (read !== null && read !== minutes) onChange(read);
    setText(null);
  };
  return (
    <Input
      className="reminders-clock"
      aria-label={label}
      value={text ?? clockWords(minutes)}
      status={read === null ? 'error' : ''}
      disabled={disabled}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) take();
      }}
      onBlur={take}
    />
  );
}
