import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';

const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;
const TRIES = 50;

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Only this machine can reach it.
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'EADDRINUSE' || code === 'EACCES';
}

/** The port kept in a data folder, or null when none was chosen yet. */
export function readKeptPort(userData: string): number | null {
  const file = join(userData, 'stand-in-port');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8').trim();
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1024 || port > 65_535)
    throw new Error(`${file} does not hold a port number. Put the number back that the data was made with.`);
  return port;
}

/**
 * Listens on the data folder's own port: chosen once, kept for ever, because a browser files the page's database
 * under host and port. Another port would show an empty shop, so a taken one is an error, never a reason to move.
 */
export async function listenOnKeptPort(server: Server, userData: string): Promise<number> {
  const kept = readKeptPort(userData);
  if (kept !== null) {
    try {
      await listen(server, kept);
      return kept;
    } catch (error) {
      if (!isTaken(error)) throw error;
      throw new Error(
        `Port ${kept} is in use by another program. The data in ${userData} can only be opened on this port: ` +
          `close the other program (or the other Liudi) and start again.`,
        { cause: error },
      );
    }
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    try {
      await listen(server, port);
    } catch (error) {
      if (isTaken(error)) continue;
      throw error;
    }
    mkdirSync(userData, { recursive: true });
    writeFileSync(join(userData, 'stand-in-port'), `${port}\n`, { flag: 'wx' });
    return port;
  }
  throw new Error(`No free port between ${FIRST_PORT} and ${LAST_PORT} on 127.0.0.1.`);
}
