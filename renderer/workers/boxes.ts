/** A box of an ISO media file (HEIC, AVIF, MP4): its four-letter kind and where its content lies. */
export type Box = { readonly kind: string; readonly from: number; readonly to: number };

/** More boxes side by side than any camera writes: a file made to keep a reader busy. */
const mostBoxes = 4096;

/**
 * The boxes between two places, in their order. Ends at the first that is no box or reaches beyond `to`; a box without a
 * length would have a reader go round for ever.
 */
export function readBoxes(view: DataView, from = 0, to = view.byteLength): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to && boxes.length < mostBoxes;) {
    const short = view.getUint32(at);
    const kind = readKind(view, at + 4);
    const isLong = short === 1 && at + 16 <= to;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const header = isLong ? 16 : 8;
    if (length < header) break;
    boxes.push({ kind, from: at + header, to: Math.min(to, at + length) });
    at += length;
  }
  return boxes;
}

/** Four letters at a place. */
export function readKind(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
}
