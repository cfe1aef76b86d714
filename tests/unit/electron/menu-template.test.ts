import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/main/menu-template';

function allItems(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

function open(language: 'zh-CN' | 'en', mac = false) {
  const sent: unknown[] = [];
  const template = menuTemplate(language, mac, (name, payload) => sent.push([name, payload]));
  return { sent, items: allItems(template) };
}

describe('the menu', () => {
  test('sends the app’s commands, and leaves the key of search to the page', () => {
    const { items, sent } = open('zh-CN');
    for (const label of ['新建售后单', '搜索', '今日']) {
      const item = items.find((one) => one.label === label);
      (item?.click as (() => void) | undefined)?.();
    }
    const withKeys = items.filter(({ accelerator }) => accelerator !== undefined);
    expect(withKeys.map(({ label, registerAccelerator }) => [label, registerAccelerator])).toEqual([
      ['新建售后单', undefined],
      ['搜索', false],
    ]);
    expect(sent).toEqual([
      ['command', { name: 'newCase' }],
      ['command', { name: 'search' }],
      ['command', { name: 'today' }],
    ]);
  });

  test('zooms and edits through the system’s own roles', () => {
    const roles = open('en').items.map(({ role }) => role);
    for (const role of [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
    ]) {
      expect(roles).toContain(role);
    }
  });

  test.each([true, false])('offers no way to reload or inspect (macOS: %s)', (mac) => {
    const roles = open('en', mac).items.map(({ role }) => role);
    for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu'])
      expect(roles).not.toContain(role);
  });

  test('speaks both languages', () => {
    const labels = (language: 'zh-CN' | 'en') => open(language).items.map(({ label }) => label ?? '');
    expect(labels('zh-CN').filter((label) => /[a-z]/i.test(label))).toEqual([]);
    expect(labels('en').filter((label) => /\p{Script=Han}/u.test(label))).toEqual([]);
  });
});
