import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
// Has to come first: Dexie looks for a database when it is loaded.
import { noon } from '../fresh-database';
import { writePortable, type PortableWords } from '../../../renderer/data/archive-portable';
import { createCase, addComment } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { makeCaseInput } from '../../helpers/make-case-input';
import { archiveDesk, calm, filePhoto, fillShop } from './archive-desk';

const desk = archiveDesk();

type Opened = { readonly window: Window & typeof globalThis };
// The package brings no types.
const { JSDOM } = (await import('jsdom' as string)) as {
  JSDOM: new (html: string, options: { readonly runScripts: 'dangerously' }) => Opened;
};

const words: PortableWords = {
  fileName: '留底导出',
  readme: '说明\n',
  head: { language: 'zh-CN', title: '留底 "导出"', about: 'x', search: '搜索' },
  reader: { files: '凭证', timeline: '记录', open: '打开', more: '还有' },
  facts: (item) => [['描述', item.description]],
  title: (item) => item.product,
  event: ({ kind, data }) => `${kind} ${JSON.stringify(data)}`,
};

async function exportTo(masked: boolean): Promise<string> {
  const place = mkdtempSync(path.join(desk().root, 'out-'));
  desk().archives.answers.folder = place;
  await writePortable({ purpose: 'folder', masked, words, onBegun: () => undefined, ...calm });
  return path.join(place, '留底导出');
}

test('R22 a copy anybody can read: lines per table, originals under buyers, one page that shows them', async () => {
  const [first] = await fillShop();
  const folder = await exportTo(true);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = (await database().evidence.toArray()).map((one) => `files/${one.folder}/${one.fileName}`);
  expect(names).toEqual(expect.arrayContaining(['README.txt', 'index.html', 'data/cases.jsonl', ...files]));
  expect(files.map((name) => readFileSync(path.join(folder, name), 'utf8')).sort()).toEqual([
    'one',
    'two',
    'two',
  ]);
  const lines = readFileSync(path.join(folder, 'data/cases.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toContain(first.id);
  const { window } = new JSDOM(readFileSync(path.join(folder, 'index.html'), 'utf8'), {
    runScripts: 'dangerously',
  });
  const { document } = window;
  expect(document.querySelectorAll('#list button')).toHaveLength(2);
  const search = document.querySelector<HTMLInputElement>('#search');
  if (search === null) throw new Error('no search');
  search.value = '小鱼';
  search.dispatchEvent(new window.Event('input'));
  const [found] = document.querySelectorAll<HTMLButtonElement>('#list button');
  found?.click();
  expect(
    [...document.querySelectorAll('img')].map((one) => decodeURIComponent(one.getAttribute('src') ?? '')),
  ).toEqual(expect.arrayContaining(files.filter((name) => name.includes('小鱼'))));
  expect(document.querySelectorAll('ol li')).toHaveLength(3);
});

test('what a buyer wrote stays text in the page, and the page allows no network', async () => {
  const nasty = '</script><img src=x onerror="document.title=1"><script>document.title="run"</script>';
  const item = await createCase(
    makeCaseInput({ description: nasty, product: nasty, buyerId: 'a<b>&"c' }),
    noon,
  );
  await addComment(item.id, nasty, noon);
  const html = readFileSync(path.join(await exportTo(false), 'index.html'), 'utf8');
  const { window } = new JSDOM(html, { runScripts: 'dangerously' });
  expect(window.document.title).toBe('留底 "导出"');
  expect(window.document.querySelectorAll('img')).toHaveLength(0);
  expect(window.document.querySelector('dd')?.textContent).toBe(nasty);
  expect(html).toContain("default-src 'none'");
  expect(html.match(/https?:/g)).toBeNull();
});

test('phone, address and name are masked unless asked', async () => {
  const item = await createCase(
    makeCaseInput({ description: '收件人：王小明 13800138000 浙江省杭州市西湖区文三路100号' }),
    noon,
  );
  await addComment(item.id, '电话改成 13912345678', noon);
  await filePhoto(item.id, 'photo');
  await database().addresses.put({
    id: '01KAJ000000000000000000009' as never,
    label: '仓库',
    recipient: '李四',
    phone: '13700137000',
    address: '广东省深圳市南山区科技园1栋',
    carriers: '',
    sample: false,
  });
  const all = (folder: string): string =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:jsonl|html)$/.test(name))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n');
  const secrets = ['13800138000', '13912345678', '13700137000', '王小明', '李四', '文三路', '科技园'];
  const masked = all(await exportTo(true));
  expect(secrets.filter((one) => masked.includes(one))).toEqual([]);
  expect(masked).toContain('138****8000');
  const plain = all(await exportTo(false));
  expect(secrets.filter((one) => !plain.includes(one))).toEqual([]);
});

test('as a zip too, read back before it takes its name', async () => {
  await fillShop();
  desk().archives.answers.save = path.join(desk().root, 'copy.zip');
  const report = await writePortable({
    purpose: 'zip',
    masked: true,
    words,
    onBegun: () => undefined,
    ...calm,
  });
  expect(report).toMatchObject({ fileName: 'copy.zip', files: 3 });
});
