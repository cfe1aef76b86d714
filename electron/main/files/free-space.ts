import { statfs } from 'node:fs/promises';

/** Bytes this user may still write at a path, or null when the system will not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
