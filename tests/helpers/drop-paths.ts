import type { Page } from '@playwright/test';

/**
 * Drops files and folders from disk on the middle of the window, as the operating system does: through the
 * browser's own drag events, with real paths, so that folders, empty and unreadable files arrive as they would.
 */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  // In at the edge, down in the middle: over an element that is new to it the browser enters and drops without hovering,
  // so a window that takes files only from `dragover` on would lose a quick drop.
  const path = [
    ['dragEnter', 2],
    ['dragOver', 2],
    ['drop', size.height / 2],
  ] as const;
  for (const [type, y] of path) {
    await session.send('Input.dispatchDragEvent', { type, x: size.width / 2, y, data });
  }
  await session.detach();
}
