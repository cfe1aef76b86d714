/** Words that ask the buyer to weigh everything and photograph the scale (R33, M4). `{parts}` is filled in. */
export const weighingScript = {
  zh:
    '亲，给您添麻烦了。为了尽快查清是哪个环节少了东西，麻烦您把收到的全部物品（{parts}）连同纸箱、包裹袋一起放到电子秤上称一下，' +
    '拍一张能看清读数的照片；再把每样东西单独称一次，各拍一张。快递面单也请拍清楚。收到照片我们马上核对，一定给您一个交代。',
  en:
    'Sorry for the trouble. So that we can find out quickly what went missing, please put everything you received ({parts}) together with the box and the bag ' +
    'on a kitchen scale and take a photo with the reading visible; then weigh each item once by itself, one photo each. Please photograph the waybill label too. We check it as soon as the photos are here.',
  partsWhenUnknown: { zh: '商品、配件', en: 'goods and accessories' },
} as const;

/** The script for one order, with the parts it should hold. */
export function askToWeigh(language: 'zh' | 'en', parts: readonly string[]): string {
  const named = parts.map((part) => part.trim()).filter((part) => part !== '');
  const list =
    named.length === 0
      ? weighingScript.partsWhenUnknown[language]
      : named.join(language === 'zh' ? '、' : ', ');
  // A function: a part's name may hold signs that mean something in a replacement.
  return weighingScript[language].replace('{parts}', () => list);
}
