import type { EvidenceKind } from '../domain/evidence';

/** One thing a case has to prove, as data. Texts in both languages; `source` names the requirement rows. */
export type EvidenceSlot = {
  readonly id: string;
  /** What can fill it; the first is what a file becomes when it is put here by hand. */
  readonly kinds: readonly EvidenceKind[];
  readonly atLeast: number;
  readonly need: 'must' | 'should';
  /** True: a piece counts only after the seller looked at it and accepted it (R17). */
  readonly accept: boolean;
  /** True: no piece is taken for it by its kind alone, the seller has to say "this is it" (R81). */
  readonly chosenOnly: boolean;
  readonly title: { readonly zh: string; readonly en: string };
  readonly why: { readonly zh: string; readonly en: string };
  readonly source: readonly string[];
};

type Part = Partial<Pick<EvidenceSlot, 'atLeast' | 'need' | 'accept' | 'chosenOnly'>>;

function slot(
  id: string,
  kinds: EvidenceSlot['kinds'],
  source: string,
  title: readonly [zh: string, en: string],
  why: readonly [zh: string, en: string],
  part: Part = {},
): EvidenceSlot {
  return {
    id,
    kinds,
    atLeast: 1,
    need: 'must',
    accept: false,
    chosenOnly: false,
    title: { zh: title[0], en: title[1] },
    why: { zh: why[0], en: why[1] },
    source: source.split(' '),
    ...part,
  };
}

const all: readonly EvidenceSlot[] = [
  slot(
    'fault-photo',
    ['photo', 'video'],
    'R17 R174',
    ['买家拍的问题照片或视频', 'Buyer’s photo or video of the fault'],
    [
      '质量问题先看图再处理；看过要点“认可”或“请买家重拍”',
      'See the fault first, then decide; accept it or ask again',
    ],
    { accept: true },
  ),
  slot(
    'talk-record',
    ['chat'],
    'R11 R173',
    ['关键聊天截图', 'Screenshot of the key chat'],
    [
      '买家怎么说、怎么答应的，介入时只认截图',
      'What was said and agreed; only a screenshot counts in a dispute',
    ],
  ),
  slot(
    'outer-packing',
    ['photo', 'video'],
    'R88 R96 R160',
    ['外包装照片', 'Photo of the outer packaging'],
    ['包装好不好决定责任在快递还是供应商', 'Tells whether the courier or the supplier is liable'],
  ),
  slot(
    'waybill-label',
    ['photo'],
    'R160',
    ['快递面单照片', 'Photo of the waybill label'],
    ['向快递索赔必须看得清单号', 'A courier claim needs a readable waybill number'],
    { need: 'should' },
  ),
  slot(
    'inner-goods',
    ['photo', 'video'],
    'R88 R96',
    ['实物破损照片或视频', 'Photo or video of the damage itself'],
    ['破损在哪、多大，整体和细节都要', 'Where and how large: one of the whole, one close up'],
    { accept: true },
  ),
  slot(
    'liable-confirmation',
    ['chat'],
    'R87 R88 R96',
    ['责任方确认损失的对话截图', 'Screenshot of the liable party confirming the loss'],
    ['没有确认截图，损失要不回来', 'Without it the loss cannot be claimed back'],
    { chosenOnly: true },
  ),
  slot(
    'logo-photo',
    ['photo', 'video'],
    'R81',
    ['带LOGO的包装照片或视频', 'Photo or video of the packaging with LOGO'],
    ['厂商凭它认不认是自家货', 'The supplier needs it to accept the goods as theirs'],
    { chosenOnly: true },
  ),
  slot(
    'supplier-reply',
    ['chat'],
    'R81 R74',
    ['厂商回复的对话截图', 'Screenshot of the supplier’s reply'],
    ['拿到回复并截图后再补发或赔付', 'Keep the reply before reshipping or paying'],
    { chosenOnly: true },
  ),
  slot(
    'packing-list',
    ['packingList'],
    'R32',
    ['发货清单', 'Packing list'],
    ['核对应发什么、有没有分单', 'What should be inside, and whether it was split'],
  ),
  slot(
    'received-all',
    ['photo', 'video'],
    'R32 R33',
    ['收到的全部物品合照', 'Everything received in one photo'],
    ['和发货清单逐样对', 'To be checked against the packing list'],
  ),
  slot(
    'weighing',
    ['weighing'],
    'R33',
    ['电子秤读数照片', 'Photo of the scale reading'],
    ['衣服、纸箱、配件、包裹袋一起称', 'Goods, box, accessories and bag weighed together'],
  ),
  slot(
    'wrong-item',
    ['photo', 'video'],
    'R81 R174',
    ['收到的货和吊牌照片', 'Photo of what arrived, with its tag'],
    ['看清款式、颜色、尺码', 'Model, colour and size must be readable'],
    { accept: true },
  ),
  slot(
    'track',
    ['document', 'photo', 'chat'],
    'R87 R93',
    ['物流轨迹截图', 'Screenshot of the tracking'],
    ['停在哪一天、哪一站', 'On which day and where it stopped'],
    { chosenOnly: true },
  ),
  slot(
    'courier-reply',
    ['chat'],
    'R87 R90',
    ['快递答复截图', 'Screenshot of the courier’s answer'],
    ['丢件、拦截都要明确答复', 'Lost or intercepted: a clear answer is needed'],
    { chosenOnly: true },
  ),
  slot(
    'inspected',
    ['photo', 'video'],
    'R41 R89',
    ['退回货品的开箱质检照片', 'Photo of the returned goods when opened'],
    ['收到当天拍，少件或用过才说得清', 'Taken the day it arrives, or nothing can be proved'],
    { need: 'should', chosenOnly: true },
  ),
  slot(
    'shipped',
    ['photo', 'document'],
    'R66 R125',
    ['发货底单或出库照片', 'Proof of shipping'],
    ['证明发了什么、什么时候发的', 'What was sent and when'],
    { chosenOnly: true },
  ),
  slot(
    'platform-notice',
    ['chat', 'photo', 'document'],
    'R66',
    ['平台要求举证的截图', 'Screenshot of the platform’s request'],
    ['要什么、到几点，照着准备', 'What is asked, and until when'],
    { need: 'should', chosenOnly: true },
  ),
  slot(
    'qualification',
    ['document', 'photo'],
    'R143',
    ['质检报告或授权', 'Test report or licence'],
    ['质量、真假类介入平台会要', 'Asked for in quality and authenticity disputes'],
    { need: 'should', chosenOnly: true },
  ),
  slot(
    'complaint-text',
    ['chat', 'photo', 'document'],
    'R73 R147',
    ['投诉内容截图', 'Screenshot of the complaint'],
    ['原话和时间', 'Its exact words and time'],
    { chosenOnly: true },
  ),
  slot(
    'review-shot',
    ['chat', 'photo'],
    'R71',
    ['评价截图', 'Screenshot of the review'],
    ['评价可能被改被删', 'A review can be changed or removed'],
    { chosenOnly: true },
  ),
  slot(
    'fault-video',
    ['video', 'photo'],
    'R97 R99',
    ['故障视频或照片', 'Video or photo of the failure'],
    ['先判断能不能修、谁出钱', 'Can it be repaired, and who pays'],
    { accept: true },
  ),
  slot(
    'agreed-before-sale',
    ['chat'],
    'R98',
    ['售前约定截图', 'Screenshot of what was agreed before the sale'],
    ['定制、不退换要有约定', 'Custom goods need the agreement'],
    { need: 'should', chosenOnly: true },
  ),
];

const byId: ReadonlyMap<string, EvidenceSlot> = new Map(all.map((one) => [one.id, one]));

/** A slot by its id; undefined for one that no longer exists. */
export function evidenceSlot(id: string): EvidenceSlot | undefined {
  return byId.get(id);
}

/** Every slot there is. */
export const evidenceSlots: readonly EvidenceSlot[] = all;
