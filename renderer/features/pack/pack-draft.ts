import { blurredCopies } from '../../data/pack-repository';
import { isPicture } from './fit-evidence';
import type { Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';
import type { PackPurpose } from '#shared/domain/pack';

/** What the seller chose so far; null and missing mean: as proposed. Kept with every keystroke. */
export type PackDraft = {
  readonly purpose: PackPurpose | null;
  readonly order: readonly EvidenceId[];
  /** True or false where the seller decided; else a piece is in unless a blurred copy stands for it. */
  readonly chosen: Readonly<Record<string, boolean>>;
  readonly captions: Readonly<Record<string, string>>;
  /** Null as long as it is the drafted one. */
  readonly text: string | null;
  readonly ask: string | null;
  /** Null as long as they are those the case knows. */
  readonly waybills: string | null;
  readonly masked: boolean;
  /** Whether the weighing goes along; missing: as far as it speaks for us. */
  readonly weighing?: boolean;
  /** Whether what cameras write into pictures stays out, and whether the originals lie beside all the same. */
  readonly clean?: boolean;
  readonly originals?: boolean;
  /** Of what is handed in; null for Chinese. */
  readonly language: 'zh-CN' | 'en' | null;
};

export const emptyDraft: PackDraft = {
  purpose: null,
  order: [],
  chosen: {},
  captions: {},
  text: null,
  ask: null,
  waybills: null,
  masked: true,
  language: null,
};

/** Where a piece goes: `over` is one more than the place allows, `original` is no picture or video. */
export type PieceFate = 'picture' | 'video' | 'over' | 'original' | 'out';

export type Piece = {
  readonly item: Evidence;
  readonly fate: PieceFate;
  /** From 1 among the pictures, else among the videos; 0 for others. */
  readonly number: number;
  /** The original this one is a blurred or marked copy of, when it is in the case. */
  readonly copyOf: Evidence | undefined;
  /** A copy with marks or blurring exists and stands for this one unless the seller says otherwise. */
  readonly hasCopy: boolean;
};

type Room = { readonly pictures: number; readonly videos: number; readonly videoBytes: number };

/** The pieces of a case in the seller's order, each with what becomes of it within the place's limits. */
export function planPieces(items: readonly Evidence[], draft: PackDraft, room: Room): readonly Piece[] {
  const copies = blurredCopies(items);
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = [
    ...draft.order.flatMap((id) => byId.get(id) ?? []),
    ...items.filter(({ id }) => !draft.order.includes(id)),
  ];
  let pictures = 0;
  let videos = 0;
  return ordered.map((item): Piece => {
    const hasCopy = copies.has(item.id);
    const parent = item.derivedFrom?.id;
    const base = { item, hasCopy, copyOf: parent === undefined ? undefined : byId.get(parent), number: 0 };
    if (!(draft.chosen[item.id] ?? !hasCopy)) return { ...base, fate: 'out' };
    if (isPicture(item)) {
      pictures += 1;
      return pictures > room.pictures
        ? { ...base, fate: 'over' }
        : { ...base, fate: 'picture', number: pictures };
    }
    if (item.kind !== 'video') return { ...base, fate: 'original' };
    if (videos >= room.videos || item.size > room.videoBytes) return { ...base, fate: 'over' };
    videos += 1;
    return { ...base, fate: 'video', number: videos };
  });
}

/**
 * What leaves of a piece. `remade`: a picture goes out as a JPEG made here, because its own bytes tell more than they
 * should. `beside`: its bytes as they came in lie in `originals`; what is no picture cannot be cleaned and always does.
 */
export function whatLeaves(
  { hasPlace, picture }: { readonly hasPlace: boolean; readonly picture: boolean },
  {
    masked,
    clean,
    originals,
  }: { readonly masked: boolean; readonly clean: boolean; readonly originals: boolean },
): { readonly remade: boolean; readonly beside: boolean } {
  const placed = masked && hasPlace;
  if (clean && picture) return { remade: true, beside: originals };
  return { remade: placed, beside: !placed };
}

/** The order after one piece moved by some places. */
export function movePiece(order: readonly EvidenceId[], id: EvidenceId, to: number): readonly EvidenceId[] {
  const others = order.filter((one) => one !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), id, ...others.slice(place)];
}
