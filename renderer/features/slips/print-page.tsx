import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { slipSize, type SlipPaper } from '#shared/domain/return-slip';
import { ask } from '../../platform/desktop';
import { layPage, runJob } from '../../platform/print-job';
import { SlipSheet } from './slip-sheet';
import { loadSlipFonts, slipPage, type SlipDrawing } from './use-slip-page';
import './print-page.css';

/** Sets the page to the slip's paper without margins. */
function setPage(paper: SlipPaper): void {
  const { width, height } = slipSize[paper];
  // A hair less than the page: rounding up by one device pixel would add an empty second page.
  layPage(
    `@page { size: ${width}mm ${height}mm; margin: 0 } .slip-page { width: ${width}mm; height: ${height - 0.1}mm }`,
  );
}

/**
 * Runs the print job named in the address (`?job=<id>`): fetches its slip, draws it and tells main that it may print,
 * or what stands in the way.
 */
export function runPrintJob(search: string, container: HTMLElement): Promise<void> {
  return runJob(search, 'job', async (job) => {
    const slip = await ask('getPrintJob', job);
    setPage(slip.paper);
    await loadSlipFonts(slip);
    // Throws here when the case number has no code; inside React it would be swallowed.
    slipPage(slip);
    const fonts = await new Promise<SlipDrawing['fonts']>((resolve) => {
      flushSync(() => {
        createRoot(container).render(
          <div className="slip-page">
            <SlipSheet slip={slip} onFonts={resolve} />
          </div>,
        );
      });
    });
    return fonts === 'ready' ? null : 'fonts';
  });
}
