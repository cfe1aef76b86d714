/**
 * Every failure the app knows by name. `code` picks the sentence the seller reads
 * (`error.<code>` in the text files: what happened, and what to do next); `retry` says whether
 * trying the same again can help.
 */
export type AppErrorCode =
  | 'storageFull'
  | 'storageUnavailable'
  | 'databaseNewer'
  | 'notFound'
  | 'caseInTrash'
  | 'invalidInput'
  | 'gateClosed'
  | 'closingOpen'
  | 'moveRefused'
  | 'buyerIdEmpty'
  | 'orderNoScientific'
  | 'orderNoSame'
  | 'waybillWrong'
  | 'forbiddenSender'
  | 'cancelled'
  | 'fileUnreadable'
  | 'hashMismatch'
  | 'originalDamaged'
  | 'writeFailed'
  | 'printFailed'
  | 'importUnreadable'
  | 'importUnsafe'
  | 'libraryTooLarge'
  | 'archiveForeign'
  | 'archiveNewer'
  | 'archiveDamaged'
  | 'archiveUnsafe'
  | 'archivePassphrase'
  | 'locked'
  | 'wrongPassphrase'
  | 'lockWait'
  | 'vaultLocked'
  | 'unexpected';

export type AppErrorData = {
  readonly code: AppErrorCode;
  /** Values for the sentence, never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly retry: boolean;
};

const retryable: ReadonlySet<AppErrorCode> = new Set([
  'storageFull',
  'storageUnavailable',
  'fileUnreadable',
  'hashMismatch',
  'writeFailed',
  'printFailed',
]);

/** An error with a code the screen can explain. Survives the way over IPC as {@link AppErrorData}. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(code: AppErrorCode, detail: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(detail)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }

  get data(): AppErrorData {
    return { code: this.code, detail: this.detail, retry: retryable.has(this.code) };
  }

  static from(data: AppErrorData): AppError {
    return new AppError(data.code, data.detail ?? {});
  }
}

const fullDiskSigns = [
  /QuotaExceeded/i,
  /FILE_ERROR_NO_SPACE/i,
  /Failed to write blobs/i,
  /ENOSPC/,
  /EDQUOT/,
];

/**
 * Names an unknown failure. A full disk shows itself in four shapes (quota error, aborted
 * transaction with an inner "no space", failed blob write, refused opening of the store): all become
 * `storageFull` or, when the cause cannot be told apart, `storageUnavailable`.
 */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const text = describe(error);
  if (fullDiskSigns.some((sign) => sign.test(text))) return new AppError('storageFull', {}, error);
  if (/backing store|DatabaseClosed|AbortError|IOError/i.test(text)) {
    return new AppError('storageUnavailable', {}, error);
  }
  return new AppError('unexpected', { message: text.slice(0, 200) }, error);
}

function describe(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 3) return String(error);
  const inner = (error as { inner?: unknown }).inner ?? error.cause;
  return `${error.name}: ${error.message}${inner === undefined ? '' : ` <- ${describe(inner, depth + 1)}`}`;
}
