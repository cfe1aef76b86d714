import { ClockIcon, PauseIcon, WarningIcon } from './icons';

export type ChipState = 'late' | 'urgent' | 'soon' | 'ok' | 'wait';

/** A countdown: icon, words and colour together, so that colour is never the only sign. */
export function CountdownChip({
  state,
  text,
  title,
}: {
  readonly state: ChipState;
  readonly text: string;
  readonly title?: string;
}) {
  return (
    <span className={`chip ${state}`} title={title}>
      {state === 'late' ? <WarningIcon /> : state === 'wait' ? <PauseIcon /> : <ClockIcon />}
      {text}
    </span>
  );
}
