import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { noon } from '../fresh-database';
import { appProtocol } from '../../../electron/main/app-protocol';
import { addComment, createCase } from '../../../renderer/data/case-repository';
import { database, openDatabase } from '../../../renderer/data/database';
import { fileEvidence } from '../../../renderer/data/evidence-repository';
import { isMirrored } from '../../../renderer/data/outbox/mirrored';
import { writeArchive } from '../../../renderer/data/archive-write';
import { lookInto } from '../../../renderer/data/restore';
import { prepareTimeline } from '../../../renderer/data/timeline-repository';
import { hashBlob } from '../../../renderer/workers/hash-blob';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { realArchives, type RealArchives } from '../../helpers/real-archives';
import { toAppError } from '#shared/errors';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { DesktopApi, Reply } from '#shared/ipc/contract';

export type Desk = { readonly root: string; readonly archives: RealArchives };

// Every write is fsynced, and a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const opened: string[] = [];

/** A window and main's real archives on a folder of their own, for every test of the file. */
export function archiveDesk(): () => Desk {
  const plainFetch = globalThis.fetch;
  let desk: Desk;
  let count = 0;
  beforeEach(async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'liudi-'));
    desk = { root, archives: realArchives(root) };
    connect(desk.archives);
    await prepareTimeline();
    count += 1;
    await openDatabase(`liudi-archive-${count}`);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const id of opened.splice(0)) await desk.archives.service.end(id);
    globalThis.fetch = plainFetch;
    await database().delete();
    rmSync(desk.root, { recursive: true, force: true });
  });
  return () => desk;
}

function connect({ service, transfers, downloads }: RealArchives): void {
  const verbs: Record<string, unknown> = {
    beginArchive: service.begin,
    offerArchiveObjects: service.offer,
    addArchiveText: service.addText,
    finishArchive: service.finish,
    chooseArchive: async (which: 'pick' | 'safety') => note(await service.choose(which)),
    checkArchive: service.check,
    readArchiveObject: service.readObject,
    endArchive: service.end,
    getSafetyArchive: service.latestSafety,
  };
  installFakeDesktop();
  const others = globalThis.desktop as unknown as Record<string, unknown>;
  globalThis.desktop = new Proxy(
    {},
    {
      get: (_target, key) => {
        const verb = verbs[String(key)] as ((...args: unknown[]) => unknown) | undefined;
        if (verb === undefined) return others[String(key)];
        return async (...args: unknown[]): Promise<Reply<unknown>> => {
          try {
            return { ok: true, value: (await verb(...(structuredClone(args) as unknown[]))) ?? null };
          } catch (error) {
            return { ok: false, error: toAppError(error).data };
          }
        };
      },
    },
  ) as DesktopApi;
  const answer = appProtocol(new Map(), transfers, downloads);
  globalThis.fetch = async (input, init) => {
    const address = typeof input === 'string' ? input : '';
    const body = init?.body instanceof Blob ? await init.body.arrayBuffer() : null;
    return answer(new Request(`app://liudi${address}`, { method: init?.method ?? 'GET', body }));
  };
}

export const calm = { signal: new AbortController().signal, onFiles: () => undefined };
export const watch = { signal: calm.signal, onProgress: () => undefined };

/** Files a photo whose bytes are this text. */
export async function filePhoto(caseId: CaseId, text: string, at = noon): Promise<void> {
  const blob = new Blob([text], { type: 'image/jpeg' });
  const { sha256 } = await hashBlob(blob);
  const facts = {
    mime: 'image/jpeg',
    ext: 'jpg',
    kind: 'photo',
    source: 'drop',
    width: 1,
    height: 1,
  } as const;
  await fileEvidence(caseId, { ...facts, blob, sha256, originalName: `${text}.jpg` }, at);
}

/** Two cases, three photos, a comment. */
export async function fillShop(): Promise<readonly [Case, Case]> {
  const first = await createCase(makeCaseInput({ buyerId: '小鱼' }), noon);
  await filePhoto(first.id, 'one');
  await filePhoto(first.id, 'two');
  const second = await createCase(makeCaseInput({ buyerId: '山里人' }), noon + 1);
  await filePhoto(second.id, 'two');
  await addComment(second.id, '已联系买家', noon + 2);
  return [first, second];
}

export async function makeShopArchive(): Promise<void> {
  await writeArchive({ purpose: 'archive', passphrase: null, now: noon, ...calm });
}

function note<T extends { readonly jobId: string } | null>(pick: T): T {
  if (pick !== null) opened.push(pick.jobId);
  return pick;
}

/** Opens and checks an archive, and reads it aside. */
export async function openShopArchive({ archives }: Desk, which: 'pick' | 'safety' = 'pick') {
  const pick = note(await archives.service.choose(which));
  if (pick === null) throw new Error('closed');
  const facts = await archives.service.check(pick.jobId, null);
  return { jobId: pick.jobId, facts, preview: await lookInto(facts, watch) };
}

/** All rows and bytes that make the shop. */
export async function shop(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const table of database().tables) {
    if (!isMirrored(table.name)) continue;
    const rows = await table.toArray();
    all[table.name] =
      table.name === 'blobs'
        ? await Promise.all((await database().blobs.toArray()).map(({ blob }) => blob.text()))
        : rows;
  }
  return all;
}
