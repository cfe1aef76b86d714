import type { FlagColor } from '../domain/order-note';
import type { Platform } from '../domain/platform';

/** What a platform's seller memo takes (R28, R29). */
export type MemoFormat = {
  /** Flag colours its back office offers. Stored as words: the same number means another colour elsewhere. */
  readonly flags: readonly FlagColor[];
  /** The colour that stands for after-sales in this shop unless the seller chooses another. */
  readonly afterSales: FlagColor;
  readonly limit: { readonly unit: 'byte' | 'character'; readonly max: number };
  /** Longest label beside the flag in characters; null where there is none. */
  readonly tagMax: number | null;
  /** Levels 1 to 5 instead of named colours. */
  readonly levels: boolean;
  /** How sure we are: A seen in the platform's own papers, B in others', M a guess on the safe side. */
  readonly confidence: 'A' | 'B' | 'M';
};

const six = ['none', 'red', 'yellow', 'green', 'blue', 'purple'] as const;
/** Taobao's limit, the strictest known; taken where a platform's own is not known. */
const strictest = { unit: 'byte', max: 1000 } as const;

const alibaba: MemoFormat = {
  flags: six,
  afterSales: 'blue',
  limit: strictest,
  tagMax: null,
  levels: false,
  confidence: 'A',
};
const unknown: MemoFormat = { ...alibaba, confidence: 'M' };

export const memoFormats: Readonly<Record<Platform, MemoFormat>> = {
  taobao: alibaba,
  tmall: alibaba,
  '1688': { ...alibaba, confidence: 'B' },
  pdd: { ...alibaba, tagMax: 3 },
  jd: { ...unknown, levels: true },
  douyin: {
    ...unknown,
    flags: ['none', 'purple', 'cyan', 'green', 'orange', 'red'],
    afterSales: 'cyan',
  },
  xhs: { ...alibaba, confidence: 'B' },
  kuaishou: unknown,
  wechat: unknown,
  xianyu: unknown,
  other: unknown,
};
