import { escapeHtml, policyOf, safeJson } from '../../../data/reader/page-parts';
import script from './verifier.js?raw';
import style from './verifier.css?raw';

const states = ['same', 'changed', 'missing', 'added'] as const;
const names = [
  'title',
  'intro',
  'pickFolder',
  'pickFiles',
  'waiting',
  'notRunning',
  'reading',
  'checking',
  'noManifest',
  'badManifest',
  'ownChanged',
  'good',
  'bad',
  'caseNo',
  'madeAt',
  'fingerprint',
  'timeline',
] as const;

/** Every text of the reader, in the pack's language; `{name}` is filled in by the reader. */
export type VerifierWords = Readonly<Record<(typeof names)[number], string>> & {
  readonly state: Readonly<Record<(typeof states)[number], string>>;
};

/** The reader's texts, by their keys. */
export function verifierWords(t: (key: string) => string): VerifierWords {
  const read = (keys: readonly string[], area: string): Record<string, string> =>
    Object.fromEntries(keys.map((key) => [key, t(`packVerify.${area}${key}`)]));
  return { ...read(names, ''), state: read(states, 'state.') } as VerifierWords;
}

/**
 * The single file that checks a pack in any browser, from a folder and without a network. It knows nothing of the pack:
 * its policy allows its own script and style by hash, and nothing else.
 */
export async function buildVerifier(language: string, words: VerifierWords): Promise<Blob> {
  const policy = await policyOf(script, style);
  const text = (key: (typeof names)[number]): string => escapeHtml(words[key]);
  return new Blob(
    [
      `<!doctype html>\n<html lang="${escapeHtml(language)}">\n<head>\n<meta charset="utf-8">\n` +
        `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${text('title')}</title>\n` +
        `<style>${style}</style>\n</head>\n<body>\n<h1>${text('title')}</h1>\n<p>${text('intro')}</p>\n` +
        `<div class="pick"><label>${text('pickFolder')}<input id="folder" type="file" webkitdirectory multiple></label>` +
        `<label>${text('pickFiles')}<input id="files" type="file" multiple></label></div>\n` +
        `<p id="verdict" role="status" class="wait">${text('notRunning')}</p>\n<dl id="about"></dl>\n<ul id="list"></ul>\n` +
        `<script type="application/json" id="words">${safeJson({ words })}</script>\n` +
        `<script>${script}</script>\n</body>\n</html>\n`,
    ],
    { type: 'text/html' },
  );
}
