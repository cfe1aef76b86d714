import path from 'node:path';

/** Files a phone sync, browser or chat is still writing under another name, and what systems leave behind. */
const unfinished =
  /^[.~]|^~?\$|\.(?:tmp|temp|part|partial|crdownload|download|filepart|!ut|bc!|aria2|syncthing\.\w+|icloud|lock|swp)$|^(?:Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i;

/** Whether a file or folder of this name is none of ours: hidden, temporary, or of the system. */
export function isPassedOver(name: string): boolean {
  return unfinished.test(name);
}

/** A path below the watched folder with `/` on every system, or null when it leads out of it or through what is passed over. */
export function relativeName(root: string, file: string): string | null {
  const relative = path.relative(root, file);
  if (relative === '' || path.isAbsolute(relative)) return null;
  const parts = relative.split(path.sep);
  return parts.includes('..') || parts.some(isPassedOver) ? null : parts.join('/');
}
