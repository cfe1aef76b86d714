/** How far the app is: several APIs may be used only before or only after `ready`, as in Electron's documents. */
type Phase = 'starting' | 'ready' | 'quitting' | 'ended';

let phase: Phase = 'starting';

export function currentPhase(): Phase {
  return phase;
}

export function enterPhase(next: Phase): void {
  phase = next;
}

/** Throws when `what` is used before the app is ready. */
export function requireReady(what: string): void {
  if (phase === 'starting') throw new Error(`${what} can only be used after the app's ready event`);
}

/** Throws when `what` is used after the app is ready. */
export function requireNotReady(what: string): void {
  if (phase !== 'starting') throw new Error(`${what} should be called before app is ready`);
}
