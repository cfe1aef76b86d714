import { findClues, isTellingName, type CaseClues } from '#shared/domain/case-clues';
import { database } from './database';
import type { Case } from '#shared/domain/case';
import type { CaseRecord } from './records';

/** What a case was recognised by. */
export type CaseMatch = { readonly item: Case; readonly by: 'caseNo' | 'orderNo' | 'buyerId' };

/** What is written on a file: its own name, the folders it came in, short text that lay on the clipboard. */
export type FileWords = { readonly name: string; readonly folder: string; readonly hint: string };

/** So many files of a drop are looked at closely; a folder of a thousand tells its case long before its end. */
const mostFiles = 200;

/**
 * For each file the cases it names, best first: by the file's own name before its folder before the clipboard; by case
 * number, then order number, then buyer ID; open cases before closed ones, the one worked on last first. Looked up in
 * indexes only, once for all files.
 */
export async function matchFiles(files: readonly FileWords[]): Promise<CaseMatch[][]> {
  const clues = new Map<string, CaseClues>();
  const read = (text: string): CaseClues => {
    const known = clues.get(text) ?? findClues([text]);
    clues.set(text, known);
    return known;
  };
  const words = files.map(({ name, folder, hint }) => [withoutEnding(name), folder, hint]);
  for (const texts of words.slice(0, mostFiles)) texts.forEach(read);
  const numbers = new Set([...clues.values()].flatMap((one) => one.numbers));
  const names = new Set([...clues.values()].flatMap((one) => one.names));
  const found = await lookUp([...numbers], [...names]);
  if (found.length === 0) return files.map(() => []);
  return words.map((texts) => {
    const matches = new Map<string, CaseMatch>();
    for (const text of texts) {
      for (const one of among(found, read(text))) {
        if (!matches.has(one.item.id)) matches.set(one.item.id, one);
      }
    }
    return [...matches.values()];
  });
}

async function lookUp(numbers: readonly string[], names: readonly string[]): Promise<CaseRecord[]> {
  const { cases } = database();
  const find = (index: string, values: readonly string[]): Promise<CaseRecord[]> =>
    values.length === 0 ? Promise.resolve([]) : cases.where(index).anyOf(values).toArray();
  const all = await Promise.all([find('caseNo', numbers), find('orderNo', numbers), find('buyerId', names)]);
  const unique = new Map(all.flat().map((one) => [one.id, one]));
  return [...unique.values()].filter(({ deletedAt }) => deletedAt === null).sort(openAndRecentFirst);
}

function among(found: readonly CaseRecord[], { numbers, names }: CaseClues): CaseMatch[] {
  const match = (records: readonly CaseRecord[], by: CaseMatch['by']): CaseMatch[] =>
    records.map(({ nextSort: _nextSort, ...item }) => ({ item, by }));
  const named = found.filter(({ buyerId }) => names.includes(buyerId) && isTellingName(buyerId));
  // Of two buyers that fit, one inside the other's name, the longer one is meant.
  const longest = named.filter(
    ({ buyerId }) => !named.some((other) => other.buyerId !== buyerId && other.buyerId.includes(buyerId)),
  );
  return [
    ...match(
      found.filter(({ caseNo }) => numbers.includes(caseNo)),
      'caseNo',
    ),
    ...match(
      found.filter(({ orderNo }) => orderNo !== '' && numbers.includes(orderNo)),
      'orderNo',
    ),
    ...match(longest, 'buyerId'),
  ];
}

function withoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

function openAndRecentFirst(a: CaseRecord, b: CaseRecord): number {
  if (a.status !== b.status) return a.status === 'open' ? -1 : 1;
  return b.updatedAt - a.updatedAt;
}
