import { isoSecond } from './shanghai-time';
import { packPath, type PackFile, type PackPurpose } from './pack';

export const packFormat = 'liudi-evidence-pack';
export const packVersion = 1;

/** What a manifest is made from; `bodySha256` is filled in last. */
export type PackManifestInput = {
  readonly caseNo: string;
  readonly platform: string;
  readonly purpose: PackPurpose;
  readonly masked: boolean;
  /** Epoch ms. */
  readonly madeAt: number;
  /** Length of the case's history and hash of its last line. */
  readonly timeline: { readonly lines: number; readonly lastHash: string };
  readonly files: readonly PackFile[];
};

/**
 * Text of `manifest.json`: what is in a pack, by hash. `bodySha256` is the SHA-256 of this very text with an empty value
 * there, so a change of the manifest itself shows.
 * @param hash SHA-256 of a text as 64 hex digits
 */
export async function packManifestText(
  input: PackManifestInput,
  hash: (text: string) => Promise<string>,
): Promise<string> {
  const empty = `${JSON.stringify({ ...describe(input), bodySha256: '' }, null, 2)}\n`;
  const body = await hash(empty);
  // Only the last one is the field: nobody's text can stand behind it.
  const at = empty.lastIndexOf('"bodySha256": ""');
  return `${empty.slice(0, at)}"bodySha256": "${body}"${empty.slice(at + '"bodySha256": ""'.length)}`;
}

function describe({ madeAt, files, timeline, ...facts }: PackManifestInput) {
  return {
    format: packFormat,
    version: packVersion,
    ...facts,
    madeAt: isoSecond(madeAt),
    timeline,
    files: files.map((file) => ({
      path: packPath(file),
      size: file.size,
      sha256: file.sha256,
      role: file.role,
      mime: file.mime,
      caption: file.caption,
      madeFromSha256: file.from === file.sha256 ? null : file.from,
    })),
  };
}
