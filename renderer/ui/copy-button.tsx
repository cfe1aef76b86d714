import { useEffect, useState } from 'react';
import { CheckIcon } from './icons';

/** Copies in one click and shows a green tick for two seconds. `copy` rejects when the clipboard refuses. */
export function CopyButton({
  label,
  doneLabel,
  copy,
  hotkey,
  onError,
}: {
  readonly label: string;
  readonly doneLabel: string;
  readonly copy: () => Promise<void>;
  readonly hotkey?: string;
  readonly onError: (error: unknown) => void;
}) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => {
      setDone(false);
    }, 2000);
    return () => {
      clearTimeout(timer);
    };
  }, [done]);
  const onClick = (): void => {
    copy().then(() => {
      setDone(true);
    }, onError);
  };
  return (
    <button type="button" className="btn small" onClick={onClick}>
      {done ? <CheckIcon /> : null}
      <span aria-live="polite">{done ? doneLabel : label}</span>
      {hotkey === undefined ? null : <kbd>{hotkey}</kbd>}
    </button>
  );
}
