import { type FileHandle, lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';

/** The part of an open file that writing needs. */
export type OpenFile = Pick<FileHandle, 'write' | 'sync' | 'close'>;

/** The file system as writing sees it; tests pass one that is full, torn or busy. */
export type Disk = {
  readonly open: (path: string, flags: string, mode?: number) => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
  /** Bytes, or null when nothing is there. */
  readonly sizeOf: (path: string) => Promise<number | null>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Removes only an empty folder. */
  readonly removeFolder: (path: string) => Promise<void>;
  readonly platform: NodeJS.Platform;
  readonly wait: (ms: number) => Promise<void>;
};

export const realDisk: Disk = {
  open,
  rename,
  unlink,
  sizeOf: async (path) => {
    try {
      return (await lstat(path)).size;
    } catch (error) {
      if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return null;
      throw error;
    }
  },
  makeFolder: async (path) => {
    await mkdir(path);
  },
  removeFolder: rmdir,
  platform: process.platform,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Whether a failure is one of these system codes, such as `ENOENT`. */
export function hasCode(error: unknown, codes: readonly string[]): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && codes.includes(code);
}
