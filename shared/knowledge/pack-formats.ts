import type { CaseType } from '../domain/case';
import type { PackPurpose } from '../domain/pack';
import { platforms, type Platform } from '../domain/platform';

/** How sure we are of a limit; `guess` is our own strict number where no source was found. */
export type LimitTrust = 'high' | 'medium' | 'guess' | 'own';

export const limitNames = ['pictures', 'pictureMb', 'textLength', 'videos', 'videoMb'] as const;
export type LimitName = (typeof limitNames)[number];

/** One number a platform allows, where it comes from and how sure that is. */
export type Limit = { readonly value: number; readonly trust: LimitTrust; readonly source: string };

/** What may be handed in at one place. Counts, megabytes (1024 × 1024 bytes) and characters. */
export type PackFormat = {
  /** `pdd.dispute`, `supplier`. */
  readonly id: string;
  readonly limits: Readonly<Record<LimitName, Limit>>;
  /** Types of pictures that are taken as they are; everything else becomes a JPEG. */
  readonly pictureTypes: readonly string[];
  /** When the limits were looked up, `YYYY-MM-DD`. */
  readonly checked: string;
};

/** Purposes where the limits are those of the shop's platform. */
const platformPurposes: readonly PackPurpose[] = ['dispute', 'refuse', 'complaint', 'review'];

/** Whether the platform decides what may be handed in. */
export function isPlatformPurpose(purpose: PackPurpose): boolean {
  return platformPurposes.includes(purpose);
}

/** The place a pack for this purpose goes to. */
export function packFormatId(purpose: PackPurpose, platform: Platform): string {
  return isPlatformPurpose(purpose) ? `${platform}.${purpose}` : purpose;
}

/** Strict enough for every form we know: where no limit is known a pack must not be refused for its size. */
const safe: Readonly<Record<LimitName, number>> = {
  pictures: 3,
  pictureMb: 2,
  textLength: 200,
  videos: 1,
  videoMb: 20,
};

/** A mail or a message to a person: no form sets a limit, so only what mailboxes take. */
const byMail: Readonly<Record<LimitName, number>> = {
  pictures: 20,
  pictureMb: 5,
  textLength: 2000,
  videos: 2,
  videoMb: 50,
};

type Known = Partial<Readonly<Record<LimitName, Omit<Limit, 'trust'> & { readonly trust: LimitTrust }>>>;

const pddNotice =
  '平台举证只有一次机会、最多 3 张图：maijiaw.com/article/544602 (2022-12-18), ws46.com/showinfo-24-215757-0.html (2023-07-22), cnhhw.cn/mobile/xinwen/show-10004.html (2024-10-18)';
const wechatProof =
  '举证文字最多 500 字：developers.weixin.qq.com/doc/store/API/complaint/addcomplaintproof.html (official)';
const wechatPay =
  '投诉回复最多 4 张图、200 字：pay.weixin.qq.com/docs/merchant/apis/consumer-complaint (official)';

/** What is known beyond the safe numbers. */
const known: Readonly<Record<string, Known>> = {
  'pdd.dispute': { pictures: { value: 3, trust: 'medium', source: pddNotice } },
  'wechat.dispute': { textLength: { value: 500, trust: 'high', source: wechatProof } },
  'wechat.complaint': {
    pictures: { value: 4, trust: 'high', source: wechatPay },
    textLength: { value: 200, trust: 'high', source: wechatPay },
  },
};

const checked = '2026-11-22';

function makeFormat(id: string, numbers: Readonly<Record<LimitName, number>>): PackFormat {
  const limit = (name: LimitName): Limit =>
    known[id]?.[name] ?? { value: numbers[name], trust: 'guess', source: '' };
  return {
    id,
    limits: {
      pictures: limit('pictures'),
      pictureMb: limit('pictureMb'),
      textLength: limit('textLength'),
      videos: limit('videos'),
      videoMb: limit('videoMb'),
    },
    pictureTypes: ['image/jpeg', 'image/png'],
    checked,
  };
}

/** Every place a pack can go to, with what may be handed in there (R131). */
export const packFormats: readonly PackFormat[] = [
  ...platforms.flatMap((platform) =>
    platformPurposes.map((purpose) => makeFormat(packFormatId(purpose, platform), safe)),
  ),
  makeFormat('supplier', byMail),
  makeFormat('courier', byMail),
  makeFormat('12315', safe),
  makeFormat('heimao', safe),
];

/** A seller's own numbers for one place; the rest stays as shipped. */
export type OwnLimits = Partial<Readonly<Record<LimitName, number>>>;

/** Bounds of a number a seller may type. */
export const limitBounds: Readonly<Record<LimitName, readonly [least: number, most: number]>> = {
  pictures: [0, 200],
  pictureMb: [0.1, 100],
  textLength: [10, 20_000],
  videos: [0, 50],
  videoMb: [1, 4000],
};

/** What may be handed in at a place: the shipped numbers under the seller's own. */
export function packFormat(id: string, own: OwnLimits = {}): PackFormat {
  const shipped = packFormats.find((one) => one.id === id) ?? makeFormat(id, safe);
  const limits = { ...shipped.limits };
  for (const name of limitNames) {
    const value = own[name];
    const [least, most] = limitBounds[name];
    if (typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most)
      limits[name] = { value, trust: 'own', source: shipped.limits[name].source };
  }
  return { ...shipped, limits };
}

const purposeOfType: Partial<Readonly<Record<CaseType, PackPurpose>>> = {
  complaint: 'complaint',
  review: 'review',
  lost: 'courier',
  undeliverable: 'courier',
  outOfStock: 'supplier',
};

/** What a pack of this type of case is most likely for. */
export function likelyPurpose(type: CaseType): PackPurpose {
  return purposeOfType[type] ?? 'dispute';
}
