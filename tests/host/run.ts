/**
 * Starts the app's built main script under plain Node with the stand-in as its `electron`:
 * `node --import tsx tests/host/run.ts out/main/index.js [arguments]`. With a parent process that speaks
 * control.ts it is driven; without one it prints the address of each window.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installClock } from './clock';
import type { DriverCalls, HostCalls } from './control';
import type { Port, Remote } from './rpc';

const [node = process.execPath, , script, ...rest] = process.argv;
if (script === undefined) {
  process.stderr.write('usage: run.ts <main script> [arguments]\n');
  process.exit(2);
}
const main = resolve(script);
process.argv = [node, main, ...rest];
process.env['STAND_IN_MAIN'] = main;
const clockOffset = process.env['STAND_IN_CLOCK_OFFSET'];
if (clockOffset !== undefined) installClock(Number(clockOffset));

await import('./register');
const { app, becomeReady } = await import('./app');
const { attachDriver } = await import('./driver-link');
const { hostCalls } = await import('./host-calls');
const { connectRpc } = await import('./rpc');

const parent: Port = {
  send: (message) => process.send?.(message),
  onMessage: (listener) => process.on('message', listener),
  onClose: (listener) => process.on('disconnect', listener),
};
/** Without a parent: addresses are printed, and whatever needs a browser is refused. */
const onPaper: Remote<DriverCalls> = {
  call: async (name, ...args) => {
    if (name === 'openWindow') console.log((args[0] as { readonly url: string }).url);
    else if (name === 'printToPdf' || name === 'print' || name === 'askDialog')
      throw new Error(`stand-in: nobody is there to ${name}`);
    return null as never;
  },
};
attachDriver(process.send === undefined ? onPaper : connectRpc<HostCalls, DriverCalls>(parent, hostCalls));

const GIVE_UP_MS = 4000;
function leave(): void {
  setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
  app.quit();
}
process.on('disconnect', leave);
process.on('SIGTERM', leave);
process.on('SIGINT', leave);

try {
  await import(pathToFileURL(main).href);
  await becomeReady();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}
