const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * Length as the strictest counters of platforms count: UTF-16 units, line breaks included, so a text that fits here fits
 * there.
 */
export function textLength(text: string): number {
  return text.length;
}

/** The beginning of a text that fits, ending in `…` when something was cut; never inside a sign. */
export function cutText(text: string, limit: number): string {
  if (textLength(text) <= limit) return text;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return limit < 1 ? '' : `${kept.trimEnd()}…`;
}

/** A paragraph of the drafted text; a smaller `rank` is kept longer. */
export type TextPart = { readonly rank: number; readonly text: string };

/**
 * Joins the paragraphs that fit, in their order. Where not all do, those of the highest rank go first, whole; only what
 * is most important of all is cut inside.
 */
export function fitText(parts: readonly TextPart[], limit: number): string {
  const filled = parts.filter(({ text }) => text.trim() !== '');
  const kept = new Set<TextPart>();
  let used = 0;
  for (const part of filled.toSorted((a, b) => a.rank - b.rank)) {
    const needs = textLength(part.text) + (kept.size === 0 ? 0 : 1);
    if (used + needs > limit && kept.size > 0) continue;
    kept.add(part);
    used += needs;
  }
  const text = filled
    .filter((part) => kept.has(part))
    .map((part) => part.text)
    .join('\n');
  return cutText(text, limit);
}
