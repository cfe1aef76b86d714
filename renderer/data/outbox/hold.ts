let holders = 0;
const waiting = new Set<() => void>();

/**
 * Has the mirror stand back while the seller waits for something else that needs disk and processor, until what comes
 * back is called. What is stored is safe in the database already; the vault follows.
 */
export function holdMirror(): () => void {
  holders += 1;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    holders -= 1;
    if (holders === 0) for (const go of waiting) go();
  };
}

/** Resolves when nobody holds the mirror back, and after `mostMs` all the same: a second copy must not wait for long. */
export function mirrorFree(mostMs: number): Promise<void> {
  if (holders === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      waiting.delete(go);
      resolve();
    };
    const timer = setTimeout(go, mostMs);
    waiting.add(go);
  });
}
