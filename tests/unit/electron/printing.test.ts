import { describe, expect, test } from 'vitest';
import { pdfOptions, printerOptions } from '../../../electron/main/printing/paper';
import { createPrintJobs } from '../../../electron/main/printing/print-jobs';
import type { ReturnSlip } from '../../../shared/domain/return-slip';

const slip: ReturnSlip = {
  paper: 'A6',
  language: 'zh-CN',
  caseNo: '20261121-001',
  buyerId: '张三',
  orderNo: '1',
  product: '',
  handling: '',
  recipient: '',
  phone: '',
  address: '',
  carriers: '',
  lastDay: '',
  extra: '',
};

const sheet = { kind: 'slip', slip } as const;

describe('a print job', () => {
  test('R25 gives its slip to its own window only, while it is open', () => {
    const jobs = createPrintJobs(1000);
    const job = jobs.open(sheet);
    expect(() => jobs.read(7, job.id, 'slip')).toThrow('notFound');
    job.assign(7);
    expect(jobs.read(7, job.id, 'slip')).toBe(sheet);
    expect(() => jobs.read(8, job.id, 'slip')).toThrow('notFound');
    expect(() => jobs.read(7, job.id, 'pack')).toThrow('notFound');
    expect(() => jobs.settle(8, job.id, null)).toThrow('notFound');
    job.end();
    expect(() => jobs.read(7, job.id, 'slip')).toThrow('notFound');
  });

  test('is ready when the page says so', async () => {
    const jobs = createPrintJobs(1000);
    const job = jobs.open(sheet);
    job.assign(7);
    jobs.settle(7, job.id, null);
    await job.ready;
    job.end();
  });

  test('fails with the page’s reason', async () => {
    const jobs = createPrintJobs(1000);
    const job = jobs.open(sheet);
    job.assign(7);
    jobs.settle(7, job.id, 'font');
    await expect(job.ready).rejects.toMatchObject({ code: 'printFailed', detail: { reason: 'font' } });
    job.end();
  });

  test('fails when the page says nothing in time', async () => {
    const job = createPrintJobs(20).open(sheet);
    await expect(job.ready).rejects.toMatchObject({ code: 'printFailed', detail: { reason: 'timeout' } });
    job.end();
  });

  test('fails when its window is lost', async () => {
    const job = createPrintJobs(1000).open(sheet);
    job.end();
    await expect(job.ready).rejects.toMatchObject({ code: 'printFailed' });
  });
});

describe('paper', () => {
  test.each([
    ['A6', 105, 148],
    ['A5', 148, 210],
    ['100x150', 100, 150],
  ] as const)('R177 %s is %i × %i mm, in inches for PDF and microns for printers', (paper, width, height) => {
    const pdf = pdfOptions(paper);
    expect(pdf).toMatchObject({
      printBackground: true,
      preferCSSPageSize: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    const inches = pdf.pageSize as { readonly width: number; readonly height: number };
    expect(inches.width * 25.4).toBeCloseTo(width, 6);
    expect(inches.height * 25.4).toBeCloseTo(height, 6);
    expect(printerOptions(paper)).toMatchObject({
      silent: false,
      margins: { marginType: 'none' },
      pageSize: { width: width * 1000, height: height * 1000 },
    });
  });
});
