import { describe, expect, test } from 'vitest';
import { badgeLabel, badgePicture } from '../../../electron/main/badge-picture';
import { traysAreShown } from '../../../electron/main/tray-support';
import { nextWords, trayTemplate, trayToolTip, type TrayView } from '../../../electron/main/tray-template';

const view: TrayView = { language: 'zh-CN', waiting: 0, next: '', pausedUntil: '' };
const noActions = {
  open: () => undefined,
  newCase: () => undefined,
  pause: () => undefined,
  quit: () => undefined,
};

/** 10:00 in Shanghai. */
const now = Date.UTC(2026, 10, 21, 2, 0);
const hour = 3_600_000;

describe('the tray menu', () => {
  test('names what is next, how many wait, and offers pause, new case, open and quit', () => {
    const busy = { ...view, waiting: 3, next: '今天 15:00 催买家寄回' };
    const labels = trayTemplate(busy, noActions).map(({ label, enabled }) => [label, enabled]);
    expect(labels).toEqual([
      ['下一个：今天 15:00 催买家寄回', false],
      ['3 件响过，等你处理', undefined],
      [undefined, undefined],
      ['打开留底', undefined],
      ['新建售后单', undefined],
      ['暂停提醒 1 小时', undefined],
      [undefined, undefined],
      ['退出留底', undefined],
    ]);
    expect(trayToolTip(busy)).toBe('留底\n3 件响过，等你处理\n下一个：今天 15:00 催买家寄回');
  });

  test('pauses when alarms ring and ends the pause when they do not', () => {
    const pauses: boolean[] = [];
    const actions = { ...noActions, pause: (pause: boolean) => pauses.push(pause) };
    for (const pausedUntil of ['', '今天 15:30']) {
      const item = trayTemplate({ ...view, pausedUntil }, actions).find(({ id }) => id === 'pause');
      item?.click?.(undefined as never, undefined, undefined as never);
    }
    expect(pauses).toEqual([true, false]);
    const paused = trayTemplate({ ...view, language: 'en', pausedUntil: 'today 15:30' }, actions);
    expect(paused.map(({ label }) => label)).toContain('Ring again (paused until today 15:30)');
  });

  test.each([
    [5 * hour, '今天 15:00 催'],
    [24 * hour, '明天 10:00 催'],
    [31 * 24 * hour, '2026-12-22 10:00 催'],
  ])('says when in Shanghai time', (ahead, words) => {
    expect(nextWords('催', now + ahead, now, 'zh-CN')).toBe(words);
  });

  test('cuts a long text and takes & as a letter', () => {
    expect(nextWords('催'.repeat(100), now, now, 'zh-CN')).toBe(`今天 10:00 ${'催'.repeat(30)}…`);
    expect(trayTemplate({ ...view, next: 'A&B' }, noActions)[0]?.label).toBe('下一个：A&&B');
  });
});

describe('whether an icon would be seen', () => {
  const asked: string[] = [];
  const answers = (byProgram: Readonly<Record<string, string>>) => (program: string) => {
    asked.push(program);
    const answer = byProgram[program];
    return answer === undefined ? Promise.reject(new Error('missing')) : Promise.resolve(answer);
  };
  test.each([
    ['win32', {}, true],
    ['darwin', {}, true],
    ['linux', { gdbus: '(true,)\n' }, true],
    ['linux', { gdbus: '(false,)\n' }, false],
    ['linux', { busctl: 'b true\n' }, true],
    ['linux', { busctl: 'b false\n' }, false],
    ['linux', {}, false],
  ])('on %s, the desktop answering %o: %s', async (platform, byProgram, expected) => {
    expect(await traysAreShown(platform, answers(byProgram))).toBe(expected);
  });
});

describe('the number on the Windows taskbar', () => {
  test('is one digit, then 9+', () => {
    expect([1, 9, 10, 500].map(badgeLabel)).toEqual(['1', '9', '9+', '9+']);
  });

  test('is white on a red disc with clear corners, and differs for each number', () => {
    const pictures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => Buffer.from(badgePicture(count)));
    for (const picture of pictures) {
      expect(picture).toHaveLength(16 * 16 * 4);
      expect([...picture.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
      const letters = picture.toString('hex').match(/.{8}/g) ?? [];
      expect(new Set(letters)).toEqual(new Set(['00000000', '2a35b5ff', 'ffffffff']));
    }
    expect(new Set(pictures.map((picture) => picture.toString('hex'))).size).toBe(10);
  });
});
