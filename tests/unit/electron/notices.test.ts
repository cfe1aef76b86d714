import { describe, expect, test } from 'vitest';
import { chooseLanguage, nativeText } from '../../../electron/main/native-text';
import {
  nextAlarm,
  noAlarms,
  replaceSchedule,
  ringDue,
  unseen,
} from '../../../electron/main/reminders/alarm-core';
import {
  escapeMarkup,
  noticesFor as noticesOf,
  noticeText,
  type NoticeFacts,
} from '../../../electron/main/reminders/notices';
import { noHush } from '../../../shared/domain/quiet-hours';
import type { Ringing } from '../../../electron/main/reminders/alarm-core';
import type { ScheduleEntry } from '../../../shared/ipc/contract';
import { scheduleEntry } from './schedule-entry';

const start = Date.UTC(2026, 10, 21, 2, 0);

/** `due` reminders that ring now and `missed` that were slept through. */
function ringing(due: number, missed = 0) {
  const entries = [
    ...Array.from({ length: missed }, (_unused, index) => scheduleEntry(100 + index, start - 1000 + index)),
    ...Array.from({ length: due }, (_unused, index) => scheduleEntry(index, start + index)),
  ];
  return ringDue(replaceSchedule(noAlarms, entries, start), start + 500, start, noHush).ringing;
}

const facts: NoticeFacts = {
  now: start + 500,
  language: 'zh-CN',
  locked: false,
  sounds: { followUp: true, deadline: true, commitment: true, patrol: true },
};

function noticesFor(
  rung: readonly Ringing[],
  language: NoticeFacts['language'],
  more: Partial<NoticeFacts> = {},
) {
  return noticesOf(rung, { ...facts, language, ...more });
}

describe('native notifications', () => {
  test('up to three reminders at once ring each on its own and open their case', () => {
    const notices = noticesFor(ringing(3), 'zh-CN');
    expect(notices.map(({ title }) => title)).toEqual(['事 0', '事 1', '事 2']);
    expect(notices[1]).toEqual({
      title: '事 1',
      body: '到时间了 · 买家 1',
      sound: 'followUp',
      opens: { caseId: scheduleEntry(1, 0).caseId, reminderId: scheduleEntry(1, 0).reminderId },
    });
  });

  test('more than three at once are one notification with the first titles', () => {
    expect(noticesFor(ringing(5), 'zh-CN')).toEqual([
      { title: '5 件事到时间了', body: '事 0\n事 1\n事 2\n还有 2 件', sound: 'followUp', opens: null },
    ]);
    expect(noticesFor(ringing(4), 'en')[0]).toEqual({
      title: '4 things are due',
      body: '事 0\n事 1\n事 2\nand 1 more',
      sound: 'followUp',
      opens: null,
    });
  });

  test('missed ones are one notification of their own, also a single one', () => {
    expect(noticesFor(ringing(0, 1), 'zh-CN')).toEqual([
      {
        title: '关机期间错过了 1 个提醒',
        body: '事 100',
        sound: 'followUp',
        opens: { caseId: scheduleEntry(100, 0).caseId, reminderId: scheduleEntry(100, 0).reminderId },
      },
    ]);
    expect(noticesFor(ringing(2, 7), 'zh-CN').map(({ title }) => title)).toEqual([
      '关机期间错过了 7 个提醒',
      '事 0',
      '事 1',
    ]);
  });

  test.each([
    [3_600_000 + 500, '剩 1 小时 0 分', '1 h 0 min left'],
    [50 * 3_600_000 + 500, '剩 2 天 2 小时', '2 days 2 h left'],
    [500 - 5 * 60_000, '已逾期 5 分', 'overdue by 5 min'],
  ])('a deadline tells what is left at the moment it is shown (%s)', (ahead, zh, en) => {
    const entry = scheduleEntry(1, start, '处理退款申请', start + ahead);
    expect(noticeText(entry, facts)).toEqual({ title: '处理退款申请', body: `${zh} · 买家 1` });
    expect(noticeText(entry, { ...facts, language: 'en' }).body).toBe(`${en} · 买家 1`);
  });

  test('a follow-up that rings late tells how late', () => {
    const entry = scheduleEntry(1, start - 2 * 3_600_000);
    expect(noticeText(entry, facts).body).toBe('晚了 2 小时 0 分 · 买家 1');
  });

  test('with the app locked no name and no typed word leaves it, in single ones and in groups', () => {
    const secret = (index: number, endsAt: number | null) =>
      scheduleEntry(index, start, endsAt === null ? '给张三打电话' : '处理退款申请', endsAt);
    const ring = (...entries: readonly ReturnType<typeof scheduleEntry>[]) =>
      noticesFor(ringDue(replaceSchedule(noAlarms, entries, start), start, 0, noHush).ringing, 'zh-CN', {
        locked: true,
      });
    const single = ring(secret(1, null), secret(2, start + 3_600_500));
    expect(single.map(({ title, body }) => `${title}/${body}`)).toEqual([
      '有一件售后要跟进/到时间了',
      '处理退款申请/剩 1 小时 0 分',
    ]);
    const group = ring(...[1, 2, 3, 4].map((index) => secret(index, null)));
    expect(JSON.stringify([...single, ...group])).not.toMatch(/张三|买家/);
  });

  test('rings with the sound of its kind, or without where that is off; a deadline drowns a follow-up', () => {
    const mixed = ringDue(
      replaceSchedule(
        noAlarms,
        [1, 2, 3, 4].map((index) => scheduleEntry(index, start, 'x', index === 4 ? start + 9000 : null)),
        start,
      ),
      start,
      0,
      noHush,
    ).ringing;
    const sound = (followUp: boolean, deadline: boolean) =>
      noticesFor(mixed, 'zh-CN', { sounds: { ...facts.sounds, followUp, deadline } }).map((one) => one.sound);
    expect(sound(true, true)).toEqual(['deadline']);
    expect(sound(true, false)).toEqual(['followUp']);
    expect(sound(false, false)).toEqual([null]);
    expect(
      noticesFor(ringing(1), 'zh-CN', { sounds: { ...facts.sounds, followUp: false } })[0]?.sound,
    ).toBeNull();
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

describe('patrol rounds', () => {
  const step = 3_600_000;
  const round = (at: number, kind = 'pending'): ScheduleEntry => ({
    ...scheduleEntry(1, at, '巡查待处理的售后'),
    occurrence: `patrol:${kind}@${at}`,
    reminderId: `patrol:${kind}` as ScheduleEntry['reminderId'],
    caseId: null,
    kind: 'patrol',
    endsAt: at + step,
    body: '拼多多',
  });
  const ring = (entries: readonly ScheduleEntry[], now: number, missedBefore = 0) => {
    const state = replaceSchedule(noAlarms, entries, now);
    return ringDue(state, now, missedBefore, noHush);
  };

  test('R60 a round is never due, late or missed: it is not done yet, and its click leads to no case', () => {
    const rung = ring([round(start)], start + 500, start + 400).ringing;
    expect(noticesFor(rung, 'zh-CN')).toEqual([
      {
        title: '巡查待处理的售后',
        body: '还没做 · 拼多多',
        sound: 'patrol',
        opens: { caseId: null, reminderId: 'patrol:pending' },
      },
    ]);
    expect(noticesFor(rung, 'en')[0]?.body).toBe('not done yet · 拼多多');
  });

  test('R60 R70 of rounds slept through only the newest of each kind rings and is listed', () => {
    const slept = [0, 1, 2, 3].map((hours) => round(start + hours * step));
    const { state, ringing: rung } = ring(
      [...slept, round(start, 'reviews')],
      start + 3.5 * step,
      start + 3 * step,
    );
    expect(rung.map(({ entry }) => entry.occurrence)).toEqual([
      `patrol:reviews@${start}`,
      `patrol:pending@${start + 3 * step}`,
    ]);
    expect(unseen(state)).toHaveLength(2);
    expect(ringDue(state, start + 3.6 * step, 0, noHush).ringing).toEqual([]);
  });

  test('R60 a round that is over is not announced any more, and hides no reminder that is due', () => {
    const rung = ring([round(start - 2 * step), scheduleEntry(1, start)], start + 500).ringing;
    expect(noticesFor(rung, 'zh-CN').map(({ title }) => title)).toEqual(['事 1']);
    expect(rung).toHaveLength(2);
  });

  test('R60 locked, a round says what it always says, a promise nothing of what was typed', () => {
    const entry = { ...scheduleEntry(1, start, '退张三 12 元'), kind: 'commitment' as const };
    const locked = { language: 'zh-CN' as const, locked: true, now: start };
    expect(noticeText(entry, locked)).toEqual({ title: '有一件售后要跟进', body: '到时间了' });
    expect(noticeText(round(start), locked)).toEqual({ title: '巡查待处理的售后', body: '还没做' });
  });

  test('R60 a round waits for the end of quiet hours, and the next thing due is never a round', () => {
    const state = replaceSchedule(noAlarms, [round(start), scheduleEntry(2, start + 2 * step)], start);
    const quiet = { ...noHush, pause: { from: start, until: start + step } };
    expect(ringDue(state, start, 0, quiet).ringing).toEqual([]);
    expect(nextAlarm(state, start, noHush)?.entry.kind).toBe('patrol');
    expect(nextAlarm(state, start, noHush, ({ kind }) => kind !== 'patrol')?.entry.title).toBe('事 2');
  });
});
