import { w } from '../playbooks/define-playbook';
import type { DecisionTree } from '../../domain/decide';

/** Damage: the outer packaging tells first (R88, R96, R158 to R162). */
const damage: DecisionTree = {
  id: 'damage',
  title: w('破损、瑕疵是谁的责任', 'Who is liable for the damage or flaw?'),
  for: ['damage', 'returnRefund', 'exchange', 'refundOnly', 'partialRefund', 'repair', 'refused'],
  rows: ['R88', 'R96', 'R158'],
  start: 'outer',
  nodes: [
    {
      id: 'outer',
      ask: w('外包装完好吗', 'Is the outer packaging intact?'),
      options: [
        { id: 'broken', title: w('破了、压扁、湿了', 'Torn, crushed or wet'), to: 'inner' },
        { id: 'intact', title: w('完好', 'Intact'), to: 'kind' },
        { id: 'noPhoto', title: w('还没看到照片', 'No photo yet'), to: 'askPhotos' },
      ],
    },
    {
      id: 'inner',
      ask: w('里面的缓冲够不够', 'Was it padded well enough inside?'),
      options: [
        { id: 'enough', title: w('够', 'Yes'), to: 'when' },
        { id: 'weak', title: w('不够，一碰就会坏', 'No, any knock would break it'), to: 'who' },
      ],
    },
    {
      id: 'when',
      ask: w('买家什么时候提出的', 'When did the buyer say so?'),
      options: [
        { id: 'soon', title: w('签收当天或 24 小时内', 'On delivery or within 24 hours'), to: 'courier' },
        { id: 'late', title: w('过了 24 小时', 'Later'), to: 'courierLate' },
      ],
    },
    {
      id: 'kind',
      ask: w('是什么样的问题', 'What kind of problem is it?'),
      options: [
        { id: 'made', title: w('做工、材料的毛病', 'Making or material'), to: 'who' },
        { id: 'brokenInside', title: w('外箱好好的，里面碎了', 'Box fine, goods broken inside'), to: 'who' },
        { id: 'used', title: w('使用、清洗、安装造成的', 'By use, washing or mounting'), to: 'misuse' },
      ],
    },
    {
      id: 'who',
      ask: w('这一单谁发的货', 'Who sent this order?'),
      options: [
        { id: 'shop', title: w('我们自己', 'We did'), to: 'shop' },
        { id: 'supplier', title: w('厂商代发', 'The maker did'), to: 'supplier' },
      ],
    },
  ],
  verdicts: [
    {
      id: 'askPhotos',
      liability: null,
      title: w('先要照片再定', 'Ask for photos first'),
      why: w('没看到外包装和破损处，定谁都说不清。', 'Without the packaging and the damage nobody can tell.'),
      next: w(
        '请买家留好内外包装，拍外箱六面、面单和破损处。',
        'Ask to keep all packaging and photograph box, waybill and damage.',
      ),
      proofs: ['outer-packing', 'fault-photo'],
      script: 'M21',
      rows: ['R159', 'R174'],
    },
    {
      id: 'courier',
      liability: 'courier',
      title: w('快递的责任', 'The courier is liable'),
      why: w(
        '外包装破损、缓冲够、当天提出：是运输途中坏的。',
        'Torn outside, well padded, told at once: it broke on the way.',
      ),
      next: w(
        '先给买家处理，再向快递索赔；让快递书面确认并截图。',
        'Settle with the buyer, then claim; have the courier confirm in writing.',
      ),
      proofs: ['outer-packing', 'fault-photo', 'liable-confirmation'],
      script: 'M21',
      rows: ['R88', 'R160'],
    },
    {
      id: 'courierLate',
      liability: 'shared',
      title: w('多半是运输，索赔可能不成', 'Probably transport, the claim may fail'),
      why: w('过了 24 小时，快递常以超时拒赔。', 'After 24 hours couriers often refuse to pay.'),
      next: w(
        '照样报快递；赔不到时店铺分担一部分，用优惠券安抚。',
        'Report it anyway; if it fails share the loss, with a coupon.',
      ),
      proofs: ['outer-packing', 'fault-photo'],
      script: 'M22',
      rows: ['R160', 'R161'],
    },
    {
      id: 'shop',
      liability: 'shop',
      title: w('店铺的责任', 'The shop is liable'),
      why: w('包装或做工的问题，来回运费店铺承担。', 'Packing or making: both freights are the shop’s.'),
      next: w(
        '真诚道歉；小瑕疵送 5–10 元券，影响使用的换、修、退。',
        'Apologise; a small flaw: a 5–10 yuan coupon; else exchange, repair or refund.',
      ),
      proofs: ['fault-photo'],
      script: 'M20',
      rows: ['R3', 'R156', 'R157', 'R158'],
    },
    {
      id: 'supplier',
      liability: 'supplier',
      title: w('厂商的责任', 'The maker is liable'),
      why: w(
        '厂商发的货，做工和包装由厂商负责；对买家仍由店铺先处理。',
        'The maker sent it and answers for it; towards the buyer the shop settles first.',
      ),
      next: w(
        '先要带 LOGO 的图，再问厂商，截图回复后才补发、赔偿。',
        'Photo with the logo, then the maker’s reply as a screenshot, only then reship or pay.',
      ),
      proofs: ['logo-photo', 'supplier-reply'],
      script: 'M27',
      rows: ['R76', 'R81', 'R88'],
    },
    {
      id: 'misuse',
      liability: 'buyer',
      title: w('使用不当，买家承担', 'Misuse, the buyer bears it'),
      why: w(
        '不是商品问题；先体谅，再说能修的办法。',
        'Not a fault of the goods; sympathise first, then offer repair.',
      ),
      next: w(
        '报维修费和来回运费，买家同意再寄回。',
        'Quote repair and both freights; sent back once agreed.',
      ),
      proofs: ['fault-photo'],
      script: 'M23',
      rows: ['R162'],
    },
  ],
};

/** Shortage: split parcels first, then the list, then the scale (R32, R33). */
const shortage: DecisionTree = {
  id: 'shortage',
  title: w('少件是谁的责任', 'Who is liable for the missing part?'),
  for: ['shortage', 'wrongShipment', 'reship'],
  rows: ['R32', 'R33'],
  start: 'split',
  nodes: [
    {
      id: 'split',
      ask: w('这一单分几个包裹发的？都到了吗', 'Sent in several parcels? Are all there?'),
      known: [
        { if: { answer: 'split', in: ['yes'] }, option: 'waiting' },
        { if: { answer: 'split', in: ['no'] }, option: 'all' },
      ],
      options: [
        { id: 'waiting', title: w('分单，还有没到的', 'Several, one is still coming'), to: 'splitParcel' },
        { id: 'all', title: w('都到了，或只有一个', 'All there, or only one?'), to: 'list' },
      ],
    },
    {
      id: 'list',
      ask: w('发货清单和订单上有这一件吗', 'Is the part on the packing list and the order?'),
      options: [
        { id: 'yes', title: w('有', 'Yes'), to: 'packing' },
        { id: 'no', title: w('没有，订单本来就没这件', 'No, it was never ordered'), to: 'notOrdered' },
      ],
    },
    {
      id: 'packing',
      ask: w('包装完好吗', 'Was the packaging intact?'),
      known: [
        { if: { answer: 'packing', in: ['broken'] }, option: 'broken' },
        { if: { answer: 'packing', in: ['intact'] }, option: 'intact' },
      ],
      options: [
        { id: 'broken', title: w('有破损、被拆过', 'Broken or opened'), to: 'courier' },
        { id: 'intact', title: w('完好', 'Intact'), to: 'weight' },
      ],
    },
    {
      id: 'weight',
      ask: w('全部上秤，重量对得上吗', 'All on the scale: does the weight match?'),
      known: [
        { if: { answer: 'weight', in: ['short'] }, option: 'short' },
        { if: { answer: 'weight', in: ['full'] }, option: 'full' },
      ],
      options: [
        { id: 'short', title: w('轻了一件的重量', 'Lighter by the part'), to: 'who' },
        { id: 'full', title: w('和发出时一样', 'As it was sent'), to: 'nothingMissing' },
        { id: 'notYet', title: w('还没称', 'Not weighed yet'), to: 'weigh' },
      ],
    },
    {
      id: 'who',
      ask: w('这一单谁打的包', 'Who packed this order?'),
      options: [
        { id: 'shop', title: w('我们自己', 'We did'), to: 'shop' },
        { id: 'supplier', title: w('厂商代发', 'The maker did'), to: 'supplier' },
      ],
    },
  ],
  verdicts: [
    {
      id: 'splitParcel',
      liability: null,
      title: w('没有少，等另一个包裹', 'Nothing missing, wait for the other parcel'),
      why: w('分单发货，另一件还在路上。', 'Sent in several parcels; one is still on its way.'),
      next: w('把另一个单号发给买家，到货再确认。', 'Send the other waybill; confirm when it arrives.'),
      proofs: ['packing-list'],
      rows: ['R32'],
    },
    {
      id: 'notOrdered',
      liability: 'buyer',
      title: w('订单里没有这一件', 'It was never part of the order'),
      why: w('清单与订单一致，不是漏发。', 'List and order agree; nothing was left out.'),
      next: w('把订单和清单发给买家看，耐心说明。', 'Show order and list, explain patiently.'),
      proofs: ['packing-list'],
      rows: ['R32'],
    },
    {
      id: 'courier',
      liability: 'courier',
      title: w('快递的责任', 'The courier is liable'),
      why: w('包装破损或被拆过，途中丢了件。', 'Broken or opened: it was lost on the way.'),
      next: w('先补发，再向快递索赔，截图确认。', 'Reship first, then claim, with a confirmation.'),
      proofs: ['outer-packing', 'liable-confirmation'],
      script: 'M21',
      rows: ['R33', 'R95'],
    },
    {
      id: 'weigh',
      liability: null,
      title: w('先称重再定', 'Weigh first'),
      why: w('包装完好，只有重量说得清少没少。', 'With intact packaging only the weight can tell.'),
      next: w(
        '请买家把商品、纸箱、配件、包裹袋全部上秤拍照。',
        'Ask to put goods, box, parts and bag on a scale and photograph it.',
      ),
      proofs: ['weighing'],
      script: 'M4',
      rows: ['R33'],
    },
    {
      id: 'nothingMissing',
      liability: 'buyer',
      title: w('重量一致，没有少', 'Same weight, nothing missing'),
      why: w('收到的和发出的一样重，没有漏件。', 'It weighs what was sent; nothing is missing.'),
      next: w(
        '把发货重量和读数给买家看，请再找找包装里面。',
        'Show both weights and ask to look through the packaging again.',
      ),
      proofs: ['weighing'],
      rows: ['R33'],
    },
    {
      id: 'shop',
      liability: 'shop',
      title: w('我们漏装了', 'We left it out'),
      why: w('轻了一件的重量，是打包时漏的。', 'Lighter by the part: left out when packing.'),
      next: w(
        '道歉、补发，运费我们出；登记发错货。',
        'Apologise, reship at our cost, log the wrong shipment.',
      ),
      proofs: ['weighing'],
      rows: ['R3', 'R30'],
    },
    {
      id: 'supplier',
      liability: 'supplier',
      title: w('厂商漏装了', 'The maker left it out'),
      why: w('厂商打的包，轻了一件的重量。', 'Packed by the maker, lighter by the part.'),
      next: w(
        '带 LOGO 的图和厂商回复截图齐了再补发。',
        'Reship once logo photo and the maker’s reply are there.',
      ),
      proofs: ['logo-photo', 'supplier-reply'],
      rows: ['R30', 'R81'],
    },
  ],
};

export const decisionTrees: readonly DecisionTree[] = [damage, shortage];
