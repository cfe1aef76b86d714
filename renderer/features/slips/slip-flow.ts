import { cutLines, wrapText, type BreakMode, type Line } from './wrap-text';
import type { SlipItem } from './slip-items';
import type { Segment, SlipPart, SlipRow, SlipWords } from './slip-words';
import type { Measure } from './text-measure';

/** Where the flowing part of a slip may stand, in mm. */
export type Room = {
  readonly left: number;
  readonly inner: number;
  readonly top: number;
  /** Width beside the QR code, and the height below which the full width is free. */
  readonly narrow: number;
  readonly clearOf: number;
  /** 1 on 100 mm paper; grows with the paper. */
  readonly unit: number;
};

export type Flow = {
  readonly items: readonly SlipItem[];
  readonly bottom: number;
  readonly cut: readonly SlipPart[];
};

/** Most lines per part, tried in this order; the address is the one thing that must stay whole. */
const limits = {
  roomy: { order: 2, product: 4, handling: 3, recipient: 3, address: 8, rule: 4, extra: 5, buyerHeight: 39 },
  snug: { order: 2, product: 2, handling: 2, recipient: 2, address: 6, rule: 3, extra: 3, buyerHeight: 28 },
  tight: { order: 2, product: 1, handling: 1, recipient: 2, address: 5, rule: 2, extra: 1, buyerHeight: 12 },
} as const;
export type Tightness = keyof typeof limits;

const lineHeight = 1.42;
/** Share of the type size above the baseline in a Chinese font. */
const ascent = 0.88;
/** Sizes of the buyer ID in units, largest first; a short one must not fill half the page. */
const buyerSizes = [9, 8, 7, 6.2, 5.4, 4.8, 4.2, 3.8, 3.4];
const buyerLeast = 3.1;
const buyerLeading = 1.24;

export type FlowOptions = {
  /** Of the type; 1 is 3.6 mm on 100 mm paper. */
  readonly scale: number;
  readonly tightness: Tightness;
  /** Height to hand out, in mm: between the blocks, or to the buyer ID when that was cut. */
  readonly spare: number;
};

/** Lays out buyer, order, address and rules below each other. */
export function layoutFlow(words: SlipWords, room: Room, measure: Measure, options: FlowOptions): Flow {
  const { unit, left, inner } = room;
  const { scale, tightness } = options;
  const limit = limits[tightness];
  const spare = tightness === 'tight' ? 0 : options.spare;
  const buyerHeight = limit.buyerHeight + (tightness === 'tight' ? options.spare / unit : 0);
  const items: SlipItem[] = [];
  const cut: SlipPart[] = [];
  const body = 3.6 * unit * scale;
  const blockGap = 2.2 * unit * Math.min(1, scale) + Math.min(4 * unit, spare * 0.22);
  const ruleGap = 0.5 * unit * Math.min(1, scale) + Math.min(1.6 * unit, spare * 0.07);
  let y = room.top;

  /** Puts lines below each other and moves on. */
  const put = (
    part: SlipPart,
    lines: readonly Line[],
    x: number,
    size: number,
    leading: number,
    mono = false,
  ): void => {
    for (const { runs } of lines) {
      const baseline = y + ((leading - 1) * size) / 2 + ascent * size;
      items.push({ kind: 'text', part, x, y: baseline, size, mono, anchor: 'start', runs });
      y += leading * size;
    }
  };
  const fit = (
    part: SlipPart,
    segments: readonly Segment[],
    width: number,
    size: number,
    most: number,
    mode: BreakMode = 'words',
    mono = false,
  ): readonly Line[] => {
    const lines = wrapText(segments, width / size, measure, mode, mono);
    const kept = cutLines(lines, most, width / size, measure, mono);
    if (kept.cut) cut.push(part);
    return kept.lines;
  };
  const widthHere = (): number => (y >= room.clearOf + unit ? inner : room.narrow);

  const label = (text: string): void => {
    put('buyer', [{ runs: [{ text, bold: false }], width: 0 }], left, 3.2 * unit, 1.2);
  };
  label(words.texts.buyer);
  const buyer = [{ text: words.buyer, bold: true }];
  const size = buyerSize(buyer, room, measure, buyerHeight);
  put(
    'buyer',
    fit('buyer', buyer, room.narrow, size, buyerLines(size, unit, buyerHeight), 'anywhere'),
    left,
    size,
    buyerLeading,
  );
  y += 0.8 * unit;

  const labelWidth =
    Math.max(...words.rows.map((row) => measure(row.label, { bold: false, mono: false }))) * body + 2 * unit;
  const putRow = (row: SlipRow): void => {
    const top = y;
    put(row.part, [{ runs: [{ text: row.label, bold: false }], width: 0 }], left, body, lineHeight);
    y = top;
    const most = limit[row.part as 'order' | 'product' | 'handling'];
    const value = [{ text: row.value, bold: false }];
    const mode = row.mono ? 'anywhere' : 'words';
    put(
      row.part,
      fit(row.part, value, widthHere() - labelWidth, body, most, mode, row.mono),
      left + labelWidth,
      body,
      lineHeight,
      row.mono,
    );
  };
  for (const row of words.rows) putRow(row);

  y = Math.max(y, room.clearOf) + blockGap;
  const box = { x: left, y, padding: 2.6 * unit * Math.min(1, scale) };
  const textWidth = inner - 2 * box.padding;
  const large = 4.5 * unit * scale;
  y += box.padding * 0.8;
  const x = left + box.padding;
  put(
    'address',
    [{ runs: [{ text: words.texts.returnTo, bold: false }], width: 0 }],
    x,
    body * 0.92,
    lineHeight,
  );
  put(
    'recipient',
    fit('recipient', [{ text: words.recipient, bold: true }], textWidth, large, limit.recipient),
    x,
    large,
    lineHeight,
  );
  put(
    'address',
    fit('address', [{ text: words.address, bold: true }], textWidth, large, limit.address),
    x,
    large,
    lineHeight,
  );
  y += box.padding * 0.8;
  items.push({
    kind: 'box',
    x: box.x,
    y: box.y,
    width: inner,
    height: y - box.y,
    thickness: Math.round(5 * unit) * 0.125,
  });
  y += blockGap;

  const indent = body * 1.5;
  for (const [index, rule] of words.rules.entries()) {
    const top = y;
    put(rule.part, [{ runs: [{ text: `${index + 1}.`, bold: false }], width: 0 }], left, body, lineHeight);
    y = top;
    put(
      rule.part,
      fit(rule.part, rule.segments, inner - indent, body, limit[rule.part]),
      left + indent,
      body,
      lineHeight,
    );
    y += ruleGap;
  }
  return { items, bottom: y, cut };
}

function buyerLines(size: number, unit: number, height: number): number {
  return Math.max(1, Math.floor(height / ((size / unit) * buyerLeading)));
}

/** The largest size at which the buyer ID takes at most 28 units of height, two lines when large. */
function buyerSize(buyer: readonly Segment[], room: Room, measure: Measure, most: number): number {
  const height = Math.min(28, most);
  for (const units of buyerSizes) {
    const size = units * room.unit;
    const lines = wrapText(buyer, room.narrow / size, measure, 'anywhere').length;
    if (lines * units * buyerLeading <= height && (units < 6 || lines <= 2)) return size;
  }
  return buyerLeast * room.unit;
}
