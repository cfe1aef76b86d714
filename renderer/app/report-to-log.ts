import { ask } from '../platform/desktop';

/** Sends uncaught failures to the log file: kind and place only, never what was typed. */
export function reportToLog(): void {
  const send = (kind: string, place: string): void => {
    void ask('log', { level: 'error', message: `${kind} ${place}`.slice(0, 2000) }).catch(() => undefined);
  };
  addEventListener('error', (event) => {
    send(
      'error',
      `${event.error instanceof Error ? event.error.name : 'unknown'} ${event.lineno}:${event.colno}`,
    );
  });
  addEventListener('unhandledrejection', (event) => {
    const reason: unknown = event.reason;
    send('unhandledrejection', reason instanceof Error ? reason.name : 'unknown');
  });
}
