import { describe, expect, test } from 'vitest';
import { answer } from '../../../electron/ipc/answer';
import type { Handlers } from '../../../electron/ipc/handlers';
import type { Sender } from '../../../electron/ipc/sender-check';
import { AppError } from '../../../shared/errors';
import type { RequestName } from '../../../shared/ipc/contract';
import { requestSchemas } from '../../../shared/ipc/schemas';
import { exportFile, goodArguments } from './good-arguments';

const names = Object.keys(requestSchemas) as RequestName[];
const printRequests: readonly RequestName[] = [
  'getPrintJob',
  'getPackSheet',
  'getPaperSheet',
  'printJobReady',
  'log',
];
const mainWindow: Sender = { windowId: 1, role: 'main', frame: { origin: 'app://liudi', isTop: true } };
const printWindow: Sender = { windowId: 2, role: 'print', frame: { origin: 'app://liudi', isTop: true } };

/** Handlers that note they were reached. */
function setup(behaviour: () => unknown = () => null, isLocked = false) {
  const reached: string[] = [];
  const lines: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        reached.push(name);
        return behaviour();
      },
    ]),
  ) as unknown as Handlers;
  const ask = (name: RequestName, sender: Sender, ...args: readonly unknown[]) =>
    answer(
      name,
      sender,
      args,
      handlers,
      (level, message) => lines.push(`${level} ${message}`),
      () => isLocked,
    );
  return { ask, reached, lines };
}

const messageRequests: readonly RequestName[] = [
  'readMessageWindow',
  'closeMessageWindow',
  'copyMessage',
  'openMainWindow',
];
const messageWindow: Sender = { windowId: 3, role: 'message', frame: { origin: 'app://liudi', isTop: true } };

const strangers: readonly (readonly [string, Sender])[] = [
  ['a frame that is gone', { ...mainWindow, frame: null }],
  ['a frame inside the page', { ...mainWindow, frame: { origin: 'app://liudi', isTop: false } }],
  ['another origin', { ...mainWindow, frame: { origin: 'https://example.com', isTop: true } }],
  ['an opaque origin', { ...mainWindow, frame: { origin: 'null', isTop: true } }],
  ['a host that begins like ours', { ...mainWindow, frame: { origin: 'app://liudi.evil', isTop: true } }],
  ['a window that is not ours', { ...mainWindow, role: null }],
];

describe('who may ask', () => {
  test.each(strangers)('%s is refused everything', async (_what, sender) => {
    const { ask, reached } = setup();
    for (const name of names) {
      expect(await ask(name, sender)).toMatchObject({ ok: false, error: { code: 'forbiddenSender' } });
    }
    expect(reached).toEqual([]);
  });

  test('the print window may only read its job, tell it is ready, and log', async () => {
    for (const name of names) {
      const { ask } = setup();
      const reply = await ask(name, printWindow);
      const refused = !reply.ok && reply.error.code === 'forbiddenSender';
      expect({ name, refused }).toEqual({ name, refused: !printRequests.includes(name) });
    }
  });

  test('the message window may only read what it shows, copy, go away, and take the keys of its rows', async () => {
    for (const name of names) {
      const { ask } = setup();
      const reply = await ask(name, messageWindow);
      const refused = !reply.ok && reply.error.code === 'forbiddenSender';
      const allowed = [...messageRequests, 'getRowKeys', 'log'].includes(name);
      expect({ name, refused }).toEqual({ name, refused: !allowed });
    }
  });

  test('neither the main nor the print window may do what is the message window’s', async () => {
    const { ask, reached } = setup();
    for (const name of messageRequests) {
      for (const sender of [mainWindow, printWindow])
        expect(await ask(name, sender)).toMatchObject({ ok: false, error: { code: 'forbiddenSender' } });
    }
    expect(reached).toEqual([]);
  });

  test('the main window may not read print jobs', async () => {
    const { ask } = setup();
    for (const name of ['getPrintJob', 'printJobReady'] as const) {
      expect(await ask(name, mainWindow)).toMatchObject({ ok: false, error: { code: 'forbiddenSender' } });
    }
  });
});

function senderFor(name: RequestName): Sender {
  if (messageRequests.includes(name)) return messageWindow;
  return name !== 'log' && printRequests.includes(name) ? printWindow : mainWindow;
}

describe('what may be asked', () => {
  test.each(names)('%s reaches its handler with good arguments only', async (name) => {
    const { ask, reached } = setup();
    expect(await ask(name, senderFor(name), ...goodArguments[name])).toEqual({ ok: true, value: null });
    expect(reached).toEqual([name]);

    const bad: readonly (readonly unknown[])[] = [
      [...goodArguments[name], 'one too many'],
      ...(goodArguments[name].length === 0
        ? []
        : [[], [undefined], [{ ...Object(goodArguments[name][0]), extra: 1 }], [42]]),
    ];
    for (const args of bad) {
      expect(await ask(name, senderFor(name), ...args)).toMatchObject({
        ok: false,
        error: { code: 'invalidInput' },
      });
    }
    expect(reached).toEqual([name]);
  });

  test.each([
    ['a path as a hash', { ...exportFile, sha256: '../../x' }],
    ['a negative size', { ...exportFile, size: -1 }],
    ['a size that is no number', { ...exportFile, size: '1' }],
    ['a name of 300 signs', { ...exportFile, name: 'x'.repeat(300) }],
  ])('an export with %s is refused', async (_what, file) => {
    const { ask } = setup();
    const reply = await ask('beginExport', mainWindow, { rootName: 'x', files: [file], manifest: '' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
  });
});

describe('failures', () => {
  test('keep their code, detail and whether trying again helps', async () => {
    const { ask } = setup(() => {
      throw new AppError('storageFull', { needed: 5 });
    });
    expect(await ask('listFired', mainWindow)).toEqual({
      ok: false,
      error: { code: 'storageFull', detail: { needed: 5 }, retry: true },
    });
  });

  test('of a full disk are told as such from any handler', async () => {
    const { ask } = setup(() =>
      Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })),
    );
    expect(await ask('listFired', mainWindow)).toMatchObject({ error: { code: 'storageFull' } });
  });

  test('carry no personal data into the log or the reply', async () => {
    const { ask, lines } = setup(() => {
      throw new TypeError('cannot read /home/王小明/张三_20261121.jpg');
    });
    const reply = await ask('acknowledgeFired', mainWindow, ['张三@1']);
    expect(JSON.stringify(reply)).not.toMatch(/张三|王小明/);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'unexpected', detail: { message: 'TypeError' } },
    });
    await ask('acknowledgeFired', mainWindow, [{ secret: '张三' }]);
    expect(lines).toEqual([
      'warn request acknowledgeFired failed: unexpected (TypeError)',
      'warn request acknowledgeFired failed: invalidInput (AppError invalidInput)',
    ]);
  });

  test('that are the seller’s own choice are not logged', async () => {
    const { ask, lines } = setup(() => {
      throw new AppError('cancelled');
    });
    expect(await ask('listFired', mainWindow)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(lines).toEqual([]);
  });
});
