import { inShanghai } from '../domain/shanghai-time';
import type { Case } from '../domain/case';
import type { Evidence } from '../domain/evidence';

export const manifestFormat = 'liudi-evidence-archive';
export const manifestVersion = 1;

/** One exported file. Everything that a file name cannot say truthfully stands here as it is. */
export type ManifestFile = {
  /** Below the archive's folder, `buyer/file`. */
  readonly path: string;
  /** The buyer's true ID, also where the folder's name had to differ. */
  readonly buyerId: string;
  readonly platform: string;
  readonly caseNo: string;
  readonly orderNo: string;
  readonly fileName: string;
  readonly originalName: string;
  /** Bytes. */
  readonly size: number;
  readonly mime: string;
  readonly kind: string;
  readonly source: string;
  readonly sha256: string;
  /** ISO 8601 in Shanghai, `+08:00`. */
  readonly receivedAt: string;
  /** Path or, when it is not in this export, name of the first piece with the same bytes. */
  readonly duplicateOf: string | null;
  /** SHA-256 of the original this is a marked copy or a frame of; null for originals. */
  readonly derivedFrom: string | null;
  readonly note: string;
};

/** A piece that belongs to the archive but is not in the tree: its stored bytes are not the ones that came in. */
export type ManifestLeftOut = Pick<
  ManifestFile,
  'buyerId' | 'caseNo' | 'fileName' | 'originalName' | 'sha256'
> & {
  readonly reason: 'changed' | 'missing';
};

/** `manifest.json` of the exported archive (R22): what is in the tree, by hash, and what had to be left out. */
export type Manifest = {
  readonly format: typeof manifestFormat;
  readonly version: typeof manifestVersion;
  readonly exportedAt: string;
  readonly files: readonly ManifestFile[];
  readonly leftOut: readonly ManifestLeftOut[];
};

/** What a manifest is made from: the piece, its case where it still exists, and the first piece with the same bytes. */
export type ManifestEntry = {
  readonly item: Evidence;
  readonly case: Pick<Case, 'caseNo' | 'orderNo' | 'platform'> | undefined;
  readonly first: Evidence | undefined;
};

/**
 * Describes an export truthfully: `left` names the pieces whose bytes did not pass their hash and why; they are not
 * among the files.
 * @param exportedAt epoch ms
 */
export function buildManifest(
  entries: readonly ManifestEntry[],
  left: ReadonlyMap<string, ManifestLeftOut['reason']>,
  exportedAt: number,
): Manifest {
  const kept = entries.filter(({ item }) => !left.has(item.sha256));
  const paths = new Map(kept.map(({ item }) => [item.id, archivePath(item)]));
  return {
    format: manifestFormat,
    version: manifestVersion,
    exportedAt: isoShanghai(exportedAt),
    files: kept.map(({ item, case: owner, first }) => ({
      path: archivePath(item),
      buyerId: item.buyerId,
      platform: owner?.platform ?? '',
      caseNo: owner?.caseNo ?? '',
      orderNo: owner?.orderNo ?? '',
      fileName: item.fileName,
      originalName: item.originalName,
      size: item.size,
      mime: item.mime,
      kind: item.kind,
      source: item.source,
      sha256: item.sha256,
      receivedAt: isoShanghai(item.receivedAt),
      duplicateOf: first === undefined ? null : (paths.get(first.id) ?? first.fileName),
      derivedFrom: item.derivedFrom?.sha256 ?? null,
      note: item.note,
    })),
    leftOut: entries.flatMap(({ item, case: owner }) => {
      const reason = left.get(item.sha256);
      if (reason === undefined) return [];
      const { buyerId, fileName, originalName, sha256 } = item;
      return [{ buyerId, caseNo: owner?.caseNo ?? '', fileName, originalName, sha256, reason }];
    }),
  };
}

/** Where a piece lies below the archive's folder. */
export function archivePath({ folder, fileName }: Pick<Evidence, 'folder' | 'fileName'>): string {
  return `${folder}/${fileName}`;
}

function isoShanghai(at: number): string {
  return inShanghai(at).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}
