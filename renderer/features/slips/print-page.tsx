import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { slipSize, type SlipPaper } from '#shared/domain/return-slip';
import { ask } from '../../platform/desktop';
import { SlipSheet } from './slip-sheet';
import { loadSlipFonts, slipPage, type SlipDrawing } from './use-slip-page';
import './print-page.css';

/**
 * Sets the page to the slip's paper without margins. A style element would be refused by the content security
 * policy; a constructed sheet is not.
 */
function setPage(paper: SlipPaper): void {
  const { width, height } = slipSize[paper];
  const sheet = new CSSStyleSheet();
  // A hair less than the page: rounding up by one device pixel would add an empty second page.
  sheet.replaceSync(
    `@page { size: ${width}mm ${height}mm; margin: 0 } .slip-page { width: ${width}mm; height: ${height - 0.1}mm }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * Runs the print job named in the address (`?job=<id>`): fetches its slip, draws it and tells main that it may print,
 * or what stands in the way.
 */
export async function runPrintJob(search: string, container: HTMLElement): Promise<void> {
  const job = new URLSearchParams(search).get('job') ?? '';
  try {
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
    await ask('printJobReady', job, fonts === 'ready' ? null : 'fonts');
  } catch (error) {
    await ask('printJobReady', job, String(error).slice(0, 500));
  }
}
