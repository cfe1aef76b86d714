import type { AppError } from '#shared/errors';
import { ask } from '../platform/desktop';

/** Opening the store writes to it; with less room than this it would only break again. Bytes. */
const roomBytes = 24 * 1024 * 1024;

/** Whether the disk of the data has room enough to open the store again. */
export async function hasRoom(): Promise<boolean> {
  const { freeBytes } = await ask('getAppInfo');
  return freeBytes === null || freeBytes > roomBytes;
}

const markKey = 'beganAnew';

/** What of the browser is needed; the real one in the window. */
export type Page = {
  readonly marks: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly reload: () => void;
};

const thisPage = (): Page => ({
  marks: sessionStorage,
  reload: () => {
    location.reload();
  },
});

/**
 * A store the browser took away while the app started is opened once more, after its files were kept: where they are
 * damaged the browser makes it anew then, empty, and that leads to the rescue. Once only, and not on a full disk.
 * @returns whether the page begins anew
 */
export async function beginAnewOnce({ code }: AppError, page: Page = thisPage()): Promise<boolean> {
  if (code !== 'storageUnavailable') return false;
  await ask('setStoreAside').catch(() => undefined);
  if (page.marks.getItem(markKey) !== null || !(await hasRoom().catch(() => false))) return false;
  page.marks.setItem(markKey, '1');
  page.reload();
  return true;
}

/** The app has started: should the store be taken away once more, later, that is another time. */
export function startedWell(page: Page = thisPage()): void {
  page.marks.removeItem(markKey);
}
