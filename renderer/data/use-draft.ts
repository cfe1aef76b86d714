import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { clearDraft, readDraft, writeDraft } from './draft-repository';

export type Draft<T> = {
  /** Undefined until the stored draft was looked for. */
  readonly value: T | undefined;
  /** True when an unsaved draft of an earlier time was found. */
  readonly restored: boolean;
  readonly change: (part: Partial<T>) => void;
  /** Back to `initial`; the stored draft is forgotten. Call after saving. */
  readonly clear: () => Promise<void>;
};

/**
 * A form's fields, each keystroke kept durably under `key` so that it survives a crash. Writes never pile up:
 * while one is under way only the newest value waits.
 * @param now reads the clock (epoch ms)
 */
export function useDraft<T extends object>(
  key: string,
  initial: T,
  now: () => number,
  onError: (error: unknown) => void,
): Draft<T> {
  const [state, setState] = useState<{ readonly value: T; readonly restored: boolean }>();
  const first = useRef(initial);
  const latest = useRef<T | undefined>(undefined);
  /** What was typed before the stored draft was read: it counts, whatever that says. */
  const early = useRef<Partial<T> | null>(null);
  const queue = useRef<{ running: Promise<void> | null; next: (() => Promise<void>) | null }>({
    running: null,
    next: null,
  });

  /** Ends when the line is empty, so whoever waits finds what it asked for done. */
  const enqueue = useCallback(
    (job: () => Promise<void>): Promise<void> => {
      const line = queue.current;
      line.next = job;
      line.running ??= (async () => {
        while (line.next !== null) {
          const current = line.next;
          line.next = null;
          await current().catch(onError);
        }
        line.running = null;
      })();
      return line.running;
    },
    [onError],
  );

  const begin = useEffectEvent((stored: unknown) => {
    // Cleared meanwhile: what was stored is on its way out.
    if (latest.current !== undefined) return;
    const typed = early.current;
    early.current = null;
    const restored = typeof stored === 'object' && stored !== null;
    const value: T = { ...first.current, ...(restored ? stored : {}), ...typed };
    latest.current = value;
    setState({ value, restored });
    if (typed !== null) void enqueue(() => writeDraft(key, value, now()));
  });
  useEffect(() => {
    let gone = false;
    readDraft(key).then(
      (stored) => {
        if (!gone) begin(stored);
      },
      (error: unknown) => {
        onError(error);
        if (!gone) begin(null);
      },
    );
    return () => {
      gone = true;
      latest.current = undefined;
    };
  }, [key, onError]);

  const change = useCallback(
    (part: Partial<T>): void => {
      if (latest.current === undefined) early.current = { ...early.current, ...part };
      const value: T = { ...(latest.current ?? first.current), ...early.current, ...part };
      if (latest.current !== undefined) latest.current = value;
      setState((old) => ({ value, restored: old?.restored ?? false }));
      void enqueue(() => writeDraft(key, value, now()));
    },
    [enqueue, key, now],
  );

  const clear = useCallback(async (): Promise<void> => {
    early.current = null;
    latest.current = first.current;
    setState({ value: first.current, restored: false });
    await enqueue(() => clearDraft(key));
  }, [enqueue, key]);

  return { value: state?.value, restored: state?.restored ?? false, change, clear };
}
