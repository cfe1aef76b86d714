import { useId, type ReactNode } from 'react';

/**
 * A labelled control with an optional hint and problem. The control gets its id and the description's id, so a
 * screen reader hears all three.
 */
export function Field({
  label,
  hint,
  problem,
  wide = false,
  children,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly wide?: boolean;
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = problem ?? hint;
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: note === undefined ? undefined : noteId })}
      {note === undefined ? null : (
        <span
          id={noteId}
          className={problem === undefined ? 'hint' : 'problem'}
          role={problem === undefined ? undefined : 'alert'}
        >
          {note}
        </span>
      )}
    </div>
  );
}
