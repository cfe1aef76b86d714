import type { ActProps } from './walk-actions';

/** Logs an attempt to reach the buyer, on the ladder that the app hands in (R7, R86). */
export function ActContact({ walk, view: { step }, present, actions }: ActProps) {
  return (
    <div className="walk-form" data-step={step.id}>
      {actions.renderContact(walk.item, present)}
    </div>
  );
}
