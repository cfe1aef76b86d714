import { escapeHtml, policyOf, safeJson } from './page-parts';
import script from './reader.js?raw';
import style from './reader.css?raw';

/** What the reader shows. Every text is shown as text; paths are relative to the page. */
export type ReaderShop = {
  readonly words: Readonly<Record<'files' | 'timeline' | 'open' | 'more', string>>;
  readonly cases: readonly ReaderCase[];
};
export type ReaderCase = {
  readonly caseNo: string;
  readonly buyerId: string;
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly files: readonly {
    readonly path: string;
    readonly name: string;
    readonly mime: string;
    readonly at: string;
  }[];
  readonly events: readonly (readonly [at: string, text: string])[];
  /** Lower case. */
  readonly search: string;
};

export type ReaderHead = {
  readonly language: string;
  readonly title: string;
  readonly about: string;
  readonly search: string;
};

/**
 * One page that opens from a folder in any browser: what is in it stands in the page itself, pictures lie beside it.
 * Its policy allows its own script and style by hash, pictures from beside it, and nothing from any network.
 */
export async function buildReaderPage(head: ReaderHead, shop: ReaderShop): Promise<Blob> {
  const policy = await policyOf(script, style, ["img-src 'self' file:"]);
  const start =
    `<!doctype html>\n<html lang="${escapeHtml(head.language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<title>${escapeHtml(head.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n` +
    `<header><h1>${escapeHtml(head.title)}</h1><p>${escapeHtml(head.about)}</p></header>\n` +
    `<nav><input id="search" type="search" aria-label="${escapeHtml(head.search)}" placeholder="${escapeHtml(head.search)}">` +
    `<p id="count" role="status"></p><ul id="list"></ul></nav>\n<main id="detail"></main>\n` +
    `<script type="application/json" id="shop">{"words":${safeJson(shop.words)},"cases":[`;
  const pieces: BlobPart[] = [start];
  for (const [index, item] of shop.cases.entries()) {
    pieces.push(new Blob([`${index === 0 ? '' : ',\n'}${safeJson(item)}`]));
  }
  pieces.push(`]}</script>\n<script>${script}</script>\n</body>\n</html>\n`);
  return new Blob(pieces, { type: 'text/html' });
}
