import { w } from '../playbooks/define-playbook';
import type { Words } from '../../domain/playbook';

/** A part with a period of its own, in months from delivery. */
export type WarrantyPart = { readonly id: string; readonly title: Words; readonly months: number };

/**
 * The three guarantees (三包: repair, exchange, return) a class of goods has by law (R152). Days and months count from the
 * day after delivery, the reading that suits the buyer best.
 */
export type WarrantyRule = {
  readonly id: string;
  readonly title: Words;
  /** Days in which faulty goods may be returned, exchanged or repaired, as the buyer likes. */
  readonly returnDays: number;
  /** Days in which they may be exchanged or repaired; null where the law names none. */
  readonly exchangeDays: number | null;
  /** Free repair, the whole thing first; empty where the law fixes no period. */
  readonly parts: readonly WarrantyPart[];
  readonly why: Words;
  readonly source: Words;
  /** A: the law itself; B: what makers and shops print of it. The warranty card goes first. */
  readonly confidence: 'A' | 'B';
  readonly rows: readonly string[];
};

const part = (id: string, zh: string, en: string, months: number): WarrantyPart => ({
  id,
  title: w(zh, en),
  months,
});
const whole = (months: number): WarrantyPart => part('whole', '整机', 'The whole thing', months);

const someGoods = w(
  '部分商品修理更换退货责任规定（1995）；消法第 24 条',
  'Rules on repair, exchange and return of certain goods (1995); consumer law art. 24',
);

export const warrantyRules: readonly WarrantyRule[] = [
  {
    id: 'none',
    title: w('没有国家三包的商品（服装、日用品等）', 'Goods without fixed guarantees (clothes, household)'),
    returnDays: 7,
    exchangeDays: null,
    parts: [],
    why: w(
      '质量问题 7 天内可退；过了 7 天按约定，没约定的买家可要求更换、修理，运费商家出。',
      'Faulty goods may be returned for 7 days; later what was promised counts, else exchange or repair, freight on the merchant.',
    ),
    source: w('消法第 24 条', 'Consumer law art. 24'),
    confidence: 'A',
    rows: ['R152', 'R155'],
  },
  {
    id: 'phone',
    title: w('手机', 'Mobile phones'),
    returnDays: 7,
    exchangeDays: 15,
    parts: [
      part('whole', '主机', 'The phone', 12),
      part('battery', '电池', 'Battery', 6),
      part('charger', '充电器', 'Charger', 12),
      part('headset', '有线耳机', 'Wired headset', 3),
      part('card', '数据接口卡', 'Data card', 12),
    ],
    why: w(
      '凭三包凭证和发票；人为损坏、私自拆修不保。',
      'With card and invoice; not for misuse or own repairs.',
    ),
    source: w(
      '移动电话机商品修理更换退货责任规定（2001）',
      'Rules on repair, exchange and return of mobile phones (2001)',
    ),
    confidence: 'B',
    rows: ['R152'],
  },
  {
    id: 'computer',
    title: w('电脑、显示器、打印机', 'Computers, displays, printers'),
    returnDays: 7,
    exchangeDays: 15,
    parts: [whole(12)],
    why: w(
      '主要部件常有更长的期限，看三包凭证，填在“承诺保修”里。',
      'Main parts often have longer periods: see the card and enter them as promised.',
    ),
    source: w(
      '微型计算机商品修理更换退货责任规定（2002）',
      'Rules on repair, exchange and return of microcomputers (2002)',
    ),
    confidence: 'B',
    rows: ['R152'],
  },
  {
    id: 'appliance',
    title: w('大家电：电视、冰箱、洗衣机、空调', 'Large appliances: TV, fridge, washer, air conditioner'),
    returnDays: 7,
    exchangeDays: 15,
    parts: [whole(12), part('main', '主要部件（压缩机、电机等）', 'Main parts (compressor, motor …)', 36)],
    why: w('主要部件以三包凭证所列为准。', 'Which parts are main parts stands on the warranty card.'),
    source: someGoods,
    confidence: 'B',
    rows: ['R152'],
  },
  {
    id: 'smallAppliance',
    title: w(
      '目录内小家电、钟表、自行车（电风扇、微波炉、吸尘器等）',
      'Listed small appliances, watches, bicycles (fan, microwave, vacuum …)',
    ),
    returnDays: 7,
    exchangeDays: 15,
    parts: [whole(12)],
    why: w(
      '目录里的小家电整机一年；主要部件更长的看三包凭证，填在“承诺保修”里。',
      'One year for what is listed; longer ones for main parts stand on the card: enter them as promised.',
    ),
    source: someGoods,
    confidence: 'B',
    rows: ['R152'],
  },
];
