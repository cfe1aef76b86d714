/** The places a seller sells on. Names and marks on screen come from the text files and the tokens. */
export const platforms = [
  'taobao',
  'tmall',
  'jd',
  'pdd',
  'douyin',
  'kuaishou',
  'xhs',
  '1688',
  'wechat',
  'xianyu',
  'other',
] as const;

export type Platform = (typeof platforms)[number];
