import { pinyin } from 'pinyin-pro';
import type { CaseType } from '#shared/domain/case';
import { scriptScenes, type ScriptLanguage } from '#shared/domain/script';
import type { LibraryScript } from '../../data/script-repository';

type Entry = {
  readonly script: LibraryScript;
  readonly code: string;
  readonly title: string;
  readonly tags: string;
  readonly initials: string;
  readonly sounds: string;
  readonly text: string;
};
export type ScriptIndex = { readonly entries: readonly Entry[] };

/** Makes what is searched: words, tags, codes, texts, pinyin and its initials. */
export function indexScripts(scripts: readonly LibraryScript[], language: ScriptLanguage): ScriptIndex {
  const entries = scripts.map((script): Entry => {
    const title = script.title[language];
    const spoken = [script.title['zh-CN'], ...script.tags];
    const sounds = spoken.map((one) =>
      pinyin(one, { toneType: 'none', type: 'array', nonZh: 'consecutive' }),
    );
    return {
      script,
      code: script.code.toLowerCase(),
      title: title.toLowerCase(),
      tags: script.tags.join(' ').toLowerCase(),
      initials: sounds
        .map((one) => one.map((sound) => sound[0] ?? '').join(''))
        .join(' ')
        .toLowerCase(),
      sounds: sounds
        .map((one) => one.join(''))
        .join(' ')
        .toLowerCase(),
      text: script.text[language].toLowerCase(),
    };
  });
  return { entries };
}

/** How well an entry fits a word: 0 not at all. */
function fit(entry: Entry, word: string): number {
  if (entry.script.id.toLowerCase() === word || entry.code === word) return 100;
  if (entry.code.startsWith(word)) return 60;
  if (entry.title.includes(word)) return 50;
  if (entry.tags.includes(word)) return 40;
  if (entry.initials.split(' ').some((one) => one.startsWith(word))) return 35;
  if (entry.initials.includes(word) || entry.sounds.includes(word)) return 25;
  return entry.text.includes(word) ? 10 : 0;
}

/**
 * Messages that fit every word typed, best first. Without words all of them: those for the case's type, then
 * favourites, then the rest by scene (R123).
 */
export function findScripts(
  index: ScriptIndex,
  typed: string,
  caseType: CaseType | null,
): readonly LibraryScript[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const shown = index.entries.filter(({ script }) => !script.hidden);
  if (words.length === 0)
    return inOrder(
      shown.map(({ script }) => script),
      caseType,
    );
  return shown
    .map((entry) => {
      const fits = words.map((word) => fit(entry, word));
      const { script } = entry;
      const bonus =
        (caseType !== null && script.for.includes(caseType) ? 4 : 0) +
        (script.favourite ? 3 : 0) +
        Math.min(2, script.uses / 10);
      return { script, score: fits.includes(0) ? 0 : fits.reduce((sum, one) => sum + one, 0) + bonus };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ script }) => script);
}

function inOrder(scripts: readonly LibraryScript[], caseType: CaseType | null): readonly LibraryScript[] {
  const rank = (script: LibraryScript): number =>
    caseType !== null && script.for.includes(caseType) ? 0 : script.favourite ? 1 : 2;
  const scene = ({ scene: name }: LibraryScript): number => scriptScenes.indexOf(name);
  const closeness = (script: LibraryScript): number => (caseType === null ? 0 : script.for.indexOf(caseType));
  return scripts.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    if (first !== second) return first - second;
    if (first < 2 && a.uses !== b.uses) return b.uses - a.uses;
    return (first === 0 ? closeness(a) - closeness(b) : 0) || scene(a) - scene(b);
  });
}
