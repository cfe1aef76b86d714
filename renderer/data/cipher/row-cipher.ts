import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { createHMAC, createSHA256 } from 'hash-wasm';
import { AppError } from '#shared/errors';
import type { RowKeys } from '#shared/ipc/contract';
import { isPlainRow, isSealedTable, isTokenField } from './what-is-sealed';

export type Row = Readonly<Record<string, unknown>>;
type KeyPath = string | readonly string[] | null;

/** Where the sealed part of a row stands; no field of ours is called that. */
const sealedField = '$';
const nonceBytes = 24;

/**
 * Seals and opens rows. Synchronous, because waiting inside a transaction ends it; therefore XChaCha20-Poly1305 and
 * not WebCrypto's AES-GCM (docs/decisions/app-lock.md).
 */
export type RowCipher = {
  /** @param keyPaths of primary key and indexes: only these fields stand beside the sealed part */
  readonly seal: (table: string, row: Row, keyPaths: readonly KeyPath[]) => Row;
  /** A row that is not sealed comes back as it is. @throws AppError `hashMismatch` when it was altered */
  readonly open: (table: string, stored: Row) => Row;
  /** A key or one bound of a range as it stands in the sealed table. */
  readonly closeKey: (table: string, keyPath: KeyPath, key: unknown) => unknown;
};

/** @param keys base64, as main gives them */
export async function createRowCipher(keys: Pick<RowKeys, 'rows' | 'index'>): Promise<RowCipher> {
  const rowKey = fromBase64(keys.rows);
  const hmac = await createHMAC(createSHA256(), fromBase64(keys.index));

  function token(field: string, text: string): string {
    return `~${hmac.init().update(`${field}\u0000${text}`).digest('hex').slice(0, 40)}`;
  }

  function closeValue(field: string, value: unknown): unknown {
    if (!isTokenField(field)) return value;
    if (typeof value === 'string') return token(field, value);
    return Array.isArray(value) ? value.map((one) => closeValue(field, one)) : value;
  }

  function closeKey(table: string, keyPath: KeyPath, key: unknown): unknown {
    if (keyPath === null || isPlainRow(table, key)) return key;
    if (typeof keyPath === 'string') return closeValue(keyPath, key);
    if (!Array.isArray(key)) return key;
    return key.map((part, index) => closeValue(keyPath[index] ?? '', part));
  }

  return {
    closeKey,
    seal: (table, row, keyPaths) => {
      const [primary] = keyPaths;
      if (!isSealedTable(table) || isPlainRow(table, typeof primary === 'string' ? row[primary] : null)) {
        return row;
      }
      const outside: Record<string, unknown> = {};
      for (const field of keyPaths.flat()) {
        if (field !== null && field in row) outside[field] = closeValue(field, row[field]);
      }
      const inside: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(row)) {
        if (isText(value)) inside[field] = value;
        // Bytes and the like do not fit into text: they stay beside it.
        else outside[field] = value;
      }
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const text = new TextEncoder().encode(JSON.stringify(inside));
      const sealed = xchacha20poly1305(rowKey, nonce, new TextEncoder().encode(table)).encrypt(text);
      const both = new Uint8Array(nonceBytes + sealed.length);
      both.set(nonce);
      both.set(sealed, nonceBytes);
      return { ...outside, [sealedField]: both };
    },
    open: (table, stored) => {
      if (!isSealed(stored)) return stored;
      const { [sealedField]: both, ...outside } = stored;
      const bytes = both as Uint8Array;
      try {
        const nonce = bytes.subarray(0, nonceBytes);
        const cipher = xchacha20poly1305(rowKey, nonce, new TextEncoder().encode(table));
        const text = new TextDecoder().decode(cipher.decrypt(bytes.subarray(nonceBytes)));
        return { ...outside, ...(JSON.parse(text) as Row) };
      } catch (error) {
        throw new AppError('hashMismatch', { what: 'row', table }, error);
      }
    },
  };
}

/** Whether a stored row is sealed. */
export function isSealed(stored: unknown): boolean {
  return typeof stored === 'object' && stored !== null && sealedField in stored;
}

/** Whether a value comes back from JSON as it was. */
function isText(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(isText);
  if (typeof value !== 'object') return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return (proto === Object.prototype || proto === null) && Object.values(value).every(isText);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
