import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { listEvidenceOfCase, readOriginal } from '../../../renderer/data/evidence-repository';
import { cancelIntake, intakeFiles, type IntakeTools } from '../../../renderer/features/evidence/intake';
import { IntakePanel } from '../../../renderer/features/evidence/intake-panel';
import { useIntake } from '../../../renderer/features/evidence/intake-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { checkFile } from '../../../renderer/workers/check-file';
import { WorkerLost } from '../../../renderer/workers/worker-pool';
import { makeCaseInput } from '../../helpers/make-case-input';
import { bytes, ftyp, jpegHead } from '../../unit/evidence/file-bytes';
import { hashOf, makeFile, useRealFiles } from './real-files';
import type { Transaction } from 'dexie';
import type { CaseId } from '#shared/domain/ids';
import type { IncomingFile } from '../../../renderer/features/evidence/incoming';
import { renderPlain } from '../../helpers/render-plain';

const tools: IntakeTools = { check: checkFile, freeBytes: () => Promise.resolve(null) };

let caseId: CaseId;
let filesMade = 0;

beforeEach(async () => {
  useRealFiles();
  useToasts.setState({ toasts: [] });
  useIntake.setState({ rejected: [], duplicates: [], unsaved: [] });
  caseId = (await createCase(makeCaseInput(), Date.now())).id;
});

function photos(count: number): IncomingFile[] {
  return Array.from({ length: count }, () => {
    filesMade += 1;
    const content = bytes([jpegHead(400, 300), [filesMade & 255, filesMade >> 8]], 400);
    return { file: makeFile(content, `${filesMade}.jpg`), source: 'drop' };
  });
}
const toasts = (): unknown[] => useToasts.getState().toasts.map(({ key, values }) => [key, values]);
const names = async (): Promise<string[]> =>
  (await listEvidenceOfCase(caseId)).map(({ fileName }) => fileName.replace(/_\d{8}_/, '_'));

describe('R21 R22 taking files in', () => {
  test('the bytes that came are the bytes that lie there, under their own hash and real type', async () => {
    const [one] = photos(1);
    if (one === undefined) throw new Error('no file');
    await intakeFiles(
      caseId,
      [{ ...one, file: makeFile(await one.file.bytes(), '看起来是视频.mp4') }],
      tools,
    );
    const [item] = await listEvidenceOfCase(caseId);
    if (item === undefined) throw new Error('nothing filed');
    expect(item).toMatchObject({ mime: 'image/jpeg', kind: 'photo', width: 400, height: 300, size: 400 });
    expect(item.fileName).toMatch(/_照片_01\.jpg$/);
    expect(item.sha256).toBe(await hashOf(one.file));
    expect(await hashOf(await readOriginal(item.sha256))).toBe(item.sha256);
    expect(toasts()).toEqual([['evidence.saved', { name: item.fileName }]]);
  });

  test('many files keep their order and are told in one sentence', async () => {
    await intakeFiles(caseId, photos(12), tools);
    expect(await names()).toEqual(
      Array.from({ length: 12 }, (_, index) => `小鱼爱吃猫_照片_${String(index + 1).padStart(2, '0')}.jpg`),
    );
    expect(toasts()).toEqual([['evidence.savedMany', expect.objectContaining({ count: 12 })]]);
    expect(useIntake.getState()).toMatchObject({ running: false, total: 0, done: 0 });
  });

  test('files that come while others are taken in join the queue', async () => {
    const first = intakeFiles(caseId, photos(3), tools);
    const second = intakeFiles(caseId, photos(2), tools);
    expect(useIntake.getState().total).toBe(5);
    await Promise.all([first, second]);
    expect(await names()).toHaveLength(5);
  });

  test('duplicates are told where they are: one by one when few, in a list when many', async () => {
    const few = photos(1);
    await intakeFiles(caseId, few, tools);
    const { fileName } = (await listEvidenceOfCase(caseId))[0] ?? { fileName: '' };
    const other = await createCase(makeCaseInput({ buyerId: '另一位' }), Date.now());
    useToasts.setState({ toasts: [] });
    await intakeFiles(caseId, few, tools);
    await intakeFiles(other.id, few, tools);
    expect(toasts()).toContainEqual(['evidence.alreadyHere', expect.objectContaining({ fileName })]);
    expect(toasts()).toContainEqual(['evidence.linked', expect.objectContaining({ fileName })]);
    const many = photos(5);
    await intakeFiles(caseId, many, tools);
    await intakeFiles(caseId, many, tools);
    renderPlain(<IntakePanel />);
    const list = screen.getByRole('list', { name: '以前存过的文件' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(await names()).toHaveLength(6);
  });

  test('cancelling leaves whole files only, and says how many', async () => {
    let checked = 0;
    const slow: IntakeTools = {
      ...tools,
      check: async (file, name) => {
        checked += 1;
        // The first of them are written before the last are looked at.
        if (checked === 18) cancelIntake();
        return checkFile(file, name);
      },
    };
    await intakeFiles(caseId, photos(30), slow);
    const items = await listEvidenceOfCase(caseId);
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(18);
    for (const { sha256 } of items) expect(await hashOf(await readOriginal(sha256))).toBe(sha256);
    expect(toasts()).toContainEqual(['evidence.cancelled', { saved: items.length, left: 30 - items.length }]);
    await intakeFiles(caseId, photos(1), tools);
    expect(await names()).toHaveLength(items.length + 1);
  });

  test.each([
    ['while it is read', () => Promise.reject(new WorkerLost('aborted'))],
    ['just when it was read', checkFile],
  ])(
    'a video given up %s leaves nothing of it behind, and comes in whole when dropped again',
    async (_, then) => {
      const db = database();
      const count = (): Promise<number[]> =>
        Promise.all([db.blobs.count(), db.evidence.count(), db.events.count(), db.outbox.count()]);
      filesMade += 1;
      const content = bytes([...ftyp('mp42', 'isom'), [filesMade & 255, filesMade >> 8]], 9_000_000);
      const video = { file: makeFile(content, '开箱.mp4'), source: 'drop' } as const;
      const before = await count();
      await intakeFiles(caseId, [video], {
        ...tools,
        check: (file, name) => {
          cancelIntake();
          return then(file, name);
        },
      });
      expect(await count()).toEqual(before);
      expect(useIntake.getState()).toMatchObject({ running: false, unsaved: [], rejected: [] });
      expect(toasts()).toEqual([['evidence.cancelled', { saved: 0, left: 1 }]]);
      await intakeFiles(caseId, [video], tools);
      const [item] = await listEvidenceOfCase(caseId);
      if (item === undefined) throw new Error('nothing filed');
      expect(item).toMatchObject({ kind: 'video', size: 9_000_000 });
      expect(await hashOf(await readOriginal(item.sha256))).toBe(item.sha256);
    },
  );

  test('a check that breaks names its file and goes on with the others', async () => {
    const files = photos(3);
    const broken = files[1]?.file.name;
    const check: IntakeTools['check'] = (file, name) =>
      name === broken ? Promise.reject(new Error('worker broke')) : checkFile(file, name);
    await intakeFiles(caseId, files, { ...tools, check });
    expect(await names()).toHaveLength(2);
    expect(useIntake.getState().rejected).toMatchObject([{ name: broken, reason: 'failed' }]);
  });
});

describe('a full disk', () => {
  /** Lets `count` files be written, then fails as Chromium does on a full disk, until it is freed. */
  function fillDiskAfter(count: number): () => void {
    let written = 0;
    const fail = (_key: unknown, _row: unknown, transaction: Transaction): void => {
      written += 1;
      // What is rolled back takes no room.
      transaction.on('abort', () => {
        written -= 1;
      });
      if (written > count) throw new DOMException('IOError: FILE_ERROR_NO_SPACE', 'UnknownError');
    };
    database().blobs.hook('creating', fail);
    return () => {
      database().blobs.hook('creating').unsubscribe(fail);
    };
  }

  test('stops with a sentence, names what is not saved, and saves it later without a restart', async () => {
    renderPlain(<IntakePanel />);
    const free = fillDiskAfter(2);
    const files = photos(6);
    await intakeFiles(caseId, files, tools);
    expect(await names()).toHaveLength(2);
    expect(useToasts.getState().toasts.at(-1)).toMatchObject({ key: 'error.storageFull' });
    const panel = await screen.findByRole('region', { name: '正在存入凭证' });
    for (const { file } of files.slice(2)) expect(within(panel).getByText(file.name)).toBeInTheDocument();
    free();
    useToasts.getState().toasts.at(-1)?.retry?.();
    await waitFor(async () => {
      expect(await names()).toHaveLength(6);
    });
    await waitFor(() => {
      expect(screen.queryByText(/还没有存/)).not.toBeInTheDocument();
    });
  });

  test('what is not saved can be given up', async () => {
    renderPlain(<IntakePanel />);
    const free = fillDiskAfter(0);
    await intakeFiles(caseId, photos(2), tools);
    free();
    await userEvent.click(await screen.findByRole('button', { name: '不存了' }));
    expect(screen.queryByText(/还没有存/)).not.toBeInTheDocument();
    expect(await names()).toHaveLength(0);
  });

  test('is foreseen: a file that would not fit is not begun', async () => {
    await intakeFiles(caseId, photos(1), { ...tools, freeBytes: () => Promise.resolve(1_000_000) });
    expect(await names()).toHaveLength(0);
    expect(useToasts.getState().toasts.at(-1)).toMatchObject({ key: 'error.storageFull' });
  });

  test.each([
    ['plenty', 100 * 1024 ** 3, 1],
    ['little', 200 * 1024 ** 2, 3],
  ])(
    'how much room there is: with %s, %i bytes, it is asked for %i times in three',
    async (_much, free, times) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      let asked = 0;
      const own: IntakeTools = {
        ...tools,
        freeBytes: () => {
          asked += 1;
          return Promise.resolve(free);
        },
      };
      for (let turn = 0; turn < 3; turn += 1) await intakeFiles(caseId, photos(1), own);
      vi.useRealTimers();
      expect(asked).toBe(times);
    },
  );

  test('a file that vanished meanwhile is no full disk: it is named, the others come in', async () => {
    const files = photos(3);
    const gone = files[0];
    if (gone === undefined) throw new Error('no file');
    const hash = await hashOf(gone.file);
    const fail = (_key: unknown, { sha256 }: { readonly sha256: string }): void => {
      if (sha256 !== hash) return;
      gone.file.slice = () =>
        ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }) as never;
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    };
    database().blobs.hook('creating', fail);
    await intakeFiles(caseId, files, tools);
    database().blobs.hook('creating').unsubscribe(fail);
    expect(useIntake.getState().rejected).toMatchObject([{ name: gone.file.name, reason: 'unreadable' }]);
    expect(await names()).toHaveLength(2);
  });
});

test('progress is shown with cancel only when it takes long', async () => {
  renderPlain(<IntakePanel />);
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const done = intakeFiles(caseId, photos(3), {
    ...tools,
    check: async (file, name) => {
      await gate;
      return checkFile(file, name);
    },
  });
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  expect(await screen.findByRole('progressbar')).toHaveAttribute('max', '3');
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  release();
  await done;
  await waitFor(() => {
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });
});
