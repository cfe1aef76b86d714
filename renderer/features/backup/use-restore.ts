import { useCallback, useEffect, useRef, useState } from 'react';
import { toAppError, type AppError } from '#shared/errors';
import type { ArchiveFacts, ArchivePick } from '#shared/vault/archive-exchange';
import { writeArchive } from '../../data/archive-write';
import { lookInto, restoreCases, restoreWhole, type RestoreReport } from '../../data/restore';
import type { RestorePreview } from '../../data/restore-preview';
import { undoUnfinishedRestore } from '../../data/restore-staging';
import { now } from '../../platform/clock';
import { ask, listen } from '../../platform/desktop';

export type RestoreRun = {
  readonly phase:
    | 'decrypting'
    | 'checking'
    | 'rows'
    | 'comparing'
    | 'safetyFiles'
    | 'safety'
    | 'files'
    | 'applying';
  readonly done: number;
  readonly total: number;
  /** False while everything is written at once: it ends as a whole or not at all. */
  readonly canStop: boolean;
};

export type RestoreStep =
  | { readonly name: 'start' }
  | { readonly name: 'passphrase' }
  | { readonly name: 'running'; readonly run: RestoreRun }
  | { readonly name: 'preview'; readonly facts: ArchiveFacts; readonly preview: RestorePreview }
  | { readonly name: 'done'; readonly report: RestoreReport; readonly hasSafety: boolean };

export type RestoreChoice =
  | { readonly kind: 'whole' }
  | { readonly kind: 'cases'; readonly ids: readonly string[]; readonly replace: ReadonlySet<string> };

/** The restore wizard without its looks: each step, what may fail in it, and how it is stopped. */
export function useRestore(which: 'pick' | 'safety') {
  const [step, setStep] = useState<RestoreStep>({ name: 'start' });
  const [error, setError] = useState<AppError | null>(null);
  const [pick, setPick] = useState<ArchivePick | null>(null);
  const stop = useRef(new AbortController());
  const jobId = useRef('');

  const show = useCallback((phase: RestoreRun['phase'], done: number, total: number): void => {
    const canStop = phase !== 'applying';
    setStep({ name: 'running', run: { phase, done, total, canStop } });
  }, []);

  const leave = useCallback((): void => {
    stop.current.abort();
    if (jobId.current !== '') ask('endArchive', jobId.current).catch(() => undefined);
    jobId.current = '';
  }, []);

  useEffect(() => {
    const stopListening = listen('archiveProgress', ({ jobId: id, phase, done, total }) => {
      if (id === jobId.current && (phase === 'checking' || phase === 'decrypting')) show(phase, done, total);
      // The copy of what is here is a job of its own.
      else if (phase === 'packing' || phase === 'verifying') show('safety', done, total);
    });
    return () => {
      stopListening();
      leave();
    };
  }, [show, leave]);

  /** Runs a part; what goes wrong leads back to `back` with words, and leaves nothing half-done. */
  const run = (work: () => Promise<void>, back: RestoreStep): void => {
    setError(null);
    stop.current = new AbortController();
    work().catch(async (problem: unknown) => {
      const known = toAppError(problem);
      if (back.name !== 'preview') await undoUnfinishedRestore().catch(() => undefined);
      if (known.code !== 'cancelled') setError(known);
      setStep(known.code === 'archivePassphrase' ? { name: 'passphrase' } : back);
    });
  };

  const check = (passphrase: string | null): void => {
    run(
      async () => {
        show(passphrase === null ? 'checking' : 'decrypting', 0, 0);
        const facts = await ask('checkArchive', jobId.current, passphrase);
        const preview = await lookInto(facts, { signal: stop.current.signal, onProgress: show });
        setStep({ name: 'preview', facts, preview });
      },
      { name: 'start' },
    );
  };

  const choose = (): void => {
    run(
      async () => {
        leave();
        stop.current = new AbortController();
        const chosen = await ask('chooseArchive', which);
        if (chosen === null) return;
        jobId.current = chosen.jobId;
        setPick(chosen);
        if (chosen.encrypted) setStep({ name: 'passphrase' });
        else check(null);
      },
      { name: 'start' },
    );
  };

  const apply = (choice: RestoreChoice, before: Extract<RestoreStep, { name: 'preview' }>): void => {
    run(async () => {
      const { signal } = stop.current;
      const overwrites = choice.kind === 'whole' || choice.replace.size > 0;
      const hasSafety = overwrites && (await keepWhatIsHere(signal, before.preview));
      const watch = { signal, onProgress: show };
      const report =
        choice.kind === 'whole'
          ? await restoreWhole(jobId.current, before.facts, watch)
          : await restoreCases(
              jobId.current,
              choice.ids,
              choice.replace,
              { archivedAt: Date.parse(before.facts.createdAt), now: now() },
              watch,
            );
      leave();
      setStep({ name: 'done', report, hasSafety });
    }, before);
  };

  /** A shop with nothing in it needs no copy. */
  const keepWhatIsHere = async (
    signal: AbortSignal,
    { cases, onlyHere }: RestorePreview,
  ): Promise<boolean> => {
    const hasCases = onlyHere.length > 0 || cases.some(({ standing }) => standing !== 'missing');
    if (!hasCases) return false;
    await writeArchive({
      purpose: 'safety',
      passphrase: null,
      now: now(),
      signal,
      onFiles: (done, total) => {
        show('safetyFiles', done, total);
      },
    });
    return true;
  };

  const cancel = (): void => {
    stop.current.abort();
    if (step.name === 'running' && ['checking', 'decrypting'].includes(step.run.phase)) leave();
  };

  /** Forgets everything that was read aside. */
  const close = (): void => {
    leave();
    undoUnfinishedRestore().catch(() => undefined);
  };

  return { step, error, pick, choose, check, apply, cancel, close };
}
