import { describe, expect, it } from 'vitest';
import { findWording } from '#shared/domain/wording';

const kinds = (text: string) => findWording(text).map(({ kind }) => kind);

describe('risky wordings', () => {
  it.each([
    '五星好评返现5元',
    '五星晒图送优惠券哦',
    '给个五 星 好 评，送您小礼物',
    '5星截图给我，包邮',
    '红包给您，麻烦五星好评',
    '改好评就退您10元',
    '亲，麻烦删除评价，补偿您20元',
    '5-star review and I send a gift',
    'please change your review',
  ])('R55 R168 pay for a review: %s', (text) => {
    expect(kinds(text)).toContain('payForReview');
  });

  it.each(['你等着，后果自负', '再闹就曝光你的地址', '我们会起诉你', '恶意买家', 'or you will regret'])(
    'R163 threats: %s',
    (text) => {
      expect(kinds(text)).toContain('threat');
    },
  );

  it.each(['加我微信聊', '加 V X 说', '私下转账更快', '去拼多多拍更便宜', 'add me on WeChat'])(
    'R55 off the platform: %s',
    (text) => {
      expect(kinds(text)).toContain('offPlatform');
    },
  );

  it.each([
    '谢谢您的好评',
    '给您补一张 5 元的优惠券',
    '欢迎写下真实评价',
    '微信小店的订单',
    '我们承担运费，您先垫付',
    '退款会退到支付宝',
    'Thank you for your review',
  ])('plain talk is not marked: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('the mark stands where the words are, spaces and signs between them included', () => {
    const text = '亲😀，五 星·好评，返 现 5 元吧';
    const [mark] = findWording(text);
    expect(text.slice(mark?.start, mark?.end)).toBe('五 星·好评，返 现');
  });

  it('a long text is read quickly', () => {
    const started = performance.now();
    findWording('好评'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
