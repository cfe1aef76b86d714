import { describe, expect, test } from 'vitest';
import { answer } from '../../../electron/ipc/answer';
import type { Handlers } from '../../../electron/ipc/handlers';
import { allowedWhileLocked } from '../../../electron/ipc/lock-gate';
import type { Sender } from '../../../electron/ipc/sender-check';
import type { RequestName } from '../../../shared/ipc/contract';
import { requestSchemas } from '../../../shared/ipc/schemas';

const names = Object.keys(requestSchemas) as RequestName[];
const takesArgs = names.filter((name) => !requestSchemas[name].safeParse([]).success);
const roleFor = (name: RequestName): Sender['role'] => {
  if (['getPrintJob', 'getPackSheet', 'getPaperSheet', 'printJobReady'].includes(name)) return 'print';
  const ofMessages = ['readMessageWindow', 'closeMessageWindow', 'copyMessage', 'openMainWindow'];
  return ofMessages.includes(name) ? 'message' : 'main';
};
const sender = (name: RequestName): Sender => ({
  windowId: 1,
  role: roleFor(name),
  frame: { origin: 'app://liudi', isTop: true },
});

/** Handlers that note what reached them. */
function setup(isLocked = false) {
  const reached: unknown[][] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (...args: unknown[]) => {
        reached.push([name, ...args]);
        return null;
      },
    ]),
  ) as unknown as Handlers;
  const ask = (name: RequestName, ...args: readonly unknown[]) =>
    answer(
      name,
      sender(name),
      args,
      handlers,
      () => undefined,
      () => isLocked,
    );
  return { ask, reached };
}

const refused = { ok: false, error: { code: 'invalidInput' } };

describe('while the app is locked', () => {
  test('every request but looking at the lock and opening it is refused before anything is looked at', async () => {
    const { ask, reached } = setup(true);
    for (const name of names) {
      const reply = await ask(name, { any: 'thing' });
      const code = reply.ok ? null : reply.error.code;
      expect({ name, locked: code === 'locked' }).toEqual({ name, locked: !allowedWhileLocked.has(name) });
    }
    expect(reached).toEqual([]);
  });

  test('the list of what is left is short, and holds nothing of the shop', () => {
    expect([...allowedWhileLocked].sort()).toEqual([
      'closeMessageWindow',
      'getAppInfo',
      'getLock',
      'log',
      'openMainWindow',
      'readMessageWindow',
      'setSchedule',
      'unlock',
    ]);
  });
});

describe('hostile requests', () => {
  const huge = 'x'.repeat(100_000_000);

  test.each(takesArgs)('%s refuses 100 MB of text in no time, wherever it stands', async (name) => {
    const { ask, reached } = setup();
    const places = [
      [huge],
      [{ text: huge, kind: huge, level: 'warn', message: huge, suggestedName: huge, rootName: huge }],
      [[huge]],
      [null, huge],
      [{ [huge]: 1 }],
    ];
    const begun = performance.now();
    for (const args of places) expect(await ask(name, ...args)).toMatchObject(refused);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(reached).toEqual([]);
  });

  test.each(takesArgs)('%s takes no __proto__ and no constructor along', async (name) => {
    const { ask, reached } = setup();
    const evil = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
    ) as object;
    expect(await ask(name, evil)).toMatchObject(refused);
    expect(await ask(name, [evil])).toMatchObject(refused);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(reached).toEqual([]);
  });

  test('a good request with __proto__ added is refused as a whole', async () => {
    const { ask } = setup();
    const request = JSON.parse(
      '{"suggestedName":"a.csv","kind":"csv","__proto__":{"path":"/etc/passwd"}}',
    ) as object;
    expect(await ask('chooseSaveTarget', request)).toMatchObject(refused);
  });

  const paths = [
    '/etc/passwd',
    'C:\\Windows\\x',
    '\\\\server\\share',
    '../../x',
    'file:///etc/passwd',
    'a/b',
  ];

  test('no request has a place for a path: fields called so are refused', async () => {
    const { ask, reached } = setup();
    for (const name of takesArgs) {
      for (const field of ['path', 'folder', 'filePath', 'directory', 'file']) {
        expect(await ask(name, { [field]: '/etc/passwd' })).toMatchObject(refused);
      }
    }
    expect(reached).toEqual([]);
  });

  test.each(paths)('%s is nothing where an identity or an address is wanted', async (path) => {
    const { ask, reached } = setup();
    for (const name of [
      'readVaultObject',
      'finishExport',
      'cancelExport',
      'getPrintJob',
      'getPackSheet',
      'getPaperSheet',
      'setOpenCase',
    ] as const) {
      expect(await ask(name, path)).toMatchObject(refused);
    }
    expect(reached).toEqual([]);
  });
});
