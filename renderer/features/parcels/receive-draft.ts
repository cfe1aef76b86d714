import type { CaseId } from '#shared/domain/ids';

/** What is typed while a parcel is taken in; kept on every keystroke. */
export type ReceiveDraft = {
  /** What was scanned or typed; empty while no parcel is at hand. */
  readonly asked: string;
  /** Null: as found. */
  readonly waybill: string | null;
  readonly carrier: string | null;
  readonly cod: boolean;
  readonly note: string;
  /** Null: as found. */
  readonly caseIds: readonly CaseId[] | null;
};

export const emptyReceive: ReceiveDraft = {
  asked: '',
  waybill: null,
  carrier: null,
  cod: false,
  note: '',
  caseIds: null,
};
