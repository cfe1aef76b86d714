import type { WebContents } from 'electron';

/** What a window of ours is for; decides which requests it may make. */
export type WindowRole = 'main' | 'print' | 'message';

const roles = new Map<number, WindowRole>();

/** Marks a window as ours until it is destroyed. Ids are never used twice in one run. */
export function giveRole(contents: WebContents, role: WindowRole): void {
  const { id } = contents;
  roles.set(id, role);
  contents.once('destroyed', () => roles.delete(id));
}

/** @returns null for a window that is not ours */
export function roleOf(contentsId: number): WindowRole | null {
  return roles.get(contentsId) ?? null;
}
