import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BrowserDriver } from './browser-driver';
import { findHeadlessBrowser } from './find-browser';
import { fixtureMain } from './fixture-host';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type FixtureWorld = {
  readonly fixture: { readonly invoke: (channel: string, ...args: readonly unknown[]) => Promise<unknown> };
};

describe('npm start without a display: an address in the terminal, opened in any browser', () => {
  let folder: string;
  let start: ChildProcess;
  let driver: BrowserDriver | undefined;
  let output = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stand-in-start-'));
    const options = { main: fixtureMain, userData: join(folder, 'data'), browser: null };
    const module = new URL('start-stand-in.ts', import.meta.url).href;
    const code = `const { startStandIn } = await import(${JSON.stringify(module)});
      process.exit(await startStandIn({ ...${JSON.stringify(options)}, print: (line) => console.log(line) }));`;
    start = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LIUDI_DOWNLOADS: folder, LIUDI_DOCUMENTS: folder },
    });
    start.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    await vi.waitFor(() => expect(output).toContain('Open http://127.0.0.1:'), { timeout: 30_000 });
    const browser = await findHeadlessBrowser();
    if (browser === null) throw new Error('no browser');
    const profile = join(folder, 'profile');
    const started = await BrowserDriver.start({ browser, profile, locale: 'en', onPageGone: () => {} });
    driver = started;
    const url = /Open (\S+)/.exec(output)?.[1] ?? '';
    await started.open({ windowId: 1, url, show: true, width: 800, height: 600 });
    await started.whenShown(1);
  });
  afterAll(async () => {
    await driver?.stop();
    start.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const invoke = async (channel: string, ...args: readonly unknown[]): Promise<unknown> =>
    await driver
      ?.page(1)
      ?.evaluate(
        async ([name, list]) => await (globalThis as unknown as FixtureWorld).fixture.invoke(name, ...list),
        [channel, args] as const,
      );

  test('hidden windows print in a headless browser', async () => {
    expect(await invoke('pdf')).toBeGreaterThan(1000);
  });

  test('notifications are said in the terminal', async () => {
    await invoke('notify', '到期');
    await expect.poll(() => output).toContain('Notification: 到期 — body of 到期');
  });

  test('dialogs become the browser’s own boxes', async () => {
    const answers: (string | null)[] = [null, 'mine.pdf', null];
    const asked: string[] = [];
    driver?.page(1)?.on('dialog', (box) => {
      asked.push(`${box.type()}: ${box.defaultValue() || box.message()}`);
      const answer = answers.shift() ?? null;
      void (answer === null ? box.dismiss() : box.accept(answer));
    });
    const save = { defaultPath: 'slip.pdf' };
    expect(await invoke('dialog', 'showSaveDialog', save)).toEqual({ canceled: true, filePath: '' });
    expect(await invoke('dialog', 'showSaveDialog', save)).toEqual({
      canceled: false,
      filePath: join(folder, 'mine.pdf'),
    });
    const question = { message: 'Print anyway?', buttons: ['Print', 'Cancel'], cancelId: 1 };
    expect(await invoke('dialog', 'showMessageBox', question)).toMatchObject({ response: 1 });
    expect(asked[0]).toBe(`prompt: ${join(folder, 'slip.pdf')}`);
    expect(asked[2]).toContain('Print anyway?');
  });

  test('a printed sheet is kept as a file, and said', async () => {
    await driver?.page(1)?.evaluate(async () => {
      await (globalThis as unknown as FixtureWorld).fixture.invoke('print-hidden');
    });
    const file = /Printed to (\S+)/.exec(output)?.[1] ?? '';
    expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('Ctrl+C ends everything, with exit code 0', async () => {
    const exited = once(start, 'exit');
    start.kill('SIGINT');
    expect(await exited).toEqual([0, null]);
  });
});
