import { firstRows } from './source-rows-first';
import { secondRows } from './source-rows-second';
import type { SourceLine } from './source-line';
import type { Words } from '../../domain/playbook';

const lines = new Map([...firstRows, ...secondRows].map((line) => [line[0], line] as const));

/** What a requirement row says and which seed text it comes from, or undefined for an unknown row. */
export function sourceOf(row: string): { readonly seed: SourceLine[1]; readonly words: Words } | undefined {
  const line = lines.get(row);
  return line === undefined ? undefined : { seed: line[1], words: { zh: line[2], en: line[3] } };
}
