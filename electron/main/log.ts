import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '#shared/ipc/contract';
import type { Clock } from './clock';

/** Writes one line: where and what, never whom. No buyer, address, order number or file name. */
export type Log = (level: LogEntry['level'], message: string) => void;

const maxBytes = 1024 * 1024;
const maxLine = 2_000;

/**
 * Log to `logs/main.log` in the data folder. At 1 MB it becomes `main.old.log`, so it never takes more than 2 MB.
 * Written at once, because the last line before a crash is the one that counts. (electron-log would bring
 * `http` into a program that has no network.)
 * @param echo warnings and errors also go to stderr, for developers
 */
export function setupLog(dataFolder: string, clock: Clock, echo: boolean): Log {
  const folder = path.join(dataFolder, 'logs');
  const file = path.join(folder, 'main.log');
  let size = prepare(folder, file);

  return (level, message) => {
    const time = new Date(clock.now()).toISOString();
    const line = `${time} ${level} ${message.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, maxLine)}\n`;
    if (echo && level !== 'info') process.stderr.write(line);
    try {
      if (size > maxBytes) {
        renameSync(file, path.join(folder, 'main.old.log'));
        size = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      // A full disk must not turn a log line into a failure of what was being logged.
    }
  };
}

function prepare(folder: string, file: string): number {
  try {
    mkdirSync(folder, { recursive: true });
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** What may be logged of an unknown failure: its kind and system code; messages can hold paths and names. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}
