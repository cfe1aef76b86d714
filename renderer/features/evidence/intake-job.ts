import { ask } from '../../platform/desktop';
import { checkInWorker } from '../../workers/check';
import type { CaseId, InboxId } from '#shared/domain/ids';
import type { CheckAnswer } from '../../workers/check-file';
import type { InboxItem } from '#shared/domain/inbox';
import type { IncomingFile } from './incoming';

/** What the intake needs from outside; tests give their own. `freeBytes` is null when it cannot be told. */
export type IntakeTools = {
  readonly check: (file: Blob, name: string, signal: AbortSignal) => Promise<CheckAnswer>;
  readonly freeBytes: () => Promise<number | null>;
};

export const appTools: IntakeTools = {
  check: checkInWorker,
  freeBytes: () =>
    ask('getAppInfo').then(
      (info) => info.freeBytes,
      () => null,
    ),
};

/** A file with the place it goes to. `stored` is told its place in the inbox. */
export type IntakeJob = IncomingFile & {
  readonly target:
    | { readonly kind: 'case'; readonly caseId: CaseId }
    | ({
        readonly kind: 'inbox';
        readonly quiet?: boolean;
        readonly triedElsewhere?: boolean;
      } & Pick<InboxItem, 'waitsFor' | 'hint'>);
  readonly stored?: (id: InboxId) => void;
};
