import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scriptColumns, type ScriptTableWords } from '#shared/domain/script-table';
import { scriptScenes, scriptTones, type Script, type ScriptPicture } from '#shared/domain/script';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { makeScriptFile, readScriptFile } from '../../../renderer/features/scripts/script-files';
import { bytes, jpegHead, pngHead } from '../evidence/file-bytes';
import type { Sha256 } from '#shared/domain/ids';

const same = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, key])) as unknown as Record<Key, string>;
const words: ScriptTableWords = {
  headings: same(scriptColumns),
  scene: same(scriptScenes),
  tone: same(scriptTones),
};
let made = 0;
const newId = () => `own.${(made += 1)}`;

const files = new Map<Sha256, Blob>();
async function picture(name: string, mime: string, content: Uint8Array<ArrayBuffer>): Promise<ScriptPicture> {
  const sha256 = createHash('sha256').update(content).digest('hex') as Sha256;
  files.set(sha256, new Blob([content], { type: mime }));
  return { sha256, name, mime, width: 40, height: 30 };
}
const readPicture = ({ sha256 }: ScriptPicture): Promise<Blob> => {
  const blob = files.get(sha256);
  return blob === undefined ? Promise.reject(new Error('no such picture')) : Promise.resolve(blob);
};

const own = (part: Partial<Script>): Script => ({
  id: 'own.1',
  code: 'ka',
  scene: 'returning',
  tone: 'warm',
  for: ['exchange', 'repair'],
  tags: ['地址'],
  title: { 'zh-CN': '地址卡', en: 'Address card' },
  text: { 'zh-CN': '亲，地址在图里', en: 'The address is in the picture' },
  sources: [],
  ...part,
});

async function library(): Promise<{ script: Script; both: readonly Script[]; json: Blob }> {
  const card = await picture('地址卡.png', 'image/png', bytes([pngHead(40, 30)], 300));
  const chart = await picture('尺码.jpg', 'image/jpeg', bytes([jpegHead(40, 30)], 400));
  const script = own({ pictures: [card, chart] });
  const both = [script, own({ id: 'own.2', title: { 'zh-CN': '二', en: 'Two' }, pictures: [chart] })];
  return { script, both, json: await makeScriptFile('json', both, 'zh-CN', words, readPicture) };
}
const read = (blob: BlobPart, name: string, existing: readonly Script[]) =>
  readScriptFile(new File([blob], name), existing, 'zh-CN', [words], newId);
const parse = async (json: Blob) =>
  JSON.parse(await json.text()) as { scripts: Script[]; pictures: Record<string, { data: string }> };

describe('a library with pictures', () => {
  it('R123 JSON carries pictures, both languages and case types to another computer without loss', async () => {
    const { both, json } = await library();
    const { rows, bytes: found } = await read(json, 'a.json', shippedScripts);
    expect(rows).toMatchObject(
      both.map(({ title, text, for: types, pictures }) => ({
        effect: 'new',
        leftOut: 0,
        script: { title, text, for: types, pictures },
      })),
    );
    // Each picture once, byte for byte.
    expect(found.size).toBe(2);
    for (const [sha256, blob] of found) {
      const content = new Uint8Array(await blob.arrayBuffer());
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(blob.type).toBe(files.get(sha256)?.type);
    }
    expect((await read(json, 'a.json', both)).rows.map(({ effect }) => effect)).toEqual(['same', 'same']);
  });

  it('R123 the shipped library in any form comes back as the same', async () => {
    for (const kind of ['csv', 'xlsx', 'json'] as const) {
      const file = await makeScriptFile(kind, shippedScripts, 'zh-CN', words, readPicture);
      const { rows } = await read(file, `a.${kind}`, shippedScripts);
      expect(rows.filter(({ effect }) => effect !== 'same')).toEqual([]);
      expect(rows).toHaveLength(shippedScripts.length);
    }
  });

  it('R123 the tables say how many pictures they lack; those that are here stay', async () => {
    const { script, both } = await library();
    for (const kind of ['csv', 'xlsx'] as const) {
      const table = await makeScriptFile(kind, both, 'zh-CN', words, readPicture);
      const away = await read(table, `a.${kind}`, shippedScripts);
      expect(away.rows).toMatchObject([
        { effect: 'new', leftOut: 2 },
        { effect: 'new', leftOut: 1 },
      ]);
      expect(away.bytes.size).toBe(0);
      const here = await read(table, `a.${kind}`, both);
      expect(here.rows).toMatchObject([
        { effect: 'same', leftOut: 0, script: { pictures: script.pictures } },
        {},
      ]);
    }
  });

  it('a picture removed in the file is removed here; a file that says nothing of pictures leaves them', async () => {
    const { both, json } = await library();
    const body = await parse(json);
    const without = { ...body, scripts: body.scripts.map((one) => ({ ...one, pictures: [] })) };
    const [row] = (await read(JSON.stringify(without), 'a.json', both)).rows;
    expect(row).toMatchObject({ effect: 'changed' });
    expect(row?.effect !== 'bad' && row?.script.pictures).toBeUndefined();
    const old = body.scripts.map(({ pictures: _pictures, ...rest }) => rest);
    expect((await read(JSON.stringify(old), 'a.json', both)).rows.map(({ effect }) => effect)).toEqual([
      'same',
      'same',
    ]);
  });

  it('altered bytes, pictures under another hash, markup and broken text are left out and counted', async () => {
    const { both, script, json } = await library();
    const body = await parse(json);
    const [first = '', second = ''] = script.pictures?.map(({ sha256 }) => sha256) ?? [];
    const svg = btoa('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const data = (sha256: string): string => body.pictures[sha256]?.data ?? '';
    for (const [one, two] of [
      [`A${data(first).slice(1)}`, data(first)],
      [svg, 'nothing that can be read'],
      ['', '{"toString": 1}'],
    ] as const) {
      const pictures = {
        [first]: { mime: 'image/png', data: one },
        [second]: { mime: 'image/png', data: two },
      };
      const found = await read(JSON.stringify({ ...body, pictures }), 'a.json', shippedScripts);
      expect(found.rows).toMatchObject([{ leftOut: 2 }, { leftOut: 1 }]);
      expect(found.bytes.size).toBe(0);
    }
    // Here already: nothing is lost by a file that is damaged.
    const here = await read(JSON.stringify({ ...body, pictures: {} }), 'a.json', both);
    expect(here.rows.map((row) => row.effect !== 'bad' && row.leftOut)).toEqual([0, 0]);
  });

  it('names that objects inherit are no pictures and no words', async () => {
    const hostile = `{"scripts": [{"id": "x", "title": {"__proto__": "a", "en": "A"}, "text": "亲", "for": "exchange",
      "pictures": [{"sha256": "constructor", "name": "a"}, {"sha256": "${'a'.repeat(64)}", "name": 7}, null]}],
      "pictures": {"__proto__": {"${'a'.repeat(64)}": {"data": "AAAA"}}}}`;
    const { rows, bytes: found } = await read(hostile, 'a.json', shippedScripts);
    expect(rows).toMatchObject([{ effect: 'new', leftOut: 1, script: { text: { 'zh-CN': '亲' }, for: [] } }]);
    expect(found.size).toBe(0);
  });

  it('words that cannot be used in the other language refuse the row', async () => {
    const scripts = [{ ...own({}), text: { 'zh-CN': '亲', en: 'open {brace' } }];
    expect((await read(JSON.stringify(scripts), 'a.json', [])).rows).toMatchObject([
      { effect: 'bad', problem: 'badBlank' },
    ]);
  });
});
