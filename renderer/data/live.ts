import { Dexie, liveQuery, type Observable } from 'dexie';

/**
 * Rest between two readings while much changes, in ms: at least half a second, and twenty times as long as reading
 * takes, so that a long list never takes more than a small part of the window's time.
 */
const calmRest = { least: 500, most: 3000, perMs: 20 };

let calmed = 0;
const resting = new Set<() => void>();

/**
 * From here on every live reading is read anew only now and then, until what comes back is called: hundreds of
 * files come in one after another, and each of them changes what is on the screen.
 */
export function calmLive(): () => void {
  calmed += 1;
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    calmed -= 1;
    if (calmed === 0) for (const wake of resting) wake();
  };
}

/** Dexie's own promise: what follows it still belongs to the live reading. */
function rest(ms: number): Promise<void> {
  const over = new Dexie.Promise<void>((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      resting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    resting.add(wake);
  });
  return over as unknown as Promise<void>;
}

type Read<T> = () => T | Promise<T>;

/** Dexie's promises are none of the browser's. */
function isThenable<T>(answer: T | Promise<T>): answer is Promise<T> {
  return typeof answer === 'object' && answer !== null && 'then' in answer;
}

/** Dexie follows what an async function reads only when it sees that it is one. */
const isAsync = (read: unknown): boolean => Object.prototype.toString.call(read) === '[object AsyncFunction]';

function paced<T>(read: Read<T>): Read<T> {
  let notBefore = -Infinity;
  let asked = 0;
  const takeTurn = (turn: number): T | Promise<T> => {
    // Asked again while it rested: nobody hears this answer.
    if (turn !== asked) throw new Dexie.AbortError();
    const begun = performance.now();
    const restFrom = (end: number): void => {
      const { least, most, perMs } = calmRest;
      notBefore = end + Math.min(most, Math.max(least, (end - begun) * perMs));
    };
    restFrom(begun);
    const answer = read();
    if (!isThenable(answer)) return answer;
    return answer.then((value) => {
      restFrom(performance.now());
      return value;
    });
  };
  const restLeft = (): number => (calmed === 0 ? 0 : notBefore - performance.now());
  if (isAsync(read)) {
    return async () => {
      asked += 1;
      const [turn, left] = [asked, restLeft()];
      if (left > 0) await rest(left);
      return takeTurn(turn);
    };
  }
  return () => {
    asked += 1;
    const [turn, left] = [asked, restLeft()];
    return left > 0 ? rest(left).then(() => takeTurn(turn)) : takeTurn(turn);
  };
}

/** What `read` gives, now and after each change of it; see {@link calmLive}. */
export function live<T>(read: Read<T>): Observable<T> {
  return liveQuery(paced(read));
}

/** Calls `use` with what `read` gives, now and after each change of it. Returns how to stop. */
export function watch<T>(
  read: () => Promise<T>,
  use: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = live(read).subscribe({ next: use, error: onError });
  return () => {
    subscription.unsubscribe();
  };
}
