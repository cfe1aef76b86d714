import type { ReturnSlip } from '#shared/domain/return-slip';

/** A plain slip to start from; give only what a test is about. */
export function makeTestSlip(part: Partial<ReturnSlip> = {}): ReturnSlip {
  return {
    paper: '100x150',
    language: 'zh-CN',
    caseNo: '20261119-003',
    buyerId: '小鱼爱吃猫',
    orderNo: '261119-023188420017',
    product: '连衣裙 雾蓝 M × 1',
    handling: '退货退款 · 质量问题',
    recipient: '某某服饰 售后',
    phone: '138 0000 0000',
    address: '浙江省杭州市某区某路 100 号 2 幢 301',
    carriers: '快递与 EMS',
    lastDay: '2026-11-28',
    extra: '',
    ...part,
  };
}
