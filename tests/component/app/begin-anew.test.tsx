import { expect, test } from 'vitest';
import { AppError } from '#shared/errors';
import { beginAnewOnce, startedWell, type Page } from '../../../renderer/app/begin-anew';
import { installFakeDesktop } from '../../helpers/fake-desktop';

const gone = new AppError('storageUnavailable');

/** A window that notes its reloads. */
function makePage(): Page & { readonly reloads: () => number } {
  const marks = new Map<string, string>();
  let reloads = 0;
  return {
    marks: {
      getItem: (key) => marks.get(key) ?? null,
      setItem: (key, value) => void marks.set(key, value),
      removeItem: (key) => void marks.delete(key),
    },
    reload: () => (reloads += 1),
    reloads: () => reloads,
  };
}

test('a store that was taken away is kept and opened once more, once', async () => {
  const { calls } = installFakeDesktop();
  const page = makePage();
  expect(await beginAnewOnce(gone, page)).toBe(true);
  expect(calls.map(({ name }) => name)).toContain('setStoreAside');
  expect(await beginAnewOnce(gone, page)).toBe(false);
  expect(page.reloads()).toBe(1);
  startedWell(page);
  expect(await beginAnewOnce(gone, page)).toBe(true);
});

test('not on a full disk, where it would only break again, and not for data of a newer app', async () => {
  installFakeDesktop({ getAppInfo: () => ({ version: '0.0.0', host: 'stand-in', freeBytes: 1_000_000 }) });
  const page = makePage();
  expect(await beginAnewOnce(gone, page)).toBe(false);
  expect(await beginAnewOnce(new AppError('databaseNewer', { found: 9, known: 4 }), page)).toBe(false);
  expect(page.reloads()).toBe(0);
});
