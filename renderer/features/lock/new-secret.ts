/** Fewest characters of a passphrase; main refuses fewer too. */
export const shortest = 8;

/** What is wrong with a new passphrase typed twice, as text keys; undefined where nothing is. */
export function problemsOf(
  first: string,
  second: string,
): { readonly first?: string; readonly second?: string } {
  return {
    ...(first.length < shortest || first.trim() === '' ? { first: 'lock.tooShort' } : {}),
    ...(first === second ? {} : { second: 'lock.notSame' }),
  };
}
