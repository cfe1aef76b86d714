import type { Page } from '@playwright/test';

const PAINT_WITHIN_MS = 15_000;

/** Waits until the page shows any text and has had a frame to attach its listeners; an empty page is let through. */
export async function whenPainted(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page
    .waitForFunction(() => document.body.innerText.trim() !== '', undefined, {
      timeout: PAINT_WITHIN_MS,
      // Asking costs a layout: in every frame it would slow down what it waits for.
      polling: 50,
    })
    .catch(() => null);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve, 0));
      }),
  );
}
