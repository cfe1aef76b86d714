import type { EvidenceSource } from '#shared/domain/evidence';
import type { RejectReason } from '#shared/domain/file-check';

/** A file on its way in, and how it came. */
export type IncomingFile = { readonly file: File; readonly source: EvidenceSource };

/** A file that was not taken in, under the name it came with, and why. */
export type Rejected = { readonly name: string; readonly reason: RejectReason };

/** What a drop, a paste or a picker brought: what can be read, and what cannot. */
export type Incoming = { readonly files: readonly IncomingFile[]; readonly rejected: readonly Rejected[] };

/** Remembered while files wait for their case: the new-case form hands on bare files. */
const sources = new WeakMap<File, EvidenceSource>();

/** Keeps how files came, for {@link withSource}. */
export function rememberSource(files: readonly IncomingFile[]): readonly File[] {
  for (const { file, source } of files) sources.set(file, source);
  return files.map(({ file }) => file);
}

/** The files with how they came; `drop` when nobody remembered. */
export function withSource(files: readonly File[]): readonly IncomingFile[] {
  return files.map((file) => ({ file, source: sources.get(file) ?? 'drop' }));
}
