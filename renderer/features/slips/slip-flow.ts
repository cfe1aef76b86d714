import { cutLines, prepareText, wrapEvenly, wrapText, type Line, type Prepared } from './wrap-text';
import type { SlipItem } from './slip-items';
import type { SlipPart, SlipRow, SlipWords } from './slip-words';
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

/** The flowing texts, measured once: a page is tried at many sizes. */
export type FlowTexts = {
  readonly words: SlipWords;
  readonly buyer: Prepared;
  readonly rows: readonly (SlipRow & { readonly text: Prepared })[];
  /** Width of the widest row label in em. */
  readonly labelWidth: number;
  readonly recipient: Prepared;
  readonly address: Prepared;
  readonly rules: readonly { readonly part: 'rule' | 'extra'; readonly text: Prepared }[];
};

const plain = { bold: false, mono: false };

/** Takes the flowing texts apart and measures them. */
export function prepareFlow(words: SlipWords, measure: Measure): FlowTexts {
  const bold = (text: string) => [{ text, bold: true }];
  return {
    words,
    buyer: prepareText(bold(words.buyer), measure, 'anywhere'),
    rows: words.rows.map((row) => ({
      ...row,
      text: prepareText(
        [{ text: row.value, bold: false }],
        measure,
        row.mono ? 'anywhere' : 'words',
        row.mono,
      ),
    })),
    labelWidth: Math.max(0, ...words.rows.map((row) => measure(row.label, plain))),
    recipient: prepareText(bold(words.recipient), measure, 'words'),
    address: prepareText(bold(words.address), measure, 'words'),
    rules: words.rules.map(({ part, segments }) => ({ part, text: prepareText(segments, measure, 'words') })),
  };
}

/** Lays out buyer, order, address and rules below each other. */
export function layoutFlow(texts: FlowTexts, room: Room, options: FlowOptions): Flow {
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
  ) => {
    for (const { runs } of lines) {
      const baseline = y + ((leading - 1) * size) / 2 + ascent * size;
      items.push({ kind: 'text', part, x, y: baseline, size, mono, anchor: 'start', runs });
      y += leading * size;
    }
  };
  const label = (part: SlipPart, text: string, x: number, size: number, leading: number): void => {
    put(part, [{ runs: [{ text, bold: false }], width: 0 }], x, size, leading);
  };
  const fit = (
    part: SlipPart,
    text: Prepared,
    width: number,
    size: number,
    most: number,
    wrap = wrapText,
  ): readonly Line[] => {
    const kept = cutLines(wrap(text, width / size), most, width / size, text);
    if (kept.cut) cut.push(part);
    return kept.lines;
  };

  label('buyer', texts.words.texts.buyer, left, 3.2 * unit, 1.2);
  const size = buyerSize(texts.buyer, room, buyerHeight);
  const buyer = fit('buyer', texts.buyer, room.narrow, size, buyerLines(size / unit, buyerHeight));
  put('buyer', buyer, left, size, buyerLeading);
  y += 0.8 * unit;

  const labelWidth = texts.labelWidth * body + 2 * unit;
  for (const { part, label: name, text, mono } of texts.rows) {
    const top = y;
    // Below the QR code the whole width is free.
    const width = (y >= room.clearOf + unit ? inner : room.narrow) - labelWidth;
    label(part, name, left, body, lineHeight);
    y = top;
    put(part, fit(part, text, width, body, limit[part]), left + labelWidth, body, lineHeight, mono);
  }

  y = Math.max(y, room.clearOf) + blockGap;
  const boxTop = y;
  const padding = 2.6 * unit * Math.min(1, scale);
  const large = 4.5 * unit * scale;
  const within = inner - 2 * padding;
  y += padding * 0.8;
  label('address', texts.words.texts.returnTo, left + padding, body * 0.92, lineHeight);
  for (const part of ['recipient', 'address'] as const) {
    put(part, fit(part, texts[part], within, large, limit[part]), left + padding, large, lineHeight);
  }
  y += padding * 0.8;
  const thickness = Math.round(5 * unit) * 0.125;
  items.push({ kind: 'box', x: left, y: boxTop, width: inner, height: y - boxTop, thickness });
  y += blockGap;

  const indent = body * 1.5;
  for (const [index, { part, text }] of texts.rules.entries()) {
    const top = y;
    label(part, `${index + 1}.`, left, body, lineHeight);
    y = top;
    const lines = fit(part, text, inner - indent, body, limit[part], wrapEvenly);
    put(part, lines, left + indent, body, lineHeight);
    y += ruleGap;
  }
  return { items, bottom: y, cut };
}

function buyerLines(units: number, height: number): number {
  return Math.max(1, Math.floor(height / (units * buyerLeading)));
}

/** The largest size at which the buyer ID takes at most 28 units of height, two lines when large. */
function buyerSize(buyer: Prepared, room: Room, most: number): number {
  const height = Math.min(28, most);
  for (const units of buyerSizes) {
    const size = units * room.unit;
    const lines = wrapText(buyer, room.narrow / size).length;
    if (lines * units * buyerLeading <= height && (units < 6 || lines <= 2)) return size;
  }
  return buyerLeast * room.unit;
}
