/** Why a wording is marked. Marks warn and never forbid: the seller decides. */
export const wordingKinds = ['payForReview', 'threat', 'offPlatform'] as const;
export type WordingKind = (typeof wordingKinds)[number];

/**
 * One wording that today's platform rules or the law mark (R55, R168). `pattern` is searched in the text without spaces
 * and punctuation, in lower case.
 */
export type WordingRule = {
  readonly id: string;
  readonly kind: WordingKind;
  readonly pattern: RegExp;
  readonly source: string;
};

const gift =
  '(?:返现|红包|优惠[券卷]|好评[返送]|礼品|赠品|小礼物|现金|补偿|退[您你]?\\d+元|送[您你]?\\d+元|包邮|包快递)';
const review = '(?:好评|五星|5星|满分|全5分|五分|5分|晒图|追评|评价截图|截图给)';
const change = '(?:改评|改好评|改为好评|修改评价|删除?评价|删评|删掉评价|撤销评价|改成好评|去掉差评|删差评)';

export const wordingRules: readonly WordingRule[] = [
  {
    id: 'giftForStars',
    kind: 'payForReview',
    pattern: new RegExp(`${review}.{0,14}${gift}`, 'g'),
    source: 'R55',
  },
  {
    id: 'starsForGift',
    kind: 'payForReview',
    pattern: new RegExp(`${gift}.{0,14}${review}`, 'g'),
    source: 'R55',
  },
  {
    id: 'giftForChange',
    kind: 'payForReview',
    pattern: new RegExp(`${change}.{0,14}${gift}|${gift}.{0,14}${change}`, 'g'),
    source: 'R168',
  },
  { id: 'askForChange', kind: 'payForReview', pattern: new RegExp(change, 'g'), source: 'R168' },
  {
    id: 'refundAfterChange',
    kind: 'payForReview',
    pattern: /(?:改|删)(?:了|掉|完)?(?:评价|差评|中评)?.{0,6}(?:再|就|才)(?:给[您你])?(?:退|赔|补)/g,
    source: 'R168',
  },
  {
    id: 'englishPay',
    kind: 'payForReview',
    pattern:
      /(?:5|five)stars?.{0,30}(?:coupon|gift|cash|refund)|(?:coupon|gift|cash|refund).{0,30}(?:5|five)star/g,
    source: 'R55',
  },
  {
    id: 'englishChange',
    kind: 'payForReview',
    pattern: /(?:change|remove|delete)(?:your|the)?review/g,
    source: 'R168',
  },
  {
    id: 'expose',
    kind: 'threat',
    pattern: /(?:曝光|人肉|公布)(?:你|您|他|她|地址|电话|隐私|信息)/g,
    source: 'R163',
  },
  {
    id: 'consequence',
    kind: 'threat',
    pattern: /(?:后果自负|走着瞧|你等着|找上门|上门找你|别怪我|不客气了|给你好看|让你好看|弄死|打你)/g,
    source: 'R163',
  },
  {
    id: 'blacklist',
    kind: 'threat',
    pattern: /(?:拉黑|举报你|起诉你|报警抓你|让你封号|恶意买家|职业差评)/g,
    source: 'R163',
  },
  {
    id: 'englishThreat',
    kind: 'threat',
    pattern: /(?:oryouwillregret|wewillsueyou|weknowwhereyoulive|facetheconsequences)/g,
    source: 'R163',
  },
  {
    id: 'otherChat',
    kind: 'offPlatform',
    pattern: /(?:加|添加|联系)(?:我|一下|下)?(?:的)?(?:微信|vx|v信|威信|薇信|qq|扣扣|企鹅)/g,
    source: 'R55',
  },
  {
    id: 'otherPay',
    kind: 'offPlatform',
    pattern: /(?:微信|支付宝|银行卡|私下|线下)(?:直接)?(?:转账|付款|转给|打款|交易)/g,
    source: 'R55',
  },
  {
    id: 'otherShop',
    kind: 'offPlatform',
    pattern: /(?:去|到|来)(?:淘宝|天猫|京东|拼多多|抖音|快手|小红书|微店|闲鱼)(?:拍|买|下单|搜)/g,
    source: 'R55',
  },
  {
    id: 'englishOff',
    kind: 'offPlatform',
    pattern: /(?:addme|contactme)(?:on|via)(?:wechat|whatsapp|qq|telegram)/g,
    source: 'R55',
  },
];
