import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import { type SlipPaper, slipSize } from '#shared/domain/return-slip';

const mmPerInch = 25.4;
const micronsPerMm = 1000;

/** PDF on exactly the slip's paper; the page draws its own margins (R177). Electron wants inches here. */
export function pdfOptions(paper: SlipPaper): PrintToPDFOptions {
  const { width, height } = slipSize[paper];
  return {
    printBackground: true,
    preferCSSPageSize: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: { width: width / mmPerInch, height: height / mmPerInch },
  };
}

/** PDF on A4, the page sets its own margins: evidence packs and plain sheets. */
export function a4PdfOptions(): PrintToPDFOptions {
  return {
    printBackground: true,
    preferCSSPageSize: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pageSize: { width: 210 / mmPerInch, height: 297 / mmPerInch },
  };
}

/** The same for a printer, with the system's dialog. Electron wants microns here. */
export function printerOptions(paper: SlipPaper): WebContentsPrintOptions {
  const { width, height } = slipSize[paper];
  return {
    silent: false,
    printBackground: true,
    color: false,
    margins: { marginType: 'none' },
    pageSize: { width: width * micronsPerMm, height: height * micronsPerMm },
  };
}

/** A plain sheet for a printer, with the system's dialog; the page sets its own margins. */
export function a4PrinterOptions(): WebContentsPrintOptions {
  return {
    silent: false,
    printBackground: true,
    color: false,
    margins: { marginType: 'none' },
    pageSize: { width: 210 * micronsPerMm, height: 297 * micronsPerMm },
  };
}
