/** A name in braces; the texts of steps use plain names only. */
const blank = /\{([A-Za-z]\w{0,30})\}/g;

/** The names of a text's blanks, each once, in order. */
export function blanksOfScript(text: string): readonly string[] {
  return [...new Set([...text.matchAll(blank)].map((match) => match[1] ?? ''))];
}

/** Blanks that still have no value; a text with one of them is never copied. */
export function missingInScript(text: string, values: Readonly<Record<string, string>>): readonly string[] {
  return blanksOfScript(text).filter((name) => valueOf(values, name) === '');
}

function valueOf(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
}

/** Fills a text in one pass: braces inside a value stay what was typed. */
export function fillScript(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(blank, (whole, name: string) => valueOf(values, name) || whole);
}
