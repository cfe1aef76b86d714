import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors';
import type { LockSecret, LockStatus, RowKeys } from '#shared/ipc/contract';
import type { Clock } from '../clock';
import { waitAfter } from './back-off';
import { unwrapKey, wrapKey } from './key-wrap';
import { type LockData, type LockFile, mostOlder, type NamedKey } from './lock-file';
import { keysInside, keyOf, type KeyUse, sealInside } from './data-key';
import { cleanRecoveryCode, makeRecoveryCode } from './recovery-code';

/** The lock of the whole app. Main keeps it; a window hears whether it is shut, and gets keys only while it is open. */
export type AppLock = {
  readonly isOn: () => boolean;
  readonly isLocked: () => boolean;
  readonly status: () => LockStatus;
  /** Sets a passphrase; the app stays open. @returns the recovery code, to be printed: it is never shown again */
  readonly setUp: (passphrase: string, idleMinutes: number) => Promise<string>;
  /** @throws AppError `wrongPassphrase`, `lockWait` with the seconds to wait */
  readonly unlock: (secret: LockSecret) => Promise<void>;
  /** Shuts it at once. Without a passphrase nothing happens. */
  readonly lock: () => void;
  readonly setIdleMinutes: (minutes: number) => Promise<void>;
  /** A new passphrase and a new recovery code; both old ones are dead. @throws like {@link AppLock.unlock} */
  readonly change: (secret: LockSecret, passphrase: string) => Promise<string>;
  /** Begins to turn it off: the rows have to be opened first. @throws like {@link AppLock.unlock} */
  readonly turnOff: (secret: LockSecret) => Promise<void>;
  /** The window has sealed, or opened, every row. Opened, the lock goes. */
  readonly rowsSettled: () => Promise<void>;
  /** Null without a lock. @throws AppError `locked` */
  readonly rowKeys: () => RowKeys | null;
  /** The key of one use with the name of the data key it comes from; null without a lock, or while it is shut. */
  readonly keyFor: (use: KeyUse) => NamedKey | null;
  /** Keys of locks before this one that originals in the vault are still sealed with; none while it is shut. */
  readonly olderKeys: () => readonly NamedKey[];
  /** No original is sealed with them any more. */
  readonly forgetOlder: () => Promise<void>;
  /** The lock as it stands on the disk, wrapped keys and all; null without one. */
  readonly data: () => LockData | null;
};

type Parts = {
  readonly file: LockFile;
  readonly clock: Clock;
  /** scrypt's cost, see key-wrap.ts. */
  readonly cost: number;
  /** Told after every change; `locked` has already its new value. */
  readonly changed: (status: LockStatus) => void;
};

/** Reads the lock; with one set, the app starts shut. */
export async function openAppLock({ file, clock, cost, changed }: Parts): Promise<AppLock> {
  const found = await file.read();
  const damaged = found === 'damaged';
  let data: LockData | null = found === 'damaged' ? null : found;
  let locked = found !== null;
  /** Only while it is open. */
  let dataKey: Buffer | null = null;
  let older: readonly NamedKey[] = data === null ? await file.readLeft() : [];
  // Killed while a lock was set: it has them inside.
  if (data !== null && data.rows !== 'opening') await file.writeLeft([]);
  // Counted by the clock that nobody can set; whoever restarts the app waits from the beginning.
  let waitUntil = clock.elapsed() + waitAfter(data?.wrongTries ?? 0);
  let line: Promise<unknown> = Promise.resolve();

  function status(): LockStatus {
    const wait = data === null ? 0 : Math.max(0, waitUntil - clock.elapsed());
    return {
      on: locked || data !== null,
      locked,
      damaged,
      idleMinutes: data?.idleMinutes ?? 0,
      waitSeconds: Math.ceil(wait / 1000),
      rows: data?.rows ?? 'plain',
    };
  }

  /** One try at a time: many at once would not have to wait. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  }

  async function save(next: LockData): Promise<LockData> {
    await file.write(next);
    data = next;
    return next;
  }

  /** The data key behind a secret. */
  async function open(secret: LockSecret): Promise<{ readonly key: Buffer; readonly data: LockData }> {
    if (data === null) throw new AppError('notFound', { what: 'lock' });
    const { waitSeconds } = status();
    if (waitSeconds > 0) throw new AppError('lockWait', { seconds: waitSeconds });
    const tried = await save({ ...data, wrongTries: data.wrongTries + 1 });
    const key = await openWith(tried, secret);
    if (key === null) {
      waitUntil = clock.elapsed() + waitAfter(tried.wrongTries);
      throw new AppError('wrongPassphrase', { seconds: status().waitSeconds });
    }
    return { key, data: await save({ ...tried, wrongTries: 0 }) };
  }

  /** @returns the new recovery code */
  async function wrapAnew(key: Buffer, passphrase: string, rest: Rest): Promise<string> {
    const code = makeRecoveryCode();
    const byPassphrase = await wrapKey(key, passphrase, cost);
    const recovery = await wrapKey(key, code, cost);
    await save({ ...rest, version: 1, wrongTries: 0, passphrase: byPassphrase, recovery });
    dataKey = key;
    changed(status());
    return code;
  }

  return {
    isOn: () => status().on,
    isLocked: () => locked,
    status,
    setUp: (passphrase, idleMinutes) =>
      inTurn(async () => {
        if (status().on) throw new AppError('invalidInput', { what: 'lock' });
        const key = randomBytes(32);
        const code = await wrapAnew(key, passphrase, {
          idleMinutes,
          rows: 'sealing',
          keyName: randomBytes(8).toString('hex'),
          ...(older.length === 0 ? {} : { older: sealInside(key, older) }),
        });
        await file.writeLeft([]);
        return code;
      }),
    unlock: (secret) =>
      inTurn(async () => {
        if (!locked) return;
        const opened = await open(secret);
        dataKey = opened.key;
        older = keysInside(opened.data, dataKey);
        locked = false;
        changed(status());
      }),
    lock: () => {
      if (data === null || locked) return;
      locked = true;
      dataKey?.fill(0);
      dataKey = null;
      older = [];
      changed(status());
    },
    setIdleMinutes: (idleMinutes) =>
      inTurn(async () => {
        if (data === null) return;
        await save({ ...data, idleMinutes });
        changed(status());
      }),
    change: (secret, passphrase) =>
      inTurn(async () => {
        const { key, data: known } = await open(secret);
        const { wrongTries: _none, version: _one, passphrase: _old, recovery: _code, ...rest } = known;
        return wrapAnew(key, passphrase, rest);
      }),
    turnOff: (secret) =>
      inTurn(async () => {
        const opened = await open(secret);
        await save({ ...opened.data, rows: 'opening' });
        opened.key.fill(0);
        changed(status());
      }),
    rowsSettled: () =>
      inTurn(async () => {
        if (data?.rows === 'sealing') await save({ ...data, rows: 'sealed' });
        else if (data?.rows === 'opening') {
          if (dataKey === null) throw new AppError('locked');
          // Originals are opened after this, in the background.
          older = [...older, { name: data.keyName, key: keyOf(dataKey, 'objects') }].slice(-mostOlder);
          await file.writeLeft(older);
          await file.remove();
          data = null;
          dataKey = null;
        }
        changed(status());
      }),
    rowKeys: () => {
      if (data === null && !locked) return null;
      if (data === null || dataKey === null) throw new AppError('locked');
      const text = (use: KeyUse) => keyOf(dataKey as Buffer, use).toString('base64');
      return { name: data.keyName, state: data.rows, rows: text('rows'), index: text('index') };
    },
    keyFor: (use) =>
      data === null || dataKey === null ? null : { name: data.keyName, key: keyOf(dataKey, use) },
    olderKeys: () => older,
    forgetOlder: () =>
      inTurn(async () => {
        if (older.length === 0 || locked) return;
        if (data === null) await file.writeLeft([]);
        else {
          const { older: _gone, ...rest } = data;
          await save(rest);
        }
        older = [];
      }),
    data: () => data,
  };
}

type Rest = Pick<LockData, 'idleMinutes' | 'rows' | 'keyName' | 'older'>;

/** The data key, or null when the secret does not open this lock. */
export function openWith(data: LockData, { kind, text }: LockSecret): Promise<Buffer | null> {
  return kind === 'recovery'
    ? unwrapKey(data.recovery, cleanRecoveryCode(text))
    : unwrapKey(data.passphrase, text);
}
