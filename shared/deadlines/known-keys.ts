import { z } from 'zod';

/** Letters only, so that `on_miss` and `OnMiss` are seen as `onMiss`. */
function bare(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/gu, '');
}

/** Whether one text becomes the other by at most two letters put in, left out, changed or swapped. */
function isNear(a: string, b: string, left = 2): boolean {
  if (a === b) return true;
  if (left === 0 || Math.abs(a.length - b.length) > left) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const swapped = restA.length > 1 && restB.length > 1 && restA[0] === restB[1] && restA[1] === restB[0];
  return (
    (swapped && isNear(restA.slice(2), restB.slice(2), left - 1)) ||
    isNear(restA.slice(1), restB.slice(1), left - 1) ||
    isNear(restA.slice(1), restB, left - 1) ||
    isNear(restA, restB.slice(1), left - 1)
  );
}

/**
 * The known key that a strange one was meant to be, or null. Short keys forgive one letter only, so that a remark
 * of the file's author is not taken for a slip.
 */
export function meantKey(key: string, known: readonly string[]): string | null {
  if (known.includes(key)) return null;
  const word = bare(key);
  return known.find((name) => isNear(word, bare(name), name.length < 6 ? 1 : 2)) ?? null;
}

/**
 * Refuses keys that are a slip of the pen for a known one: they would be passed over in silence and the clock
 * would be wrong. Other strange keys are remarks and may stand there.
 */
export function sparingSlips<T extends z.ZodType>(known: readonly string[], schema: T) {
  return z.preprocess((value, context) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    for (const key of Object.keys(value)) {
      const meant = meantKey(key, known);
      if (key === '__proto__')
        context.addIssue({ code: 'custom', message: `"${key}" is no field`, input: value });
      else if (meant !== null)
        context.addIssue({
          code: 'custom',
          message: `"${key}" is no field, is "${meant}" meant?`,
          input: value,
        });
    }
    return value;
  }, schema);
}
