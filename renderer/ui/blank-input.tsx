import { Input } from 'antd';
import { isComposing } from './is-composing';

/** More than any chat or memo takes; longer pastes are cut here instead of slowing every keystroke down. */
const longest = 10_000;

/**
 * The value of a blank: one line that grows when lines or a long text are pasted, so that nothing of it is dropped. Enter
 * does what comes next, Shift+Enter breaks the line.
 */
export function BlankInput({
  id,
  describedBy,
  name,
  value,
  missing,
  onChange,
  onEnter,
}: {
  readonly id: string;
  readonly describedBy?: string | undefined;
  /** Name of the blank, to find its field by. */
  readonly name: string;
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
}) {
  return (
    <Input.TextArea
      id={id}
      aria-describedby={describedBy}
      className="area blank"
      data-blank={name}
      rows={1}
      autoComplete="off"
      maxLength={longest}
      value={value}
      status={missing ? 'warning' : ''}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
