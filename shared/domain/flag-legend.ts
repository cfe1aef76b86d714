import { memoFormats } from '../knowledge/memo-formats';
import { flagUses, shippedMeaning, type FlagUse } from '../knowledge/flag-uses';
import type { FlagColor } from './order-note';
import type { Platform } from './platform';
import type { Words } from './playbook';

/** What one colour means: in the seller's words, and for which memos it is taken. */
export type FlagMeaning = { readonly text: string; readonly uses: readonly FlagUse[] };

/** A shop's legend of colours (R29: 蓝色 = 售后). Colours without a meaning are free. */
export type FlagLegend = Readonly<Partial<Record<FlagColor, FlagMeaning>>>;

/** Longest meaning, in characters. */
export const meaningMax = 20;

/** The legend of a platform before the seller changed anything: its colour for after-sales stands for all. */
export function shippedLegend(platform: Platform, say: (words: Words) => string): FlagLegend {
  return {
    [memoFormats[platform].afterSales]: { text: say(shippedMeaning), uses: flagUses.map(({ id }) => id) },
  };
}

/** The colour a memo of this use gets: the shop's own, else the platform's colour for after-sales. */
export function flagFor(legend: FlagLegend | undefined, platform: Platform, use: FlagUse): FlagColor {
  const { flags, afterSales } = memoFormats[platform];
  const own = flags.find((color) => legend?.[color]?.uses.includes(use) === true);
  return own ?? afterSales;
}

/** With one colour's meaning changed; a use belongs to one colour at a time, and an empty meaning goes. */
export function withMeaning(legend: FlagLegend, color: FlagColor, meaning: FlagMeaning): FlagLegend {
  const text = meaning.text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, meaningMax);
  const others = Object.entries(legend).flatMap(([key, one]): [string, FlagMeaning][] => {
    if (key === color || one === undefined) return [];
    const left = { ...one, uses: one.uses.filter((use) => !meaning.uses.includes(use)) };
    return left.text.trim() === '' && left.uses.length === 0 ? [] : [[key, left]];
  });
  const empty = text === '' && meaning.uses.length === 0;
  return Object.fromEntries(empty ? others : [...others, [color, { text, uses: meaning.uses }]]);
}
