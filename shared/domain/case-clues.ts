/**
 * Which case a file belongs to, from what is written on it: file name, folder names, text on the clipboard. The clues
 * found here are looked up in the database's indexes, so 100 000 cases cost no more than ten.
 */
export type CaseClues = {
  /** Digit groups that may be order numbers, without separators, and case numbers. */
  readonly numbers: readonly string[];
  /** Every piece of the text that may be a buyer ID, exactly as written. */
  readonly names: readonly string[];
};

/** Longer texts are no file names; a whole chat on the clipboard would match anybody. */
const maxText = 160;
const maxName = 24;
/** Fewer Latin letters or digits than this are no buyer: `a`, `1`, `IMG`. */
const minAscii = 4;

const caseNumber = /(?<!\d)20\d{6}-\d{3,}(?!\d)/g;
const orderNumber = /(?<![\dA-Za-z])\d[\d -]{6,30}\d(?![\dA-Za-z])/g;
const ascii = /^[\x20-\x7e]+$/;

/** The clues in some texts; blanks and control signs around a name do not matter. */
export function findClues(texts: readonly string[]): CaseClues {
  const numbers = new Set<string>();
  const names = new Set<string>();
  for (const raw of texts) {
    const text = raw.normalize('NFC').trim();
    if (text === '' || text.length > maxText) continue;
    for (const [found] of text.matchAll(caseNumber)) numbers.add(found);
    for (const [found] of text.matchAll(orderNumber)) {
      const trimmed = found.trim();
      numbers.add(trimmed);
      numbers.add(trimmed.replace(/[ -]/g, ''));
      for (const part of trimmed.split(' ')) if (part.length >= 8) numbers.add(part);
    }
    for (const name of namePieces(text)) names.add(name);
  }
  return { numbers: [...numbers], names: [...names] };
}

/** Every run of signs that begins and ends at a possible border of a name. */
function namePieces(text: string): string[] {
  const signs = Array.from(text);
  const pieces: string[] = [];
  for (let from = 0; from < signs.length; from += 1) {
    if (!isBorder(signs[from - 1], signs[from])) continue;
    for (let to = from + 2; to <= Math.min(signs.length, from + maxName); to += 1) {
      if (!isBorder(signs[to - 1], signs[to])) continue;
      const piece = signs.slice(from, to).join('').trim();
      if (piece.length >= (ascii.test(piece) ? minAscii : 2)) pieces.push(piece);
    }
  }
  return pieces;
}

const word = /[A-Za-z0-9]/;

/** Between two Latin letters or digits no name begins or ends: `tb12` is not in `tb123`. */
function isBorder(before: string | undefined, after: string | undefined): boolean {
  return before === undefined || after === undefined || !(word.test(before) && word.test(after));
}

/** Words every file name of this trade has; a buyer who is called so is not recognised by it. */
const everyday: ReadonlySet<string> = new Set(
  '微信 图片 照片 视频 截图 聊天 退货 售后 订单 快递 包裹 桌面 下载 新建 文件 图 IMG image photo video Screenshot Pictures Desktop Downloads Documents WeChat DCIM Camera mmexport'
    .split(' ')
    .map((one) => one.toLowerCase()),
);

/** Whether a found buyer ID says anything. */
export function isTellingName(name: string): boolean {
  return !everyday.has(name.toLowerCase());
}
