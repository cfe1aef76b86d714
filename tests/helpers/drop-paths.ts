import type { Page } from '@playwright/test';

/**
 * Drops files and folders from disk on the middle of the window, as the operating system does: through the
 * browser's own drag events, with real paths, so that folders, empty and unreadable files arrive as they would.
 */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: size.width / 2, y: size.height / 2, data });
  }
  await session.detach();
}
