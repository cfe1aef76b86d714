import { w } from './define-playbook';
import type { EvidenceSlot } from '../../domain/playbook';
import type { EvidenceKind } from '../../domain/evidence';

const slot = (
  id: string,
  zh: string,
  en: string,
  kinds: readonly EvidenceKind[] = ['photo', 'video'],
): EvidenceSlot => ({ id, title: w(zh, en), kinds, min: 1 });

/** Places for evidence that several procedures and the gates know by name. */
export const slots = {
  fault: slot('fault-photo', '看得出问题的照片或视频', 'Photo or video that shows the fault'),
  outer: slot('outer-packing', '外包装（六面、面单）', 'Outer packaging (all sides, waybill)'),
  inner: slot('inner-goods', '实物破损处', 'The damage on the goods'),
  logo: slot('logo-photo', '带 LOGO 的产品包装', 'Product packaging with its logo'),
  supplier: slot('supplier-reply', '供应商回复的对话截图', 'Screenshot of the supplier’s reply', [
    'chat',
    'photo',
  ]),
  liable: slot(
    'liable-confirmation',
    '责任方确认损失的对话截图',
    'Screenshot: liable party confirms the loss',
    ['chat', 'photo', 'document'],
  ),
  talk: slot('talk-record', '与买家协商的聊天截图', 'Screenshot of the talk with the buyer', [
    'chat',
    'photo',
  ]),
  intercept: slot('intercept-reply', '拦截进度、快递答复的截图', 'Screenshot of the intercept’s progress', [
    'chat',
    'photo',
    'document',
  ]),
  weighing: slot('weighing', '全部物品一起上秤的照片', 'Everything received on the scale', [
    'weighing',
    'photo',
    'video',
  ]),
  list: slot('packing-list', '发货清单', 'Packing list', ['packingList', 'photo', 'document']),
  proof: slot('platform-proof', '举证材料', 'Material for the platform', [
    'photo',
    'video',
    'chat',
    'document',
    'weighing',
    'packingList',
  ]),
};
