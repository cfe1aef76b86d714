import { create } from 'zustand';

/** A file that was left out of an export because its stored bytes are not the ones that came in. */
export type LeftOut = { readonly fileName: string; readonly reason: 'changed' | 'missing' };

type ExportState = {
  /** Null when no export is under way. */
  readonly phase: 'checking' | 'writing' | null;
  readonly done: number;
  readonly total: number;
  readonly cancelled: boolean;
  readonly leftOut: readonly LeftOut[];
};

/** The export under way, and what the last one had to leave out until that is dismissed. */
export const useExport = create<ExportState>()(() => ({
  phase: null,
  done: 0,
  total: 0,
  cancelled: false,
  leftOut: [],
}));

/** Stops after the file being read or written; main removes what was written. */
export function cancelExport(): void {
  useExport.setState({ cancelled: true });
}

export function dismissLeftOut(): void {
  useExport.setState({ leftOut: [] });
}
