import { useEffect, useState } from 'react';
import { layoutSlip } from './slip-layout';
import { slipWords } from './slip-words';
import { makeMeasure, slipFont, slipMono, weightOf, type Measure } from './text-measure';
import type { SlipPage } from './slip-items';
import type { ReturnSlip } from '#shared/domain/return-slip';

/** Signs whose slices of the bundled font are here. */
const loaded = new Set<string>();
/** Replaced whenever a slice has arrived: what was measured before is wrong then. */
let measure: Measure | undefined;

/** The signs a slip prints, fixed words included, that were not loaded yet. */
function newSigns(slip: ReturnSlip): string[] {
  return [...new Set(`${JSON.stringify(slipWords(slip))}${slip.caseNo}…`)].filter(
    (sign) => !loaded.has(sign),
  );
}

/**
 * Loads the slices of the bundled font that hold the signs of this slip; nothing may be measured or printed before.
 * Rejects when a slice cannot be read.
 */
export async function loadSlipFonts(slip: ReturnSlip): Promise<void> {
  // jsdom has no font loading.
  const fonts = (document as { readonly fonts?: FontFaceSet }).fonts;
  const signs = newSigns(slip);
  if (fonts === undefined || signs.length === 0) return;
  await Promise.all(
    [slipFont, slipMono].flatMap((family) =>
      [false, true].map((bold) => fonts.load(`${weightOf(bold)} 16px ${family}`, signs.join(''))),
    ),
  );
  for (const sign of signs) loaded.add(sign);
  measure = makeMeasure();
}

const pages = new WeakMap<ReturnSlip, { readonly measure: Measure; readonly page: SlipPage }>();

/** The layout of a slip with the fonts that are here; worked out once per slip and state of the fonts. */
export function slipPage(slip: ReturnSlip): SlipPage {
  measure ??= makeMeasure();
  const known = pages.get(slip);
  if (known?.measure === measure) return known.page;
  const page = layoutSlip(slip, measure);
  pages.set(slip, { measure, page });
  return page;
}

/** `page` is laid out anew whenever a font has arrived that it needs. */
export type SlipDrawing = { readonly fonts: 'waiting' | 'ready' | 'missing'; readonly page: SlipPage };

/** A slip on screen: its layout, and whether the fonts it needs are there. */
export function useSlipPage(slip: ReturnSlip): SlipDrawing {
  const [state, setState] = useState<{ readonly slip: ReturnSlip; readonly drawing: SlipDrawing }>();
  useEffect(() => {
    let gone = false;
    const settle = (fonts: SlipDrawing['fonts']): void => {
      if (!gone) setState({ slip, drawing: { fonts, page: slipPage(slip) } });
    };
    loadSlipFonts(slip).then(
      () => settle('ready'),
      () => settle('missing'),
    );
    return () => {
      gone = true;
    };
  }, [slip]);
  return state?.slip === slip ? state.drawing : { fonts: 'waiting', page: slipPage(slip) };
}
