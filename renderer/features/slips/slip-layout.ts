import { slipSize, type ReturnSlip } from '#shared/domain/return-slip';
import { slipCodes, type BarCode } from './slip-codes';
import { layoutFlow, prepareFlow, type Room, type Tightness } from './slip-flow';
import { slipWords, type SlipWords } from './slip-words';
import type { SlipItem, SlipPage } from './slip-items';
import type { Measure } from './text-measure';

/** A thermal head of 203 dpi has exactly eight dots per millimetre; codes and lines stand on this grid. */
const dot = 0.125;
const onDot = (mm: number): number => Math.round(mm / dot) * dot;
const dotsDown = (mm: number): number => Math.floor(mm / dot) * dot;

/** Blank modules a reader needs around a code. */
const quiet = { bars: 10, qr: 4 };
/** Narrowest module a phone and a thermal head agree on, in mm. */
const leastModule = 0.25;

/** Type scales from the largest to the smallest a 203 dpi head still prints legibly. */
const scales = [1.2, 1.16, 1.12, 1.08, 1.04, 1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64];
const attempts: readonly (readonly [scale: number, tightness: Tightness])[] = [
  ...scales.map((scale) => [scale, 'roomy'] as const),
  ...scales.filter((scale) => scale < 0.9).map((scale) => [scale, 'snug'] as const),
];

/**
 * Places everything on one page of the slip's paper: the same numbers are painted as SVG (preview, print, PDF) and
 * on a canvas (picture). Takes the largest type that fits; only when even the smallest does not are long values cut.
 * Throws when the case number cannot be coded.
 */
export function layoutSlip(slip: ReturnSlip, measure: Measure): SlipPage {
  const { width, height } = slipSize[slip.paper];
  const unit = Math.min(width / 100, height / 150);
  const words = slipWords(slip);
  const margin = onDot(5 * unit);
  const frame = { width, height, unit, margin, inner: width - 2 * margin };
  const head = layoutHead(words, frame, measure);
  const codes = slipCodes(slip.caseNo);
  const code = codes.square;
  const module = Math.max(leastModule, dotsDown((18.5 * unit) / code.modules));
  const side = module * code.modules;
  const qr: SlipItem = {
    kind: 'qr',
    x: width - margin - side,
    y: onDot(head.bottom + 3 * unit),
    module,
    code,
  };
  const foot = layoutFoot(slip.caseNo, codes.bars, frame);
  const room: Room = {
    left: margin,
    inner: frame.inner,
    top: head.bottom + 2.5 * unit,
    narrow: frame.inner - side - quiet.qr * module,
    clearOf: qr.y + side,
    unit,
  };
  const sender = layoutSender(words, frame, foot.top, measure);
  const texts = prepareFlow(words, measure);
  // In reading order: it is the order of the text inside a PDF, too.
  const top = [...head.items, qr];
  for (const [scale, tightness] of attempts) {
    const tried = layoutFlow(texts, room, { scale, tightness, spare: 0 });
    const spare = sender.top - 2 * unit - tried.bottom;
    if (spare < 0) continue;
    const flow = layoutFlow(texts, room, { scale, tightness, spare });
    return { width, height, items: [...top, ...flow.items, ...sender.items, ...foot.items], cut: flow.cut };
  }
  // Last resort: the lines to write on make way, long values are cut, and what is left goes to the buyer ID.
  const last = { scale: 0.6, tightness: 'tight', spare: 0 } as const;
  const spare = foot.top - 3 * unit - layoutFlow(texts, room, last).bottom;
  const flow = layoutFlow(texts, room, { ...last, spare: Math.max(0, spare) });
  return { width, height, items: [...top, ...flow.items, ...foot.items], cut: flow.cut };
}

type Frame = {
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly margin: number;
  readonly inner: number;
};

const plain = { bold: false, mono: false };
const heavy = { bold: true, mono: false };

function layoutHead(words: SlipWords, frame: Frame, measure: Measure): { items: SlipItem[]; bottom: number } {
  const { unit, margin, inner } = frame;
  const { title, hint } = words.texts;
  const size = 6.6 * unit;
  const baseline = margin + 6 * unit;
  const left = inner - measure(title, heavy) * size - 3 * unit;
  const hintSize = Math.min(3.6 * unit, left / measure(hint, plain));
  const base = { kind: 'text', y: baseline, mono: false } as const;
  const ruleAt = onDot(baseline + 2.4 * unit);
  const thickness = onDot(0.6 * unit);
  return {
    items: [
      { ...base, part: 'title', x: margin, size, anchor: 'start', runs: [{ text: title, bold: true }] },
      {
        ...base,
        part: 'hint',
        x: margin + inner,
        size: hintSize,
        anchor: 'end',
        runs: [{ text: hint, bold: false }],
      },
      { kind: 'rule', x: margin, y: ruleAt, width: inner, thickness },
    ],
    bottom: ruleAt + thickness,
  };
}

/** Code 128 with its number at the foot, as wide as whole dots allow. */
function layoutFoot(caseNo: string, code: BarCode, frame: Frame): { items: SlipItem[]; top: number } {
  const { unit, margin, width, height } = frame;
  // The page margin is blank too, so it may count as quiet zone.
  const most = Math.min(
    (width - 2 * dot) / (code.modules + 2 * quiet.bars),
    (width - 2 * margin) / code.modules,
  );
  const module = Math.max(leastModule, dotsDown(Math.min(most, 0.5 * unit + dot / 2)));
  const barHeight = onDot(12 * unit);
  const size = 3.6 * unit;
  const baseline = height - margin + 0.6 * unit;
  const top = onDot(baseline - size - 0.6 * unit - barHeight);
  const x = onDot((width - code.modules * module) / 2);
  const text = { kind: 'text', part: 'caseNo', y: baseline, size, mono: true, anchor: 'middle' } as const;
  return {
    items: [
      { kind: 'bars', x, y: top, module, height: barHeight, code },
      { ...text, x: width / 2, runs: [{ text: caseNo, bold: false }] },
    ],
    top,
  };
}

/** Lines on which the buyer writes name and phone (R177). */
function layoutSender(
  words: SlipWords,
  frame: Frame,
  bottom: number,
  measure: Measure,
): { items: SlipItem[]; top: number } {
  const { unit, margin, inner } = frame;
  const { sender, senderName, senderPhone } = words.texts;
  const size = 3.2 * unit;
  const baseline = onDot(bottom - 4 * unit);
  const widthOf = (text: string): number => measure(text, plain) * size;
  const gap = 1.5 * unit;
  const write = (inner - widthOf(sender) - widthOf(senderName) - widthOf(senderPhone) - 5 * gap) / 2;
  const items: SlipItem[] = [];
  let x = margin;
  const put = (text: string): void => {
    const runs = [{ text, bold: false }];
    items.push({ kind: 'text', part: 'sender', x, y: baseline, size, mono: false, anchor: 'start', runs });
    x += widthOf(text) + gap;
  };
  const line = (): void => {
    items.push({
      kind: 'rule',
      x: onDot(x),
      y: onDot(baseline + 0.5 * unit),
      width: dotsDown(write),
      thickness: 2 * dot,
    });
    x += write + gap;
  };
  put(sender);
  put(senderName);
  line();
  put(senderPhone);
  line();
  return { items, top: baseline - 6 * unit };
}
