import type { EvidenceSource } from '#shared/domain/evidence';
import type { RejectReason } from '#shared/domain/file-check';

/** A file on its way in, how it came, and the folders it came in (`2026/退货`, empty when it came alone). */
export type IncomingFile = { readonly file: File; readonly source: EvidenceSource; readonly folder?: string };

/** A file that was not taken in, under the name it came with, and why. */
export type Rejected = { readonly name: string; readonly reason: RejectReason };

/** What a drop, a paste or a picker brought: what can be read, and what cannot. */
export type Incoming = { readonly files: readonly IncomingFile[]; readonly rejected: readonly Rejected[] };
