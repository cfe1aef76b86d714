import { useEffect, useState } from 'react';
import { slipWords } from './slip-words';
import { makeMeasure, slipFont, slipMono, weightOf, type Measure } from './text-measure';
import type { ReturnSlip } from '#shared/domain/return-slip';

/** Every sign a slip prints, fixed words included. */
function usedText(slip: ReturnSlip): string {
  return [...new Set(`${JSON.stringify(slipWords(slip))}${slip.caseNo}…`)].join('');
}

/**
 * Loads the slices of the bundled font that hold the signs of this slip; nothing may be measured or printed before.
 * Rejects when a slice cannot be read.
 */
export async function loadSlipFonts(slip: ReturnSlip): Promise<void> {
  // jsdom has no font loading.
  const fonts = (document as { readonly fonts?: FontFaceSet }).fonts;
  if (fonts === undefined) return;
  const text = usedText(slip);
  await Promise.all(
    [slipFont, slipMono].flatMap((family) =>
      [false, true].map((bold) => fonts.load(`${weightOf(bold)} 16px ${family}`, text)),
    ),
  );
}

/** `measure` is a new one after each loading: what was measured before a font arrived is wrong. */
export type SlipFonts = { readonly state: 'waiting' | 'ready' | 'missing'; readonly measure: Measure };

/** Follows {@link loadSlipFonts} for the slip on screen. */
export function useSlipFonts(slip: ReturnSlip): SlipFonts {
  const [fonts, setFonts] = useState<SlipFonts>(() => ({ state: 'waiting', measure: makeMeasure() }));
  useEffect(() => {
    let gone = false;
    const settle = (state: SlipFonts['state']): void => {
      if (!gone) setFonts({ state, measure: makeMeasure() });
    };
    loadSlipFonts(slip).then(
      () => settle('ready'),
      () => settle('missing'),
    );
    return () => {
      gone = true;
    };
  }, [slip]);
  return fonts;
}
