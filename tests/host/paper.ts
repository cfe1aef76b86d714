import type { PrintToPDFOptions } from 'electron';
import type { PdfRequest } from './control';

/** Electron's named paper sizes, width and height in inches. */
const PAPERS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  a0: [33.1, 46.8],
  a1: [23.4, 33.1],
  a2: [16.54, 23.4],
  a3: [11.7, 16.54],
  a4: [8.27, 11.7],
  a5: [5.83, 8.27],
  a6: [4.13, 5.83],
  legal: [8.5, 14],
  letter: [8.5, 11],
  tabloid: [11, 17],
  ledger: [17, 11],
};

const MICRONS_PER_INCH = 25_400;
/** Electron's (and Chromium's) default margin, 1 cm in inches. */
const DEFAULT_MARGIN = 0.4;

type PageSize = PrintToPDFOptions['pageSize'];

function paperInInches(pageSize: PageSize, unitsPerInch: number): readonly [number, number] {
  if (typeof pageSize !== 'object') {
    const paper = PAPERS[(pageSize ?? 'letter').toLowerCase()];
    if (paper === undefined) throw new Error(`Invalid pageSize ${String(pageSize)}`);
    return paper;
  }
  const { width, height } = pageSize;
  if (!(width > 0 && height > 0)) throw new Error('height and width properties must be positive numbers');
  return [width / unitsPerInch, height / unitsPerInch];
}

/** `printToPDF` options as DevTools wants them: custom paper and margins are in inches, as in Electron. */
export function pdfRequest(options: PrintToPDFOptions): PdfRequest {
  const [paperWidth, paperHeight] = paperInInches(options.pageSize, 1);
  return {
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth,
    paperHeight,
    margins: {
      top: options.margins?.top ?? DEFAULT_MARGIN,
      bottom: options.margins?.bottom ?? DEFAULT_MARGIN,
      left: options.margins?.left ?? DEFAULT_MARGIN,
      right: options.margins?.right ?? DEFAULT_MARGIN,
    },
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  };
}

type PrintOptions = {
  readonly landscape?: boolean;
  readonly printBackground?: boolean;
  readonly pageSize?: PageSize;
  readonly margins?: { readonly marginType?: string };
};

/** The same wish for `webContents.print`, where custom paper is in microns: what the sheet would look like. */
export function pdfRequestForPrint(options: PrintOptions): PdfRequest {
  const [width, height] = paperInInches(options.pageSize ?? 'A4', MICRONS_PER_INCH);
  const isWithoutMargins = options.margins?.marginType === 'none';
  return pdfRequest({
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    pageSize: { width, height },
    preferCSSPageSize: options.pageSize === undefined,
    ...(isWithoutMargins ? { margins: { top: 0, bottom: 0, left: 0, right: 0 } } : {}),
  });
}
