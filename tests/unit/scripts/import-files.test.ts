import { BlobWriter, TextReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { scriptColumns, type ScriptTableWords } from '#shared/domain/script-table';
import { scriptScenes, scriptTones } from '#shared/domain/script';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { makeScriptFile, readScriptFile } from '../../../renderer/features/scripts/script-files';

const same = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, key])) as unknown as Record<Key, string>;
const words: ScriptTableWords = {
  headings: same(scriptColumns),
  scene: same(scriptScenes),
  tone: same(scriptTones),
};
let made = 0;
const newId = () => `own.${(made += 1)}`;
const noPicture = () => Promise.reject(new Error('no picture'));
const read = async (blob: Blob, name = 'messages.xlsx') =>
  (await readScriptFile(new File([blob], name), shippedScripts, 'zh-CN', [words], newId)).rows;

const declarations = '<?xml version="1.0" encoding="UTF-8"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const heads = `<row r="1">${cell('A1', 'title')}${cell('B1', 'text')}</row>`;

/** A workbook with this one sheet, as a spreadsheet program writes it; `more` are further parts. */
async function workbook(
  rows: string,
  more: Readonly<Record<string, Uint8Array | string>> = {},
  level = 6,
): Promise<Blob> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const parts: Record<string, Uint8Array | string> = {
    '[Content_Types].xml': `${declarations}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${declarations}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declarations}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declarations}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${declarations}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  };
  const zip = new ZipWriter(new BlobWriter(), { useWebWorkers: false, level });
  for (const [name, part] of Object.entries(parts)) {
    await zip.add(name, typeof part === 'string' ? new TextReader(part) : new Uint8ArrayReader(part));
  }
  return zip.close();
}

const unsafe = { data: { code: 'importUnsafe' } };

describe('a library from outside', () => {
  it('R123 an Excel file of ours comes back as the same', async () => {
    const file = await makeScriptFile('xlsx', shippedScripts, 'zh-CN', words, noPicture);
    const rows = await read(file);
    expect(rows.map(({ effect }) => effect)).toEqual(shippedScripts.map(() => 'same'));
  });

  it('an ordinary workbook with pictures and macros is read, those are not', async () => {
    const file = await workbook(`${heads}<row r="2">${cell('A2', '发货')}${cell('B2', '亲，发了')}</row>`, {
      'xl/media/image1.png': new Uint8Array(3_000_000),
      'xl/vbaProject.bin': 'Sub AutoOpen()',
    });
    expect(await read(file)).toMatchObject([{ effect: 'new', script: { title: { 'zh-CN': '发货' } } }]);
  });

  it.each([
    ['one part that unpacks to far more than it is', { 'xl/sharedStrings.xml': new Uint8Array(9_000_000) }],
    ['one part that is too large', { 'xl/styles.xml': 'x'.repeat(12_000_001) }],
    ['entities', { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>' }],
    [
      'hundreds of parts',
      Object.fromEntries(Array.from({ length: 201 }, (_one, at) => [`xl/part${at}.xml`, '<x/>'])),
    ],
  ])('a workbook with %s is refused', async (_what, parts) => {
    await expect(read(await workbook(heads, parts))).rejects.toMatchObject(unsafe);
  });

  it('parts that are harmless one by one and too much together are refused', async () => {
    const part = 'x'.repeat(7_000_000);
    const parts = { 'xl/part1.xml': part, 'xl/part2.xml': part, 'xl/part3.xml': part };
    // Not packed at all: only the sum is too large.
    await expect(read(await workbook(heads, parts, 0))).rejects.toMatchObject(unsafe);
  });

  it('a zip that says less than it holds is refused', async () => {
    const bytes = new Uint8Array(
      await (await workbook(heads, { 'xl/styles.xml': 'y'.repeat(50_000) })).arrayBuffer(),
    );
    const view = new DataView(bytes.buffer);
    let lies = 0;
    for (let at = 0; at < bytes.length - 46; at += 1) {
      // Sizes in the list at the end and in the head before the part.
      const field =
        view.getUint32(at, true) === 0x02014b50 ? 24 : view.getUint32(at, true) === 0x04034b50 ? 22 : 0;
      if (field === 0 || view.getUint32(at + field, true) !== 50_000) continue;
      view.setUint32(at + field, 10, true);
      lies += 1;
    }
    expect(lies).toBeGreaterThan(0);
    await expect(read(new Blob([bytes]))).rejects.toMatchObject(unsafe);
  });

  it.each([
    ['the last row of a sheet', `<row r="1048576">${cell('A1048576', 'x')}</row>`],
    ['the last column', `<row r="2">${cell('XFD2', 'x')}</row>`],
    ['a place written in disguise', `<row r="2">${cell('A&#49;048576', 'x')}</row>`],
  ])('a cell in %s does not make a million', async (_what, row) => {
    await expect(read(await workbook(`${heads}${row}`))).rejects.toMatchObject(unsafe);
  });

  it('what is no zip at all is refused', async () => {
    await expect(read(new Blob(['not a workbook']))).rejects.toMatchObject(unsafe);
  });

  it('a formula gives the value it had, never itself; a cell too long is told and not taken', async () => {
    const formula = '<c r="B2" t="str"><f>HYPERLINK("http://x","y")</f><v>算好的话</v></c>';
    const file = await workbook(
      `${heads}<row r="2">${cell('A2', '公式')}${formula}</row>` +
        `<row r="3">${cell('A3', '长')}${cell('B3', '长'.repeat(4001))}</row>` +
        `<row r="4">${cell('A4', '=1+1')}${cell('B4', '=cmd|&apos;/c calc&apos;!A1')}</row>`,
    );
    const rows = await read(file);
    expect(rows).toMatchObject([
      { effect: 'new', script: { text: { 'zh-CN': '算好的话' } } },
      { effect: 'bad', problem: 'tooLong', title: '长' },
      { effect: 'new', script: { text: { 'zh-CN': "=cmd|'/c calc'!A1" } } },
    ]);
  });

  it.each(['json', 'csv'])('%s: __proto__ and constructor are words like any other', async (kind) => {
    const evil = '__proto__';
    const text =
      kind === 'json'
        ? `{"scripts":[{"${evil}":{"polluted":1},"id":"${evil}","scene":"${evil}","title":"constructor","text":"话"}]}`
        : `id,scene,title,text,${evil}\n${evil},${evil},constructor,话,1`;
    const rows = await read(new Blob([text]), `m.${kind}`);
    expect(rows).toMatchObject([
      { effect: 'new', script: { scene: 'calm', title: { 'zh-CN': 'constructor' } } },
    ]);
    expect(rows[0]?.effect !== 'bad' && rows[0]?.script.id).toMatch(/^own\./);
    expect({}).not.toHaveProperty('polluted');
  });

  it('endless codes and tags are not taken', async () => {
    const rows = await read(
      new Blob([`code,text,tags\n${'x'.repeat(41)},话,a\nok,话,${'t'.repeat(41)} b`]),
      'm.csv',
    );
    expect(rows).toMatchObject([
      { effect: 'bad', problem: 'tooLong' },
      { effect: 'new', script: { code: 'ok', tags: ['b'] } },
    ]);
  });
});
