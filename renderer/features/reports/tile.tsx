import type { ReactNode } from 'react';

/** One figure: what it is, how much, and from how many cases. */
export function Tile({
  label,
  value,
  note,
  mark,
  onOpen,
}: {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly mark?: ReactNode;
  readonly onOpen?: (() => void) | undefined;
}) {
  return (
    <div className="reports-tile">
      <dt>{label}</dt>
      <dd>
        {onOpen === undefined ? (
          <b>{value}</b>
        ) : (
          <button type="button" className="reports-figure" aria-label={`${label} ${value}`} onClick={onOpen}>
            {value}
          </button>
        )}
        {mark}
        <span className="ink-3">{note}</span>
      </dd>
    </div>
  );
}
