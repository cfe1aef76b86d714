import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { ZipWriter, Uint8ArrayReader, Uint8ArrayWriter } from '@zip.js/zip.js';
import type { RealArchives } from '../../../helpers/real-archives';
import type { ArchiveReport } from '#shared/vault/archive-exchange';

export const storeId = '01KAJ000000000000000000001';
export const caseId = '01KAJ000000000000000000002';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Two photos a test tells apart. */
export const photos = [Buffer.from('first photo '.repeat(5000)), Buffer.from('second photo '.repeat(9000))];

export const caseRow = {
  id: caseId,
  caseNo: '20261121-001',
  buyerId: '小鱼爱吃猫',
  status: 'open',
  createdAt: 1,
  updatedAt: 2,
  nextSort: 0,
};

export function line(table: string, key: string, row: unknown): string {
  return `${JSON.stringify({ table, key, row })}\n`;
}

export function goodRows(): string {
  return (
    line('cases', caseId, caseRow) +
    photos
      .map((bytes) =>
        line('blobs', sha256(bytes), { sha256: sha256(bytes), size: bytes.length, mime: 'image/jpeg' }),
      )
      .join('')
  );
}

/** Makes an archive through the service as the window does. */
export async function makeArchive(
  real: RealArchives,
  passphrase: string | null = null,
  purpose: 'archive' | 'safety' = 'archive',
): Promise<ArchiveReport> {
  const { service, transfers } = real;
  const ticket = await service.begin({ purpose, suggestedName: 'shop.liudi', passphrase });
  if (ticket === null) throw new Error('closed');
  const objects = photos.map((bytes) => ({ sha256: sha256(bytes), size: bytes.length }));
  const { uploads } = await service.offer(ticket.jobId, objects);
  for (const { sha256: hash, url } of uploads) {
    const bytes = photos.find((one) => sha256(one) === hash) ?? Buffer.alloc(0);
    await transfers.receive(url.replace('/upload/', ''), [bytes]);
  }
  const { url } = service.addText(ticket.jobId, 'rows.jsonl');
  await transfers.receive(url.replace('/upload/', ''), [Buffer.from(goodRows())]);
  return service.finish(ticket.jobId, {
    kind: 'archive',
    storeId,
    schema: 4,
    counts: { cases: 1, blobs: 2 },
    objects,
    missing: [],
  });
}

export type Forged = {
  readonly rows?: string;
  readonly manifest?: Record<string, unknown>;
  readonly manifestText?: string;
  readonly extra?: readonly { name: string; bytes: Uint8Array; options?: Record<string, unknown> }[];
  readonly leaveOut?: readonly string[];
  readonly swap?: readonly [from: string, to: string];
};

/** Writes a zip as an attacker would: like ours, but for what is told. */
export async function forge(file: string, forged: Forged = {}): Promise<void> {
  const rows = Buffer.from(forged.rows ?? goodRows());
  const manifest = {
    format: 'liudi-archive',
    version: 1,
    createdAt: '2026-11-21T03:00:00.000Z',
    storeId,
    schema: 4,
    counts: { cases: 1, blobs: 2 },
    rows: { sha256: sha256(rows), size: rows.length },
    objects: photos.map((bytes) => ({ sha256: sha256(bytes), size: bytes.length })),
    missing: [],
    ...forged.manifest,
  };
  const parts: { name: string; bytes: Uint8Array; options?: Record<string, unknown> }[] = [
    { name: 'rows.jsonl', bytes: rows, options: { level: 6 } },
    ...photos.map((bytes) => ({
      name: `objects/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}`,
      bytes,
      options: { level: 0 },
    })),
    ...(forged.extra ?? []),
    {
      name: 'manifest.json',
      bytes: Buffer.from(forged.manifestText ?? JSON.stringify(manifest)),
      options: { level: 6 },
    },
  ];
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const { name, bytes, options } of parts) {
    if (forged.leaveOut?.includes(name) === true) continue;
    await zip.add(name, new Uint8ArrayReader(bytes), { level: 0, ...options });
  }
  let bytes = Buffer.from(await zip.close());
  if (forged.swap !== undefined) {
    const [from, to] = forged.swap;
    if (from.length !== to.length) throw new Error('names of one length');
    bytes = Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
  }
  await writeFile(file, bytes);
}
