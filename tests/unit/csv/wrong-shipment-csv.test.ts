import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvColumns, readCell, textCell, wrongShipmentCsv } from '#shared/domain/wrong-shipment-csv';
import { remedies, wrongCauses, wrongKinds } from '#shared/domain/wrong-shipment';
import { platforms } from '#shared/domain/platform';
import type { CaseId, WrongShipmentId } from '#shared/domain/ids';
import type { WrongShipmentCsvRow, WrongShipmentCsvWords } from '#shared/domain/wrong-shipment-csv';

function named<Name extends string>(names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, `<${name}>`])) as Record<Name, string>;
}
const words: WrongShipmentCsvWords = {
  headings: named(csvColumns),
  platform: named(platforms),
  kind: named(wrongKinds),
  cause: named(wrongCauses),
  remedy: named(remedies),
};

function row(part: Partial<WrongShipmentCsvRow> = {}): WrongShipmentCsvRow {
  return {
    id: '01J00000000000000000000001' as WrongShipmentId,
    caseId: '01J00000000000000000000002' as CaseId,
    shopId: null,
    platform: 'taobao',
    buyerId: '小鱼爱吃猫',
    orderNo: '1234567890123456789',
    kind: 'wrongItem',
    shouldSend: '连衣裙 M',
    sent: '连衣裙 L',
    quantity: 2,
    cause: 'lookAlike',
    causeNote: '',
    packedBy: '阿宁',
    remedy: 'reship',
    costFen: 1250,
    // 23:30 on 30 November in UTC is already December in Shanghai.
    happenedAt: Date.UTC(2026, 10, 30, 23, 30),
    sample: false,
    createdAt: 0,
    deletedAt: null,
    caseNo: '20261121-003',
    ...part,
  };
}

function cellsOf(csv: string): string[][] {
  return Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
}

/** What a spreadsheet does with a cell: quotes do not matter to it, it looks at the first signs. */
function spreadsheetRuns(cell: string): boolean {
  return cell
    .split(/\r\n|\r|\n/)
    .some((line) => /^(?:[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]|\t)/.test(line));
}
function spreadsheetTakesForNumber(cell: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !cell.endsWith('\t') && /^[\s\d.,:/\-+%eE]*\d[\s\d.,:/\-+%eE]*$/.test(cell.normalize('NFKC'));
}

describe('R30 the wrong-shipment log as CSV for Excel', () => {
  test('R30 has a BOM, CRLF lines, headings, and the day of Shanghai', () => {
    const csv = wrongShipmentCsv([row()], words);
    expect(csv.startsWith('\ufeff"<day>","<platform>"')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
    const [head, line] = cellsOf(csv);
    expect(head).toHaveLength(csvColumns.length);
    expect(line?.[0]).toBe('2026-12-01');
    expect(line?.[csvColumns.indexOf('cost')]).toBe('12.50');
    expect(line?.[csvColumns.indexOf('quantity')]).toBe('2');
  });

  test.each([
    '123456789012345678',
    '1234567890123456789',
    '12345678901234567890',
    '0071',
    '1E5',
    '3-5',
    '１２３',
  ])('R30 order number %s stays text, every digit of it', (orderNo) => {
    const cell =
      cellsOf(wrongShipmentCsv([row({ orderNo })], words))[1]?.[csvColumns.indexOf('orderNo')] ?? '';
    expect(spreadsheetTakesForNumber(cell)).toBe(false);
    expect(cell.trim()).toBe(orderNo);
    expect(readCell(cell)).toBe(orderNo);
  });

  test('R30 words stay as they are, without a mark of ours', () => {
    expect(textCell('小鱼爱吃猫')).toBe('小鱼爱吃猫');
    expect(textCell('连衣裙 M × 2')).toBe('连衣裙 M × 2');
  });

  const attacks = [
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    ' =1+1',
    '\u00a0=1+1',
    '\u3000=1+1',
    '\ufeff=1+1',
    '\u200b=1+1',
    'ok\n=cmd|" /C calc"!A0',
    'ok\r\n  @x',
    "'=1",
    '=HYPERLINK("http://x","y")',
  ];
  test.each(attacks)('R30 %j is not run by a spreadsheet and comes back unchanged', (attack) => {
    const csv = wrongShipmentCsv([row({ buyerId: attack, shouldSend: attack, causeNote: attack })], words);
    const [, line = []] = cellsOf(csv);
    for (const column of ['buyerId', 'shouldSend', 'causeNote'] as const) {
      const cell = line[csvColumns.indexOf(column)] ?? '';
      expect(spreadsheetRuns(cell)).toBe(false);
      expect(readCell(cell)).toBe(attack);
    }
  });

  test('R30 any text at all: never run, never lost, one row stays one row', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '\t',
        '\r',
        '\n',
        "'",
        '"',
        ',',
        ' ',
        '1',
        '9',
        'x',
        '鱼',
        '\u00a0',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), (text) => {
        const cell = textCell(text);
        expect(spreadsheetRuns(cell)).toBe(false);
        expect(readCell(cell)).toBe(text);
        const lines = cellsOf(wrongShipmentCsv([row({ sent: text }), row()], words));
        expect(lines).toHaveLength(3);
        expect(readCell(lines[1]?.[csvColumns.indexOf('sent')] ?? '')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
