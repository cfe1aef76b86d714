import { describe, expect, it } from 'vitest';
import { emptyDraft, movePiece, planPieces, whatLeaves } from '../../../renderer/features/pack/pack-draft';
import { makeEvidence } from '../evidence/make-evidence';
import type { Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';

const room = { pictures: 2, videos: 1, videoBytes: 100 };

const piece = (id: string, part: Partial<Evidence> = {}): Evidence =>
  makeEvidence({
    id: id as EvidenceId,
    kind: 'photo',
    mime: 'image/jpeg',
    width: 10,
    height: 10,
    ...part,
  });
const shown = (plan: ReturnType<typeof planPieces>) =>
  plan.map(({ item, fate, number }) => `${item.id} ${fate} ${number}`);

describe('R131 what goes into a pack', () => {
  it('is numbered within the limits; what is over keeps only its original', () => {
    const video = { kind: 'video', mime: 'video/mp4' } as const;
    const items = [
      piece('a'),
      piece('v', { ...video, size: 101 }),
      piece('w', { ...video, size: 100 }),
      piece('b'),
      piece('c'),
      piece('d', { kind: 'document', mime: 'application/pdf' }),
    ];
    expect(shown(planPieces(items, emptyDraft, room))).toEqual([
      'a picture 1',
      'v over 0',
      'w video 1',
      'b picture 2',
      'c over 0',
      'd original 0',
    ]);
  });

  it('a blurred copy stands for its original, unless the seller wants that one', () => {
    const original = piece('a');
    const copy = piece('b', {
      derivedFrom: { id: original.id, sha256: original.sha256, how: 'marked', atMs: null },
    });
    const items = [original, copy];
    expect(shown(planPieces(items, emptyDraft, room))).toEqual(['a out 0', 'b picture 1']);
    const both = planPieces(items, { ...emptyDraft, chosen: { a: true } }, room);
    expect(shown(both)).toEqual(['a picture 1', 'b picture 2']);
    expect(both[1]?.copyOf?.id).toBe('a');
  });

  it('comes in the seller’s order; what came in later stands at the end', () => {
    const items = [piece('a'), piece('b'), piece('c')];
    const order = movePiece(['a', 'b'] as EvidenceId[], 'b' as EvidenceId, -1);
    expect(order).toEqual(['b', 'a']);
    expect(movePiece(order, 'b' as EvidenceId, 9)).toEqual(['a', 'b']);
    expect(shown(planPieces(items, { ...emptyDraft, order }, room))).toEqual([
      'b picture 1',
      'a picture 2',
      'c over 0',
    ]);
  });
});

describe('R131 what leaves of a piece', () => {
  const photo = { hasPlace: false, picture: true };
  const placed = { hasPlace: true, picture: true };
  const paper = { hasPlace: false, picture: false };
  const plain = { masked: true, clean: false, originals: false };
  it.each([
    ['as it came in, and beside', photo, plain, false, true],
    ['with a place in it: made anew, the original stays here', placed, plain, true, false],
    ['with a place in it, nothing hidden: as it came in', placed, { ...plain, masked: false }, false, true],
    [
      'without what cameras write: made anew, the original stays here',
      photo,
      { ...plain, clean: true },
      true,
      false,
    ],
    ['the same, the original asked for', placed, { masked: true, clean: true, originals: true }, true, true],
    ['what is no picture cannot be made anew', paper, { ...plain, clean: true }, false, true],
  ])('%s', (_what, piece, wish, remade, beside) => {
    expect(whatLeaves(piece, wish)).toEqual({ remade, beside });
  });
});
