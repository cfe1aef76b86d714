import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, EvidenceId, Sha256 } from '#shared/domain/ids';
import type { Pack, PackId, PackRole } from '#shared/domain/pack';
import type { OwnLimits } from '#shared/knowledge/pack-formats';
import { AppError } from '#shared/errors';
import { database } from './database';
import { fileInTransaction, filingTables, type CheckedFile } from './evidence-repository';
import { makeId } from './make-id';
import { appendEvent } from './timeline-repository';

/** Bytes made for a pack, to be kept with it so that it can be written again as it was. */
export type MadeFile = { readonly sha256: Sha256; readonly blob: Blob };

/** A pack before it has an id. */
export type NewPack = Omit<Pack, 'id' | 'proofs' | 'deletedAt'>;

/** Keeps a finished pack with the bytes made for it, and a line in the case's history, in one transaction. */
export async function savePack(input: NewPack, made: readonly MadeFile[]): Promise<Pack> {
  const db = database();
  const pack: Pack = { ...input, id: makeId<'pack'>(input.madeAt), proofs: [], deletedAt: null };
  await db.transaction('rw', [db.packs, db.blobs, db.events], async () => {
    for (const file of made) if ((await db.blobs.get(file.sha256)) === undefined) await db.blobs.add(file);
    await db.packs.add(pack);
    await appendEvent(
      pack.caseId,
      'packMade',
      { folder: pack.folderName, purpose: pack.purpose, count: pack.files.length, sha256: pack.sha256 },
      pack.madeAt,
    );
  });
  return pack;
}

/** How a pack left the app. */
export type PackWay = 'folder' | 'zip' | 'pdf' | 'hashes' | 'text';

/** Writes into the case's history where a pack went. */
export async function recordPackOut(pack: Pack, how: PackWay, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.events], async () =>
    appendEvent(pack.caseId, 'packSaved', { folder: pack.folderName, how, sha256: pack.sha256 }, now),
  );
}

/** A case's packs, newest first. */
export async function listPacks(caseId: CaseId): Promise<Pack[]> {
  const packs = await database().packs.where('caseId').equals(caseId).toArray();
  return packs.filter(({ deletedAt }) => deletedAt === null).sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** The file of a pack with this role; undefined for one that has none. */
export function fileOf(pack: Pack, role: PackRole): Pack['files'][number] | undefined {
  return pack.files.find((file) => file.role === role);
}

/**
 * Files what a timestamp service gave back as a document of the case, tied to the pack whose hash list it proves; `fits`: its
 * bytes hold that list's hash. Throws `notFound` when the pack is gone.
 */
export async function linkProof(
  packId: PackId,
  file: CheckedFile,
  { note, fits }: { readonly note: string; readonly fits: boolean },
  now: number,
): Promise<Pack> {
  const db = database();
  return db.transaction('rw', [db.packs, ...filingTables()], async () => {
    const pack = await db.packs.get(packId);
    if (pack === undefined) throw new AppError('notFound', { what: 'pack' });
    const { evidence } = await fileInTransaction(pack.caseId, { ...file, kind: 'document' }, now);
    if (pack.proofs.some(({ evidenceId }) => evidenceId === evidence.id)) return pack;
    const { id: evidenceId, fileName } = evidence;
    const linked: Pack = { ...pack, proofs: [...pack.proofs, { evidenceId, fileName, at: now, fits }] };
    await db.packs.put(linked);
    const row = await db.evidence.get(evidenceId);
    if (row?.note === '') await db.evidence.put({ ...row, note });
    const list = fileOf(pack, 'hashes')?.sha256 ?? '';
    await appendEvent(pack.caseId, 'packProved', { fileName, folder: pack.folderName, list }, now);
    return linked;
  });
}

const ownKey = 'packLimits';
type OwnBook = Readonly<Record<string, OwnLimits>>;

/** The seller's own limits of every place. */
export async function readOwnLimits(): Promise<OwnBook> {
  return ((await database().settings.get(ownKey))?.value ?? {}) as OwnBook;
}

/** Keeps the seller's own limits of a place; null goes back to the shipped ones. */
export async function saveOwnLimits(formatId: string, own: OwnLimits | null): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.settings], async () => {
    const { [formatId]: _old, ...others } = await readOwnLimits();
    await db.settings.put({
      key: ownKey,
      value: own === null ? others : { ...others, [formatId]: own },
    });
  });
}

/** For each original the newest copy of it with marks or blurring that the seller made. */
export function blurredCopies(items: readonly Evidence[]): ReadonlyMap<EvidenceId, Evidence> {
  return new Map(
    items.flatMap((item) =>
      item.derivedFrom?.how === 'marked' ? [[item.derivedFrom.id, item] as const] : [],
    ),
  );
}
