/**
 * Without any UTF-8 locale (a bare container) Chromium on Linux cannot open files whose names are Chinese: then it is
 * given one. Nothing where the seller's own is fine.
 */
export function utf8Names(env: Readonly<Record<string, string | undefined>>): { readonly LC_ALL?: string } {
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find((one) => (one ?? '') !== '');
  return process.platform !== 'linux' || /utf-?8/i.test(locale ?? '') ? {} : { LC_ALL: 'C.UTF-8' };
}
