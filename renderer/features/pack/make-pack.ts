import type { TFunction } from 'i18next';
import { AppError } from '#shared/errors';
import { extensionOf } from '#shared/domain/file-check';
import { maskText } from '#shared/domain/mask';
import { hashLines, type Pack, type PackFile } from '#shared/domain/pack';
import { packManifestText } from '#shared/domain/pack-manifest';
import type { Evidence } from '#shared/domain/evidence';
import type { PackFormat } from '#shared/knowledge/pack-formats';
import { readSound } from '../../data/heal';
import { savePack, type MadeFile } from '../../data/pack-repository';
import { warn } from '../../state/toast-store';
import { hashInWorker } from '../../workers/check';
import { fitEvidence, isPicture } from './fit-evidence';
import { makePackPdf, type PdfPicture } from './pack-pdf';
import { whatLeaves, type Piece } from './pack-draft';
import type { PackFacts } from './pack-words';
import { buildVerifier, verifierWords } from './verifier/verifier-page';

/** Everything a pack is made from, as it stands on the screen. */
export type PackSpec = {
  readonly facts: PackFacts;
  readonly format: PackFormat;
  readonly pieces: readonly { readonly piece: Piece; readonly caption: string }[];
  readonly text: string;
  readonly folderName: string;
  /** Pictures go out as JPEGs made here, without what the camera wrote into them (place, time, device). */
  readonly clean: boolean;
  /** With `clean`: the originals, with all that is in them, lie beside. */
  readonly originals: boolean;
  readonly language: 'zh-CN' | 'en';
  /** Epoch ms. */
  readonly now: number;
};

const megabyte = 1024 * 1024;
/** Longest side of a derived picture: a waybill is still read, and no form we know refuses it. */
const longSide = 3000;

/** Collects files; bytes made here are kept beside it. */
type Collected = { readonly files: PackFile[]; readonly made: MadeFile[] };

/**
 * Makes a pack and keeps it. Every original is hashed again before it goes in. Throws `originalDamaged` with the name of a
 * piece whose bytes are not the ones that came in and that the vault cannot bring back, `cancelled`.
 * @param step told how many pieces are done
 */
export async function makePack(
  t: TFunction,
  spec: PackSpec,
  step: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Pack> {
  const { facts, language, now } = spec;
  const inside = spec.pieces.filter(({ piece }) => piece.fate !== 'out');
  const collected: Collected = { files: [], made: [] };
  const pictures: PdfPicture[] = [];
  for (const [index, { piece, caption }] of inside.entries()) {
    if (signal.aborted) throw new AppError('cancelled');
    step(index, inside.length + 1);
    const shown = facts.masked ? maskText(caption) : caption;
    pictures.push(...(await addPiece(collected, spec, piece, shown)));
  }
  step(inside.length, inside.length + 1);
  const last = facts.events.at(-1);
  const add = async (role: PackFile['role'], name: string, blob: Blob): Promise<PackFile> => {
    const sha256 = await hashInWorker(blob);
    collected.made.push({ sha256, blob });
    const file = { ...plain, name, sha256, size: blob.size, mime: blob.type, role } as const;
    collected.files.push(file);
    return file;
  };
  await add('text', t('pack.file.text'), new Blob([spec.text.replaceAll('\n', '\r\n')], textType));
  await add('pdf', t('pack.file.pdf'), await makePackPdf(t, spec, pictures));
  if (signal.aborted) throw new AppError('cancelled');
  const words = verifierWords((key) => t(key));
  await add('reader', t('pack.file.reader'), await buildVerifier(language, words));
  await add('hashes', 'sha256.txt', new Blob([hashLines(collected.files)], textType));
  const manifest = await packManifestText(
    {
      caseNo: facts.item.caseNo,
      platform: facts.item.platform,
      purpose: facts.purpose,
      masked: facts.masked,
      madeAt: now,
      timeline: { lines: facts.events.length, lastHash: last?.hash ?? '' },
      files: collected.files,
    },
    (text) => hashInWorker(new Blob([text])),
  );
  const own = await add('manifest', 'manifest.json', new Blob([manifest], { type: 'application/json' }));
  return savePack(
    {
      caseId: facts.item.id,
      purpose: facts.purpose,
      platform: facts.item.platform,
      folderName: spec.folderName,
      language,
      masked: facts.masked,
      madeAt: now,
      files: collected.files,
      sha256: own.sha256,
    },
    collected.made,
  );
}

const textType = { type: 'text/plain;charset=utf-8' };
const plain = { folder: '', evidenceId: null, from: null, caption: '' } as const;

/** Puts a piece in: numbered within the limits, and as it came in beside it. Gives what the contact sheet shows. */
async function addPiece(
  { files, made }: Collected,
  { facts: { masked }, format, clean, originals, now }: PackSpec,
  piece: Piece,
  caption: string,
): Promise<readonly PdfPicture[]> {
  const { item, copyOf, fate, number } = piece;
  const original = await readChecked(item, now);
  const base = { evidenceId: item.id, from: item.sha256, caption };
  const asIs = { ...base, sha256: item.sha256, size: item.size, mime: item.mime };
  const name = String(number).padStart(2, '0');
  const { remade, beside } = whatLeaves(
    { hasPlace: item.hasPlace === true, picture: isPicture(item) },
    { masked, clean, originals },
  );
  if (fate === 'picture') {
    const maxBytes = format.limits.pictureMb.value * megabyte;
    const fits = !remade && format.pictureTypes.includes(item.mime) && item.size <= maxBytes;
    if (fits) {
      const ext = extensionOf(item.fileName) || 'jpg';
      files.push({ ...asIs, folder: 'pictures', name: `${name}.${ext}`, role: 'picture' });
    } else {
      const blob = await fitEvidence(item, original, { maxBytes, longSide });
      const sha256 = await hashInWorker(blob);
      made.push({ sha256, blob });
      files.push({
        ...base,
        folder: 'pictures',
        name: `${name}.jpg`,
        sha256,
        size: blob.size,
        mime: 'image/jpeg',
        role: 'picture',
      });
    }
  }
  if (fate === 'video') {
    const ext = extensionOf(item.fileName) || 'mp4';
    files.push({ ...asIs, folder: 'videos', name: `${name}.${ext}`, role: 'video' });
  }
  if (beside) files.push({ ...asIs, folder: 'originals', name: item.fileName, role: 'original' });
  // Behind a blurred copy lies what was blurred: it stays here unless the seller shows everything.
  if (
    beside &&
    !masked &&
    copyOf !== undefined &&
    !files.some(({ evidenceId }) => evidenceId === copyOf.id)
  ) {
    await readChecked(copyOf, now);
    files.push({
      ...asIs,
      evidenceId: copyOf.id,
      from: copyOf.sha256,
      sha256: copyOf.sha256,
      size: copyOf.size,
      mime: copyOf.mime,
      folder: 'originals',
      name: copyOf.fileName,
      role: 'original',
    });
  }
  const named = fate === 'picture' || fate === 'video' ? name : '';
  return [{ item, original, name: named, caption }];
}

/** Says so when the bytes had to be brought back from the vault: the seller should know that this disk loses data. */
async function readChecked({ sha256, fileName }: Evidence, at: number): Promise<Blob> {
  const { blob, healed } = await readSound(sha256, fileName, at);
  if (healed) warn('evidence.healed', { name: fileName });
  return blob;
}
