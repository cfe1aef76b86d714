import type { ProductClass } from '../../domain/inspection';
import type { Words } from '../../domain/playbook';

export type CheckItem = { readonly id: string; readonly title: Words };

const item = (id: string, zh: string, en: string): CheckItem => ({ id, title: { zh, en } });

const common: readonly CheckItem[] = [
  item('owner', '面单、纸条与售后单一致', 'Waybill and slip match the case'),
  item('complete', '数量、配件、赠品齐全', 'Number, parts and gifts complete'),
  item('packing', '内外包装还在、没有破损', 'Packaging there and undamaged'),
];

/** What "intact" means per class of goods (R41, R154); `source` is the row it rests on. */
const ownItems: Readonly<Record<ProductClass, readonly CheckItem[]>> = {
  general: [
    item('unused', '没有使用痕迹', 'No trace of use'),
    item('tags', '吊牌、标识完整', 'Tags and labels whole'),
  ],
  clothing: [
    item('tags', '商标、吊牌没有摘剪', 'Brand label and tags not cut off'),
    item('clean', '没有污渍、异味、破损', 'No stain, smell or damage'),
    item('worn', '没有下水、穿着痕迹', 'Not washed, not worn'),
  ],
  electronics: [
    item('serial', '序列号与发出的一致，标志没有涂改', 'Serial number is ours, marks untouched'),
    item('activated', '没有激活、登录、残留个人数据', 'Not activated, no account or data left'),
    item('repair', '没有私自拆修', 'Not opened or repaired'),
    item('scratches', '外观没有难以恢复的痕迹', 'No lasting marks outside'),
  ],
  sealed: [
    item('seal', '一次性密封包装完好', 'One-time seal unbroken'),
    item('expiry', '在保质期内，批次一致', 'Within shelf life, same batch'),
  ],
  fresh: [
    item('state', '品质与签收时照片一致', 'Same state as on the photo at delivery'),
    item('time', '在约定时间内反馈', 'Reported within the agreed time'),
  ],
  digital: [item('unused', '未充值、未兑换、未使用', 'Not charged, redeemed or used')],
  custom: [
    item('spec', '规格与确认的定制单一致', 'Matches the confirmed spec'),
    item('agreed', '售前已约定不退换只维保', 'Agreed before the sale: repair only'),
  ],
  large: [
    item('edges', '边角、表面没有磕碰', 'No knocks on edges or surface'),
    item('hardware', '五金件齐全', 'Hardware complete'),
    item('assembled', '没有安装使用过', 'Not assembled or used'),
  ],
};

/** The checklist of a class of goods, the common points first. */
export function checklistOf(productClass: ProductClass): readonly CheckItem[] {
  return [...common, ...ownItems[productClass]];
}
