import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path a local socket may have on every system (macOS: 104 with its end mark). */
const SOCKET_PATH_LIMIT = 100;

export type SecondInstance = {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
};

/** Runs in a process of its own because the lock must be answered synchronously: delivers stdin, says whether it could. */
const DELIVER = `const socket = require('node:net').connect(process.argv[1]);
process.stdin.pipe(socket);
socket.on('error', () => process.exit(1));
socket.on('data', () => process.exit(0));
setTimeout(() => process.exit(0), 3000);`;

/** The local socket that stands for a data folder's lock. */
export function lockPath(userData: string): string {
  const hash = createHash('sha256').update(userData).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\stand-in-${hash}`;
  const inside = join(userData, 'stand-in-lock');
  return inside.length <= SOCKET_PATH_LIMIT ? inside : join(tmpdir(), `stand-in-${hash}.lock`);
}

function tellFirst(path: string, message: SecondInstance): boolean {
  const result = spawnSync(process.execPath, ['-e', DELIVER, path], {
    input: JSON.stringify(message),
    timeout: 5000,
  });
  return result.status === 0;
}

function listenNow(path: string, onSecond: (message: SecondInstance) => void): Server | undefined {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => socket.destroy());
    socket.on('end', () => {
      socket.end('ok');
      if (text !== '') onSecond(JSON.parse(text) as SecondInstance);
    });
  });
  server.on('error', () => {});
  // A local socket is bound before listen() returns, so `listening` already tells whether the lock is ours.
  server.listen(path);
  server.unref();
  return server.listening ? server : undefined;
}

let held: { readonly server: Server; readonly path: string } | undefined;

/**
 * Takes the data folder's lock. False when another process holds it; that one has then been told of this start. A
 * socket nobody listens on (left by a killed process) is taken over.
 */
export function takeLock(
  userData: string,
  self: SecondInstance,
  onSecond: (message: SecondInstance) => void,
): boolean {
  if (held !== undefined) return true;
  mkdirSync(userData, { recursive: true });
  const path = lockPath(userData);
  let server = listenNow(path, onSecond);
  if (server === undefined) {
    if (tellFirst(path, self)) return false;
    rmSync(path, { force: true });
    server = listenNow(path, onSecond);
  }
  if (server === undefined) return false;
  held = { server, path };
  return true;
}

/** Gives the lock back. */
export function releaseLock(): void {
  held?.server.close();
  held = undefined;
}

export function hasLock(): boolean {
  return held !== undefined;
}
