import { describe, expect, test } from 'vitest';
import { chooseLanguage, nativeText } from '../../../electron/main/native-text';
import { noAlarms, replaceSchedule, ringDue } from '../../../electron/main/reminders/alarm-core';
import { escapeMarkup, noticesFor } from '../../../electron/main/reminders/notices';
import { scheduleEntry } from './schedule-entry';

const start = Date.UTC(2026, 10, 21, 2, 0);

/** `due` reminders that ring now and `missed` that were slept through. */
function ringing(due: number, missed = 0) {
  const entries = [
    ...Array.from({ length: missed }, (_unused, index) => scheduleEntry(100 + index, start - 1000 + index)),
    ...Array.from({ length: due }, (_unused, index) => scheduleEntry(index, start + index)),
  ];
  return ringDue(replaceSchedule(noAlarms, entries, start), start + 500, start).ringing;
}

describe('native notifications', () => {
  test('up to three reminders at once ring each on its own and open their case', () => {
    const notices = noticesFor(ringing(3), 'zh-CN');
    expect(notices.map(({ title }) => title)).toEqual(['事 0', '事 1', '事 2']);
    expect(notices[1]).toEqual({
      title: '事 1',
      body: '买家 1',
      opens: { caseId: scheduleEntry(1, 0).caseId, reminderId: scheduleEntry(1, 0).reminderId },
    });
  });

  test('more than three at once are one notification with the first titles', () => {
    expect(noticesFor(ringing(5), 'zh-CN')).toEqual([
      { title: '5 件事到时间了', body: '事 0\n事 1\n事 2\n还有 2 件', opens: null },
    ]);
    expect(noticesFor(ringing(4), 'en')[0]).toEqual({
      title: '4 things are due',
      body: '事 0\n事 1\n事 2\nand 1 more',
      opens: null,
    });
  });

  test('missed ones are one notification of their own, also a single one', () => {
    expect(noticesFor(ringing(0, 1), 'zh-CN')).toEqual([
      {
        title: '关机期间错过了 1 个提醒',
        body: '事 100',
        opens: { caseId: scheduleEntry(100, 0).caseId, reminderId: scheduleEntry(100, 0).reminderId },
      },
    ]);
    expect(noticesFor(ringing(2, 7), 'zh-CN').map(({ title }) => title)).toEqual([
      '关机期间错过了 7 个提醒',
      '事 0',
      '事 1',
    ]);
  });

  test('nothing rings for nothing', () => {
    expect(noticesFor([], 'en')).toEqual([]);
  });

  test('markup in a body is shown as typed where the system would read it', () => {
    expect(escapeMarkup('<img onerror> & <b>')).toBe('&lt;img onerror&gt; &amp; &lt;b&gt;');
  });
});

describe('language of main', () => {
  test.each([
    [null, 'zh-CN', 'zh-CN'],
    [null, 'de', 'zh-CN'],
    [null, 'en-US', 'en'],
    ['en', 'zh-CN', 'en'],
    ['zh-CN', 'en-US', 'zh-CN'],
  ] as const)('chosen %s on a %s system is %s', (preferred, system, expected) => {
    expect(chooseLanguage(preferred, system)).toBe(expected);
  });

  test('every text exists in both languages', () => {
    expect(Object.keys(nativeText('en')).toSorted()).toEqual(Object.keys(nativeText('zh-CN')).toSorted());
    expect(Object.keys(nativeText('en').menu)).toEqual(Object.keys(nativeText('zh-CN').menu));
  });
});
