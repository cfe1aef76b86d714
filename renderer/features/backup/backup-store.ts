import { create } from 'zustand';
import type { AppError } from '#shared/errors';
import type { ArchiveResult } from '../../data/archive-write';
import type { ArchiveReport } from '#shared/vault/archive-exchange';

export type BackupPhase = 'asking' | 'files' | 'packing' | 'verifying';

export type BackupJob = {
  readonly kind: 'archive' | 'export';
  readonly phase: BackupPhase;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
};

export type BackupResult =
  | { readonly kind: 'archive'; readonly report: ArchiveResult }
  | { readonly kind: 'export'; readonly report: ArchiveReport };

type BackupStore = {
  /** What is being made; goes on while its dialog is closed. */
  readonly job: BackupJob | null;
  readonly result: BackupResult | null;
  readonly error: AppError | null;
};

/** The archive or export under way, and how the last one ended. */
export const useBackup = create<BackupStore>()(() => ({ job: null, result: null, error: null }));

/** Forgets how the last one ended, before its dialog opens again. */
export function resetBackup(): void {
  useBackup.setState({ result: null, error: null });
}
