import type { CaseId, EvidenceId, Id, Sha256 } from './ids';
import type { Platform } from './platform';

export type PackId = Id<'pack'>;

/** What a pack is made for. The first four go to a platform, the others to a supplier, a courier or outside. */
export const packPurposes = [
  'dispute',
  'refuse',
  'complaint',
  'review',
  'supplier',
  'courier',
  '12315',
  'heimao',
] as const;
export type PackPurpose = (typeof packPurposes)[number];

/** What a file of a pack is. Everything that is not an original was made here, and its bytes are kept with the pack. */
export type PackRole = 'picture' | 'video' | 'original' | 'pdf' | 'text' | 'hashes' | 'reader' | 'manifest';

/** One file of a pack; `folder` is empty for the pack's own folder. */
export type PackFile = {
  readonly folder: '' | 'pictures' | 'originals' | 'videos';
  readonly name: string;
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
  readonly role: PackRole;
  /** The piece of evidence it is, or was made from, and that piece's own hash. */
  readonly evidenceId: EvidenceId | null;
  readonly from: Sha256 | null;
  readonly caption: string;
};

/** What a timestamp service gave back for a pack's hash list, filed as a piece of evidence. */
export type PackProof = {
  readonly evidenceId: EvidenceId;
  readonly fileName: string;
  readonly at: number;
  /** Whether its bytes hold the hash of the list, as a time-stamp token does; missing when nobody looked. */
  readonly fits?: boolean;
};

/**
 * A finished evidence pack (举证包). It names every file by its hash and all of them are stored, so the same pack can be
 * written again, byte for byte.
 */
export type Pack = {
  readonly id: PackId;
  readonly caseId: CaseId;
  readonly purpose: PackPurpose;
  readonly platform: Platform;
  /** Name of its folder, `举证包_20261121-001_拼多多`. */
  readonly folderName: string;
  readonly language: 'zh-CN' | 'en';
  /** Personal data behind stars, blurred copies in the place of their originals. */
  readonly masked: boolean;
  readonly madeAt: number;
  readonly files: readonly PackFile[];
  /** SHA-256 of `manifest.json`: the one number that stands for the whole pack. */
  readonly sha256: Sha256;
  readonly proofs: readonly PackProof[];
  readonly deletedAt: number | null;
};

/** Path inside the pack, with `/`. */
export function packPath({ folder, name }: Pick<PackFile, 'folder' | 'name'>): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** One line per file, `sha256  path`, as sha256sum writes and checks it. */
export function hashLines(files: readonly Pick<PackFile, 'folder' | 'name' | 'sha256'>[]): string {
  return files.map((file) => `${file.sha256}  ${packPath(file)}\n`).join('');
}
