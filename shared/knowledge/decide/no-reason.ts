import { w } from '../playbooks/define-playbook';
import type { ProductClass } from '../../domain/inspection';
import type { Words } from '../../domain/playbook';

/**
 * 七天无理由 by class of goods (R142, R154). `yes`: always; `no`: never; `untilOpened`: not once it was opened or activated,
 * provided the buyer confirmed that when ordering.
 */
export type NoReasonRule = {
  readonly goods: ProductClass;
  readonly answer: 'yes' | 'no' | 'untilOpened';
  readonly why: Words;
  readonly source: Words;
  readonly rows: readonly string[];
};

const art6 = w(
  '消法第 25 条；七日无理由退货暂行办法第 6 条',
  'Consumer law art. 25; 7-day return measures art. 6',
);
const art7 = w('七日无理由退货暂行办法第 7 条', '7-day return measures art. 7');
const art8 = w('七日无理由退货暂行办法第 8、9 条', '7-day return measures art. 8 and 9');

const rule = (
  goods: ProductClass,
  answer: NoReasonRule['answer'],
  source: Words,
  zh: string,
  en: string,
  rows: string,
): NoReasonRule => ({ goods, answer, why: w(zh, en), source, rows: rows.split(' ') });

export const noReasonRules: readonly NoReasonRule[] = [
  rule(
    'general',
    'yes',
    art8,
    '商品完好就可以退；为检查而拆包装不算不完好。',
    'May be returned when intact; unpacking to look at it does not count against it.',
    'R154',
  ),
  rule(
    'clothing',
    'yes',
    art8,
    '吊牌没剪、没洗没穿过、没污渍就可以退。',
    'May be returned with tags on, not washed, not worn, no stains.',
    'R154',
  ),
  rule(
    'electronics',
    'untilOpened',
    art7,
    '没激活、没拆修可以退；一经激活价值大减的，下单时确认过的不退。',
    'May be returned unless activated; activated goods that lose much value are excluded if confirmed when ordering.',
    'R154',
  ),
  rule(
    'sealed',
    'untilOpened',
    art7,
    '一次性密封完好可以退；拆封后影响安全健康的，下单时确认过的不退。',
    'May be returned with the seal unbroken; once opened excluded if confirmed when ordering.',
    'R154',
  ),
  rule(
    'large',
    'yes',
    art8,
    '没安装、没磕碰、配件齐全可以退。',
    'May be returned when not assembled, undamaged and complete.',
    'R83 R154',
  ),
  rule(
    'fresh',
    'no',
    art6,
    '鲜活易腐的商品不适用；质量问题照样要赔。',
    'Fresh goods are excluded; faults have to be made good all the same.',
    'R142',
  ),
  rule(
    'digital',
    'no',
    art6,
    '已下载、已充值、已兑换的虚拟商品不适用。',
    'Downloaded, charged or redeemed digital goods are excluded.',
    'R142',
  ),
  rule(
    'custom',
    'no',
    art6,
    '按买家要求定作的不适用，只提供维保。',
    'Made to order is excluded; warranty only.',
    'R98 R142',
  ),
];
