/**
 * Yuan as typed (`12`, `12.5`, `¥1,234.50`, full-width digits) to integer fen; null when it is not an amount of
 * at most two decimals. Never goes through a floating point number.
 */
export function parseYuan(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[¥￥,\s元]/g, '');
  const match = /^(-?)(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain);
  if (match === null) return null;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' && fen !== 0 ? -fen : fen;
}

/** Integer fen as `1234.50`, without a currency sign. */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
