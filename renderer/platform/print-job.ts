import { ask } from './desktop';

/**
 * Runs the job named in the page's address: draws it, then tells main that it may print, or what stands in the way.
 * @param draw resolves with what is wrong with the drawing, or null
 */
export async function runJob(
  search: string,
  name: string,
  draw: (job: string) => Promise<string | null>,
): Promise<void> {
  const job = new URLSearchParams(search).get(name) ?? '';
  const problem = await draw(job).catch((error: unknown) => String(error).slice(0, 500));
  await ask('printJobReady', job, problem);
}

/** Rules for this page alone: a style element would be refused by the content policy, a constructed sheet is not. */
export function layPage(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
