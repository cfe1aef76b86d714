import { Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../ui/is-composing';

/**
 * A number that is kept when the field is left or Enter is pressed, not while one types. `parse` gives undefined for what
 * is no such number, null for empty.
 */
export function NumberInput({
  label,
  shown,
  parse,
  suffix,
  placeholder,
  onKeep,
}: {
  readonly label: string;
  readonly shown: string;
  readonly parse: (text: string) => number | null | undefined;
  readonly suffix?: string;
  readonly placeholder?: string;
  readonly onKeep: (value: number | null) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const value = text === null ? null : parse(text);
  const wrong = text !== null && value === undefined;
  const keep = (): void => {
    // What is no number stays in the field, marked, until it is one.
    if (text === null || value === undefined) return;
    setText(null);
    if (text.trim() !== shown) onKeep(value);
  };
  return (
    <Input
      className="reports-number"
      size="small"
      aria-label={label}
      aria-invalid={wrong}
      status={wrong ? 'error' : ''}
      value={text ?? shown}
      maxLength={12}
      {...(suffix === undefined ? {} : { suffix })}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) keep();
        else if (event.key === 'Escape' && text !== null) {
          event.stopPropagation();
          setText(null);
        }
      }}
    />
  );
}

/** `1,234` to 1234; null for empty, undefined for anything else. */
export function parseCount(text: string, most: number): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (plain === '') return null;
  const value = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
  return value <= most ? value : undefined;
}

/** `3.5` percent to 350 hundredths; null for empty, undefined for anything else. */
export function parsePercent(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[%\s]/g, '');
  if (plain === '') return null;
  const match = /^(\d{1,3})(?:\.(\d{0,2}))?$/.exec(plain);
  if (match === null) return undefined;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths <= 10_000 ? hundredths : undefined;
}
