import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { readHolidayNotice } from '#shared/deadlines/holiday-notice';

const NOTICE = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅 2025年11月4日`;

describe("the State Council's notice as it is published", () => {
  it('R43 gives the same days as the calendar that ships', () => {
    expect(readHolidayNotice(NOTICE, '2030')).toEqual({ year: '2026', days: shippedCalendar.years['2026'] });
  });

  it('takes the year of the form when the text names none, single days, and full-width digits', () => {
    const text = '元旦:１月１日(周五)放假1天，与周末连休。国庆节:9月30日至10月2日放假。';
    expect(readHolidayNotice(text, '2027')).toEqual({
      year: '2027',
      days: { off: ['2027-01-01', '2027-09-30', '2027-10-01', '2027-10-02'], work: [] },
    });
  });

  it('a New Year that begins in December keeps only the days of its own year', () => {
    const text = '关于2023年部分节假日安排的通知 元旦：2022年12月31日至2023年1月2日放假调休，共3天。';
    expect(readHolidayNotice(text, '2027')?.days.off).toEqual(['2023-01-01', '2023-01-02']);
  });

  it.each([
    ['no notice', '明天放假'],
    ['a day that does not exist', '2月30日放假'],
    ['a run that goes back', '5月5日至5月1日放假'],
    ['a day that is both', '5月1日至5日放假。5月5日上班'],
    ['nothing', ''],
  ])('%s is not taken for one', (_, text) => {
    expect(readHolidayNotice(text, '2027')).toBeNull();
  });
});
