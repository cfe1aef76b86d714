import type { Platform } from '../domain/platform';
import type { Words } from '../domain/playbook';

/**
 * A rule to quote to a buyer (R120), in short and neutral words of our own. The platform's own page of the day wins;
 * `asOf` is when the wording was last compared with its source.
 */
export type RuleSnippet = {
  readonly id: string;
  /** Null: law, or the same everywhere. */
  readonly platform: Platform | null;
  readonly title: Words;
  readonly text: Words;
  readonly rows: readonly string[];
  readonly asOf: string;
};

const rule = (
  id: string,
  platform: Platform | null,
  rows: string,
  title: Words,
  text: Words,
): RuleSnippet => ({
  id,
  platform,
  title,
  text,
  rows: rows.split(' '),
  asOf: '2026-11',
});
const w = (zh: string, en: string): Words => ({ zh, en });

export const ruleSnippets: readonly RuleSnippet[] = [
  rule(
    'noReason',
    null,
    'R142 R154',
    w('七天无理由', 'Seven-day return'),
    w(
      '签收之日起七天内、商品完好的可以无理由退货，寄回的运费由买家承担，另有约定的除外',
      'Within seven days of receipt, intact goods may be returned without a reason; the buyer pays the way back unless agreed otherwise',
    ),
  ),
  rule(
    'noReasonOut',
    null,
    'R98 R142 R154',
    w('不适用无理由退货的', 'What cannot be returned without a reason'),
    w(
      '定制、鲜活易腐、拆封的影音软件和数字商品不适用七天无理由退货',
      'Made-to-order, fresh and digital goods and unsealed recordings or software are outside the seven-day return',
    ),
  ),
  rule(
    'refundTime',
    null,
    'R43',
    w('退款到账时间', 'When a refund arrives'),
    w(
      '商家收到退货并确认后七天内退款，到账时间以支付渠道为准',
      'The merchant refunds within seven days of receiving and accepting the return; the payment channel decides when it arrives',
    ),
  ),
  rule(
    'warranty',
    null,
    'R152',
    w('国家三包', 'Statutory warranty'),
    w(
      '质量问题按国家三包规定，七天内可退、十五天内可换，三包期内免费维修',
      'Faulty goods under the statutory warranty may be returned within 7 days, exchanged within 15, and repaired free within the warranty period',
    ),
  ),
  rule(
    'invoice',
    null,
    'R103 R105',
    w('发票项目和金额', 'Invoice items and amount'),
    w(
      '发票按实际商品和实付金额开具，不能改项目、不能多开金额',
      'An invoice names the real goods and the amount paid; neither can be changed',
    ),
  ),
  rule(
    'once',
    'pdd',
    'R146',
    w('售后申请次数', 'How often you may apply'),
    w(
      '同一订单的售后取消后可能无法再次申请，提交前请先确认类型和金额',
      'After-sales of an order may not be opened again once withdrawn; check kind and amount first',
    ),
  ),
  rule(
    'pddReturn',
    'pdd',
    'R139',
    w('拼多多：寄回期限', 'Pinduoduo: time to send back'),
    w(
      '同意退货后请在七天内寄出并填写物流单号，逾期申请会关闭',
      'Once a return is agreed, send it and enter the waybill within seven days, or the request closes',
    ),
  ),
  rule(
    'pddWindow',
    'pdd',
    'R135',
    w('拼多多：申请期限', 'Pinduoduo: time to apply'),
    w(
      '确认收货满十五天或商家承诺的期限届满后（以较晚者为准），无法再申请售后',
      'After-sales ends fifteen days after receipt or with the promised period, whichever is later',
    ),
  ),
  rule(
    'pddRefused',
    'pdd',
    'R136',
    w('拼多多：被拒之后', 'Pinduoduo: after a refusal'),
    w(
      '商家拒绝后七天内可以修改再提交或申请平台介入，逾期申请关闭',
      'Within seven days of a refusal you may change and resubmit or ask the platform; then the request closes',
    ),
  ),
  rule(
    'jdSeven',
    'jd',
    'R151',
    w('京东：七天内问题件', 'JD: faults within seven days'),
    w(
      '签收七天内与描述不符、破损缺件、质量问题的可以退换，往返运费由商家承担',
      'Within seven days goods that differ, are damaged, incomplete or faulty can be returned or exchanged at the merchant’s freight',
    ),
  ),
  rule(
    'jdProof',
    'jd',
    'R152',
    w('京东：超过七天', 'JD: after seven days'),
    w(
      '超过七天按国家三包和商品保修承诺处理，有争议可以申请平台介入',
      'After seven days the statutory and the promised warranty apply; in dispute the platform can be asked',
    ),
  ),
  rule(
    'kuaishouProxy',
    'kuaishou',
    'R129',
    w('快手：代客发起', 'Kuaishou: opened for you'),
    w(
      '商家代为发起的售后请在二十四小时内确认，逾期失效，需要重新发起',
      'After-sales opened for you has to be confirmed within 24 hours or it lapses',
    ),
  ),
  rule(
    'freightCover',
    null,
    'R180',
    w('退货补运费', 'Freight cover'),
    w(
      '有退货补运费的订单，自己寄回的在退货确认后七十二小时内补运费，金额以平台规定为准',
      'Orders with freight cover get the freight back within 72 hours of the return being confirmed, in the amount the platform sets',
    ),
  ),
];
