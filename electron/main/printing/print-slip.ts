import path from 'node:path';
import {
  BrowserWindow,
  type PrintToPDFOptions,
  type WebContents,
  type WebContentsPrintOptions,
} from 'electron';
import { AppError } from '#shared/errors';
import type { ReturnSlip } from '#shared/domain/return-slip';
import type { PackSheet, PaperSheet, PrintOutcome, UploadTarget } from '#shared/ipc/contract';
import { writeAtomically } from '../files/atomic-write';
import type { Downloads } from '../files/downloads';
import { safeFileName } from '../files/safe-name';
import type { ChooseSavePath } from '../files/save-target';
import { pages } from '../frozen-names';
import { printWindowOptions } from '../window-options';
import { giveRole } from '../window-roles';
import { a4PdfOptions, a4PrinterOptions, pdfOptions, printerOptions } from './paper';
import type { PrintJobs, PrintSheet } from './print-jobs';

type Parts = {
  readonly jobs: PrintJobs;
  readonly preload: string;
  readonly choosePath: ChooseSavePath;
  readonly downloads: Downloads;
};

export type Printing = {
  /** Opens the system's print dialog. @throws AppError `printFailed` */
  readonly printSlip: (slip: ReturnSlip) => Promise<PrintOutcome>;
  /** Asks where, then saves a PDF. @throws AppError `printFailed`, `storageFull`, `writeFailed` */
  readonly saveSlipPdf: (slip: ReturnSlip, suggestedName: string) => Promise<PrintOutcome>;
  /** Draws an evidence pack's pages; the PDF waits at a one-time address. @throws AppError `printFailed` */
  readonly makePackPdf: (sheet: PackSheet) => Promise<UploadTarget>;
  /** Opens the system's print dialog for an A4 sheet. @throws AppError `printFailed` */
  readonly printPaper: (sheet: PaperSheet) => Promise<PrintOutcome>;
  /** Asks where, then saves the sheet as PDF. @throws AppError `printFailed`, `storageFull`, `writeFailed` */
  readonly savePaperPdf: (sheet: PaperSheet, suggestedName: string) => Promise<PrintOutcome>;
};

/** What the hidden page is asked for in its address. */
const jobField: Readonly<Record<PrintSheet['kind'], string>> = { slip: 'job', pack: 'pack', paper: 'paper' };

/** How long a finished PDF waits to be fetched. */
const pdfLifetimeMs = 10 * 60 * 1000;

/** Printing and PDF of return slips, evidence packs and plain sheets, from a hidden window that exists only for the job. */
export function createPrinting({ jobs, preload, choosePath, downloads }: Parts): Printing {
  async function withPage<T>(sheet: PrintSheet, work: (page: WebContents) => Promise<T>): Promise<T> {
    const job = jobs.open(sheet);
    const window = new BrowserWindow(printWindowOptions(preload));
    try {
      giveRole(window.webContents, 'print');
      job.assign(window.webContents.id);
      window.webContents.once('render-process-gone', job.end);
      await Promise.all([window.loadURL(`${pages.print}?${jobField[sheet.kind]}=${job.id}`), job.ready]);
      return await work(window.webContents);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('printFailed', {}, error);
    } finally {
      job.end();
      if (!window.isDestroyed()) window.destroy();
    }
  }

  async function print(sheet: PrintSheet, options: WebContentsPrintOptions): Promise<PrintOutcome> {
    return withPage(sheet, async (page) => {
      const failure = await sendToPrinter(page, options);
      if (failure === null) return { outcome: 'done' };
      if (/cancel/i.test(failure)) return { outcome: 'cancelled' };
      throw new AppError('printFailed', { reason: failure.slice(0, 80) });
    });
  }

  async function savePdf(
    sheet: PrintSheet,
    options: PrintToPDFOptions,
    suggestedName: string,
  ): Promise<PrintOutcome> {
    const target = await choosePath(safeFileName(suggestedName), 'pdf');
    if (target === null) return { outcome: 'cancelled' };
    const pdf = await withPage(sheet, (page) => page.printToPDF(options));
    await writeAtomically(target, [pdf]);
    return { outcome: 'done', fileName: path.basename(target) };
  }

  return {
    printSlip: (slip) => print({ kind: 'slip', slip }, printerOptions(slip.paper)),
    saveSlipPdf: (slip, name) => savePdf({ kind: 'slip', slip }, pdfOptions(slip.paper), name),
    makePackPdf: async (pack) => {
      const pdf = await withPage({ kind: 'pack', pack }, (page) => page.printToPDF(a4PdfOptions()));
      return downloads.open({ stream: () => new Blob([pdf]).stream() }, pdfLifetimeMs);
    },
    printPaper: (sheet) => print({ kind: 'paper', sheet }, a4PrinterOptions()),
    savePaperPdf: (sheet, name) => savePdf({ kind: 'paper', sheet }, a4PdfOptions(), name),
  };
}

/** @returns null when printed, else the reason Electron gives */
function sendToPrinter(page: WebContents, options: WebContentsPrintOptions): Promise<string | null> {
  return new Promise((resolve) => {
    page.print(options, (success, reason) => {
      resolve(success ? null : reason);
    });
  });
}
