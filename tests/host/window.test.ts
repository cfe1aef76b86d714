import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchApp, type LiudiApp } from '../helpers/launch-app';
import { fixtureMain } from './fixture-host';

/** What the fixture's preload puts on its page. */
type FixtureWorld = {
  readonly preloadWasFirst: boolean;
  readonly events: unknown[];
  readonly fixture: {
    readonly refused: string;
    readonly invoke: (channel: string, ...args: readonly unknown[]) => Promise<unknown>;
    readonly send: (channel: string, ...args: readonly unknown[]) => void;
    readonly missing: () => void;
  };
};

const YEAR_MS = 366 * 24 * 3600 * 1000;

// A busy machine starts processes slowly; the limits only catch what hangs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe('the window on a real browser', () => {
  let app: LiudiApp;

  beforeAll(async () => {
    app = await launchApp({
      main: fixtureMain,
      now: Date.UTC(2030, 0, 15),
      takenShortcuts: ['Ctrl+Alt+K'],
    });
  });
  afterAll(() => app.close());

  const invoke = (channel: string, ...args: readonly unknown[]): Promise<unknown> =>
    app.page.evaluate(
      async ([name, list]) =>
        await (globalThis as unknown as FixtureWorld).fixture
          .invoke(name, ...list)
          .catch((error: unknown) => String(error)),
      [channel, args] as const,
    );
  const events = (): Promise<readonly unknown[]> =>
    app.page.evaluate(() => (globalThis as unknown as FixtureWorld).events);

  test('the preload runs before the page’s own scripts, under the page’s policy', async () => {
    const facts = await app.page.evaluate(() => ({
      first: (globalThis as unknown as FixtureWorld).preloadWasFirst,
      isFrozen: Object.isFrozen((globalThis as unknown as FixtureWorld).fixture),
      globals: ['require', 'module', 'ipcRenderer', 'process'].filter((name) => name in globalThis),
      language: navigator.language,
    }));
    expect(facts).toEqual({ first: true, isFrozen: true, globals: [], language: 'zh-CN' });
    // The policy still forbids what it forbids: the stand-in did not loosen it.
    const outcome = await app.page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.text = 'globalThis.injected = true';
        document.head.append(script);
      } catch {
        return 'refused';
      }
      return 'injected' in globalThis ? 'ran' : 'did not run';
    });
    expect(outcome).not.toBe('ran');
  });

  test('the preload may require only electron, and only what is implemented of it', async () => {
    const refused = await app.page.evaluate(() => (globalThis as unknown as FixtureWorld).fixture.refused);
    expect(refused).toContain('node:fs');
    expect(refused).toContain("only 'electron'");
    const missing = await app.page.evaluate(() => {
      try {
        (globalThis as unknown as FixtureWorld).fixture.missing();
        return '';
      } catch (error) {
        return String(error);
      }
    });
    expect(missing).toContain('electron.ipcRenderer.sendSync is not implemented');
  });

  test('a handler knows its sender as Electron tells it', async () => {
    expect(await invoke('echo', 'x', { list: [1] })).toEqual({
      args: ['x', { list: [1] }],
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      isTop: true,
    });
  });

  test('errors reach the page in Electron’s words', async () => {
    expect(await invoke('fail')).toBe("Error: Error invoking remote method 'fail': TypeError: on purpose");
    expect(await invoke('nobody')).toBe(
      "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  test('messages keep their order both ways', async () => {
    await app.page.evaluate(async () => {
      const { fixture } = globalThis as unknown as FixtureWorld;
      for (let index = 0; index < 50; index += 1) fixture.send('said', `m${index}`);
      await fixture.invoke('echo', 'last');
    });
    const received = (await invoke('received')) as readonly string[];
    expect(received.slice(-51)).toEqual([
      ...Array.from({ length: 50 }, (_item, index) => `m${index}`),
      'last',
    ]);
    await invoke('events', 200);
    await expect.poll(async () => (await events()).length).toBe(200);
    expect(await events()).toEqual(Array.from({ length: 200 }, (_item, index) => index));
  });

  test('a reload keeps window, preload and messages', async () => {
    await app.page.reload();
    expect(await invoke('echo', 'after reload')).toMatchObject({ args: ['after reload'] });
    await invoke('events', 3);
    await expect.poll(events).toEqual([0, 1, 2]);
  });

  test('leaving the app and opening windows is asked of main first', async () => {
    const before = app.page.url();
    await app.page.click('#outside');
    await app.page.click('#new-window');
    const opened = await app.page.evaluate(() => window.open('https://example.invalid/popup'));
    expect(opened).toBeNull();
    expect(app.page.url()).toBe(before);
    expect(app.hostLog).toContain('will-navigate https://example.invalid/');
    expect(app.hostLog).toContain('open https://example.invalid/new');
    expect(app.hostLog).toContain('open https://example.invalid/popup');
    expect(app.page.context().pages()).toHaveLength(1);
  });

  test('dialogs take prepared answers, and fail when there is none', async () => {
    app.answerDialog({ kind: 'save', filePath: '/x/y.pdf' });
    expect(await invoke('dialog', 'showSaveDialog', { defaultPath: 'y.pdf' })).toEqual({
      canceled: false,
      filePath: '/x/y.pdf',
    });
    app.onDialog(({ kind }) => (kind === 'message' ? { response: 1 } : undefined));
    expect(await invoke('dialog', 'showMessageBox', { message: '?' })).toMatchObject({ response: 1 });
    expect(await invoke('dialog', 'showOpenDialog', {})).toContain('prepared no answer');
    app.onDialog(null);
    expect((await app.dialogs()).map((dialog) => dialog.kind)).toEqual(['save', 'message', 'open']);
  });

  test('notifications are kept with their time and can be clicked', async () => {
    await invoke('notify', '留底');
    const [shown] = await app.notifications();
    expect(shown).toMatchObject({ title: '留底', body: 'body of 留底' });
    expect(new Date(shown?.at ?? 0).getUTCFullYear()).toBe(2030);
    await app.clickNotification(0);
    await expect.poll(async () => (await events()).at(-1)).toBe('clicked 留底');
  });

  test('a hidden window prints to PDF in the size asked for', async () => {
    await invoke('pdf');
    const pdf = Buffer.from((await app.printedPdfs()).at(-1) ?? []).toString('latin1');
    const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf);
    // Chromium rounds up to whole points.
    expect(Math.abs(Number(box?.[1]) - (100 / 25.4) * 72)).toBeLessThan(1);
    expect(Math.abs(Number(box?.[2]) - (150 / 25.4) * 72)).toBeLessThan(1);
    expect(await app.windows()).toHaveLength(1);
  });

  test('print jobs are kept and can be refused', async () => {
    const options = { silent: true, pageSize: { width: 100_000, height: 150_000 } };
    expect(await invoke('print', options)).toEqual({ success: true, reason: '' });
    app.answerDialog({ kind: 'print', success: false });
    expect(await invoke('print', options)).toEqual({ success: false, reason: 'Print job canceled' });
    const [job] = await app.printJobs();
    expect(job?.options).toEqual(options);
    expect(job?.bytes.length).toBeGreaterThan(1000);
  });

  test('the clock moves in main and page, keeps running, and the app is woken', async () => {
    const pageYear = (): Promise<number> => app.page.evaluate(() => new Date().getUTCFullYear());
    expect(await pageYear()).toBe(2030);
    await app.moveClock({ by: YEAR_MS });
    expect(await pageYear()).toBe(2031);
    expect(app.hostLog).toContain('resume 2031');
    const [first] = (await invoke('now')) as readonly number[];
    await delay(30);
    const [second = 0] = (await invoke('now')) as readonly number[];
    expect(second - (first ?? 0)).toBeGreaterThanOrEqual(30);
    await app.page.reload();
    expect(await pageYear()).toBe(2031);
    await app.moveClock(Date.UTC(2029, 5, 1));
    expect(await pageYear()).toBe(2029);
  });

  test('hiding and showing reaches the page', async () => {
    const state = (): Promise<string> => app.page.evaluate(() => document.visibilityState);
    await app.hideWindow();
    await expect.poll(state).toBe('hidden');
    expect((await app.windows())[0]?.isVisible).toBe(false);
    await app.showWindow();
    await expect.poll(state).toBe('visible');
  });

  test('menu, tray, outside links, permissions and requests can be asked', async () => {
    await app.clickMenu('new');
    expect(app.hostLog).toContain('menu new');
    expect((await app.trays())[0]?.toolTip).toBe('Fixture tray');
    await invoke('outside', 'https://example.invalid/');
    expect(await app.openedOutside()).toEqual([{ verb: 'openExternal', target: 'https://example.invalid/' }]);
    expect(await app.permission('camera', 'app://fixture')).toEqual({ request: null, check: false });
    expect(await app.isRequestCancelled('https://example.invalid/')).toBe(true);
    expect(await app.isRequestCancelled('app://fixture/x')).toBe(false);
  });

  test('keys over all programs are pressed by the driver, and refused when another program has them', async () => {
    await expect(app.pressShortcut('Ctrl+Shift+J')).rejects.toThrow('does not have the keys');
    expect(await invoke('shortcut', 'register', 'Ctrl+Shift+J')).toEqual([true, true]);
    expect(await invoke('shortcut', 'register', 'Shift+Ctrl+J')).toEqual([false, true]);
    await app.pressShortcut('Ctrl+Shift+J');
    expect(app.hostLog).toContain('pressed Ctrl+Shift+J');
    expect(await invoke('shortcut', 'register', 'Ctrl+Alt+K')).toEqual([false, false]);
    expect(await invoke('shortcut', 'register', 'Ctrl+Shift')).toContain('conversion failure');
    expect(await invoke('shortcut', 'unregister', 'Ctrl+Shift+J')).toEqual([null, false]);
    await expect(app.pressShortcut('Ctrl+Shift+J')).rejects.toThrow('does not have the keys');
  });

  test('main’s clipboard keeps text as it was written', async () => {
    expect(await invoke('copy', '一\n$& {x} <b>')).toBe('一\n$& {x} <b>');
    expect(await app.clipboardText()).toBe('一\n$& {x} <b>');
  });

  test('a second window takes the focus and gives it back to nobody', async () => {
    await app.showWindow();
    expect(await invoke('small')).toEqual({
      before: [true, false, true],
      shown: [false, true],
      hidden: [false, false],
      seen: ['main blur', 'small focus', 'small blur', 'small hide'],
    });
  });

  test('an unknown member of a window throws by name in the app', async () => {
    expect(await invoke('use', 'contents.capturePage')).toContain('electron.WebContents.capturePage');
    expect(await invoke('use', 'window.setKiosk')).toContain('electron.BrowserWindow.setKiosk');
    expect(await invoke('use', 'window.show')).toBe('function');
  });

  test('a killed page process is told to the app, whose reload brings the page back', async () => {
    await app.kill('window');
    expect(app.hostLog).toContain('gone killed');
    expect(await invoke('echo', 'again')).toMatchObject({ args: ['again'] });
  });

  test('data survives restart and SIGKILL, and the page comes back', async () => {
    const write = (value: string): Promise<void> =>
      app.page.evaluate((text) => {
        localStorage.setItem('kept', text);
        return new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('fixture', 1);
          opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'));
          opening.addEventListener('error', () => reject(new Error('open failed')));
          opening.addEventListener('success', () => {
            const change = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
            change.objectStore('rows').put(text, 'kept');
            change.addEventListener('complete', () => resolve());
          });
        });
      }, value);
    const read = (): Promise<unknown> =>
      app.page.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open('fixture', 1);
            opening.addEventListener('error', () => reject(new Error('open failed')));
            opening.addEventListener('success', () => {
              const row = opening.result.transaction('rows').objectStore('rows').get('kept');
              row.addEventListener('success', () => resolve(row.result));
            });
          }),
      );
    await write('one');
    await app.restart();
    expect(await read()).toBe('one');
    await write('two');
    await app.kill();
    await app.start();
    expect(await read()).toBe('two');
  });
});
