import type { Page } from '@playwright/test';
import type { BrowserDriver } from '../host/browser-driver';
import type { WindowFacts } from '../host/control';

/** The page of the window whose address ends so. Throws when there is none. */
export async function pageOf(
  windows: readonly WindowFacts[],
  driver: BrowserDriver | null,
  ending: string,
): Promise<Page> {
  const found = windows.find(({ url }) => url.endsWith(ending));
  if (found === undefined || driver === null) throw new Error(`no window shows ${ending}`);
  return await driver.whenOpen(found.windowId);
}

/** Throws when the app had not registered the keys that were pressed. */
export async function requirePressed(pressed: Promise<boolean>, keys: string): Promise<void> {
  if (!(await pressed)) throw new Error(`the app does not have the keys ${keys}`);
}
