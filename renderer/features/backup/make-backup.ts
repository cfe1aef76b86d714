import { toAppError } from '#shared/errors';
import { writePortable, type PortableWords } from '../../data/archive-portable';
import { writeArchive } from '../../data/archive-write';
import { rememberArchive } from '../../data/last-archive';
import { now } from '../../platform/clock';
import { listen } from '../../platform/desktop';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { useBackup, type BackupJob, type BackupResult } from './backup-store';

type Hooks = {
  readonly signal: AbortSignal;
  readonly onBegun: (jobId: string) => void;
  readonly onFiles: (done: number, total: number) => void;
};

/** Makes an archive of the whole shop, encrypted when there is a passphrase. */
export function startArchive(passphrase: string | null): Promise<void> {
  return runJob('archive', async (hooks) => {
    const at = now();
    const made = await writeArchive({ purpose: 'archive', passphrase, now: at, ...hooks });
    if (made === null) return null;
    await rememberArchive({ at, fileName: made.fileName, size: made.size });
    return { kind: 'archive', report: made };
  });
}

/** Makes a copy that is readable without this app. */
export function startExport(purpose: 'zip' | 'folder', masked: boolean, words: PortableWords): Promise<void> {
  return runJob('export', async (hooks) => {
    const made = await writePortable({ purpose, masked, words, ...hooks });
    return made === null ? null : { kind: 'export', report: made };
  });
}

async function runJob(
  kind: BackupJob['kind'],
  work: (hooks: Hooks) => Promise<BackupResult | null>,
): Promise<void> {
  if (useBackup.getState().job !== null) return;
  const stop = new AbortController();
  const show = (change: Partial<BackupJob>): void => {
    useBackup.setState(({ job }) => (job === null ? {} : { job: { ...job, ...change } }));
  };
  const cancel = (): void => {
    stop.abort();
  };
  useBackup.setState({
    job: { kind, phase: 'asking', done: 0, total: 0, cancel },
    result: null,
    error: null,
  });
  let jobId = '';
  const stopListening = listen('archiveProgress', ({ jobId: id, phase, done, total }) => {
    if (id === jobId && (phase === 'packing' || phase === 'verifying')) show({ phase, done, total });
  });
  try {
    const result = await work({
      signal: stop.signal,
      onBegun: (id) => {
        jobId = id;
      },
      onFiles: (done, total) => {
        show({ phase: 'files', done, total });
      },
    });
    useBackup.setState({ result });
    if (result !== null && !isShown()) tell('backup.finished', { fileName: result.report.fileName });
  } catch (error) {
    const known = toAppError(error);
    if (known.code !== 'cancelled') {
      useBackup.setState({ error: known });
      if (!isShown()) report(known);
    }
  } finally {
    stopListening();
    useBackup.setState({ job: null });
  }
}

/** Whether the seller is looking at the dialog; otherwise a message tells how it ended. */
function isShown(): boolean {
  return useScreen.getState().overlay?.kind === 'backup';
}
