import type { CaseInput } from '../domain/case';
import type { EvidenceKind } from '../domain/evidence';
import type { FlagColor } from '../domain/order-note';

/** A picture drawn when the sample is loaded; `look` picks what is drawn. */
export type SamplePicture = {
  readonly name: string;
  readonly kind: Extract<EvidenceKind, 'photo' | 'chat' | 'weighing'>;
  readonly look: 'dress' | 'seam' | 'vase' | 'box' | 'chat' | 'scale';
  readonly caption: string;
};

/** A case of the sample shop. Times are minutes from loading. */
export type SampleCase = Omit<CaseInput, 'shopId' | 'events' | 'nextActionAt'> & {
  readonly createdIn: number;
  readonly nextIn: number | null;
  readonly eventsIn: Readonly<Record<string, number>>;
  readonly closedIn: number | null;
  readonly note: { readonly content: string; readonly flag: FlagColor; readonly pasted: boolean } | null;
  readonly pictures: readonly SamplePicture[];
};

type Draft = Pick<
  SampleCase,
  | 'platform'
  | 'buyerId'
  | 'orderNo'
  | 'type'
  | 'product'
  | 'amountFen'
  | 'description'
  | 'nextAction'
  | 'createdIn'
> &
  Partial<SampleCase>;

/** A case with what most of them have. */
export function sampleCase(draft: Draft): SampleCase {
  return {
    liability: 'unknown',
    goods: 'received',
    waitingOn: 'us',
    nextIn: null,
    eventsIn: {},
    closedIn: null,
    note: null,
    pictures: [],
    ...draft,
  };
}
