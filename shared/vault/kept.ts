/** What window and main tell each other about copies of databases that were kept when a rescue began. Times are epoch ms. */

/** One file of a kept copy that may be an original of the shop's. */
export type KeptFile = {
  /** A token of main's. */
  readonly id: string;
  /** Its hash as the copy's own books say; null where they say nothing of it. */
  readonly sha256: string | null;
  readonly size: number;
  readonly modifiedAt: number;
  /** When the copy was kept. */
  readonly keptAt: number;
};

/** A kept file's bytes (HTTP GET, once) and the hash they really have. */
export type KeptBytes = { readonly url: string; readonly sha256: string };

/** Changes that were confirmed and had not come to the vault; `url` streams them as JSON lines (HTTP GET, once). */
export type KeptChanges = {
  /** Whether a kept copy of this shop could be read at all. */
  readonly readable: boolean;
  readonly count: number;
  readonly url: string;
};

/** What looking through kept copies gave back beside the vault. */
export type KeptReport = {
  /** Files that came into the inbox. */
  readonly files: number;
  /** Files that could not be kept, for want of room: the next start tries again. */
  readonly left: number;
};
