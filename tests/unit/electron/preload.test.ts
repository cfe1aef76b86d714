import { fileURLToPath } from 'node:url';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventChannel, requestChannel } from '../../../shared/ipc/channels';
import type { EventName, RequestName } from '../../../shared/ipc/contract';
import { requestSchemas } from '../../../shared/ipc/schemas';

const requestNames = Object.keys(requestSchemas) as RequestName[];
const events = {
  onReminderFired: 'reminderFired',
  onReminderClicked: 'reminderClicked',
  onReminderSound: 'reminderSound',
  onReminderStatus: 'reminderStatus',
  onClockChanged: 'clockChanged',
  onCommand: 'command',
  onArchiveProgress: 'archiveProgress',
  onLockChanged: 'lockChanged',
  onWatchChanged: 'watchChanged',
  onMessageWindow: 'messageWindow',
} as const satisfies Record<string, EventName>;

type Verb = (...args: readonly unknown[]) => Promise<unknown>;
type Subscribe = (listener: (payload: unknown) => void) => () => void;

let files: readonly { readonly fileName: string; readonly code: string }[] = [];

beforeAll(async () => {
  // electron-vite's own settings, as `npm start` builds it, only not written to disk.
  const configFile = fileURLToPath(new URL('../../../electron/vite.config.ts', import.meta.url));
  const resolved = await resolveConfig({ configFile, logLevel: 'silent' }, 'build', 'production');
  const preload = resolved.config?.preload ?? {};
  const output = await build({ ...preload, configFile: false, build: { ...preload.build, write: false } });
  const first = Array.isArray(output) ? output[0] : output;
  if (first === undefined || !('output' in first)) throw new Error('nothing was built');
  files = first.output.map((file) => ({ fileName: file.fileName, code: 'code' in file ? file.code : '' }));
});

/** Runs the built preload as the sandbox does: CommonJS, with a `require` that knows only `electron`. */
function run() {
  const listeners = new Map<string, (...args: readonly unknown[]) => void>();
  const invoked: (readonly unknown[])[] = [];
  const exposed = new Map<string, Readonly<Record<string, Verb & Subscribe>>>();
  const state = { fail: false };
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: never) => exposed.set(name, api) },
    ipcRenderer: {
      invoke: (...args: readonly unknown[]) => {
        invoked.push(args);
        return state.fail ? Promise.reject(new Error('gone')) : Promise.resolve({ ok: true, value: 1 });
      },
      on: (channel: string, listener: () => void) => listeners.set(channel, listener),
      off: (channel: string, listener: () => void) => {
        if (listeners.get(channel) === listener) listeners.delete(channel);
      },
    },
  };
  const required: string[] = [];
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- the built file is run the way the sandbox runs it
  const script = new Function('require', 'module', 'exports', files[0]?.code ?? '') as (
    require: (name: string) => unknown,
    module: object,
    exports: object,
  ) => void;
  script(require, {}, {});
  const desktop = exposed.get('desktop') ?? {};
  return { listeners, invoked, exposed, desktop, required, state };
}

describe('the built preload', () => {
  test('is one CommonJS file that requires only electron', () => {
    expect(files.map(({ fileName }) => fileName)).toEqual(['index.cjs']);
    expect(run().required).toEqual(['electron']);
    expect(files[0]?.code).not.toMatch(/^\s*(?:import|export)\s/m);
  });

  test('offers exactly the verbs of the contract, and nothing of Electron', () => {
    const { exposed, desktop } = run();
    expect([...exposed.keys()]).toEqual(['desktop']);
    expect(Object.keys(desktop).toSorted()).toEqual([...requestNames, ...Object.keys(events)].toSorted());
    expect(Object.values(desktop).every((verb) => typeof verb === 'function')).toBe(true);
  });

  test('sends each verb on its own channel', async () => {
    const { desktop, invoked } = run();
    for (const name of requestNames) await desktop[name]?.('a', 2);
    expect(invoked).toEqual(requestNames.map((name) => [requestChannel(name), 'a', 2]));
  });

  test('a verb never rejects', async () => {
    const { desktop, state } = run();
    state.fail = true;
    expect(await desktop['listFired']?.()).toEqual({
      ok: false,
      error: { code: 'unexpected', retry: false },
    });
  });

  test.each(Object.entries(events))('%s passes on the payload only, until unsubscribed', (verb, name) => {
    const { desktop, listeners } = run();
    const heard: (readonly unknown[])[] = [];
    const unsubscribe = desktop[verb]?.((...args: readonly unknown[]) =>
      heard.push(args),
    ) as unknown as () => void;
    listeners.get(eventChannel(name))?.({ sender: 'secret' }, { some: 'payload' });
    expect(heard).toEqual([[{ some: 'payload' }]]);
    unsubscribe();
    expect(listeners.size).toBe(0);
  });
});
