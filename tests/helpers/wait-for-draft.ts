import { expect, type Page } from '@playwright/test';

/** Waits until some draft in the page's database holds this text: what was typed is durable from then on. */
export async function waitForDraft(page: Page, text: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const open = indexedDB.open('liudi');
            open.addEventListener('error', () => reject(new Error('cannot read the drafts')));
            open.addEventListener('success', () => {
              const read = open.result.transaction('drafts').objectStore('drafts').getAll();
              read.addEventListener('success', () => {
                open.result.close();
                resolve(JSON.stringify(read.result));
              });
            });
          }),
      ),
    )
    .toContain(text);
}
