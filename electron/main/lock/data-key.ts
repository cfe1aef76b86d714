import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { LockData, NamedKey } from './lock-file';

/** What the data key is used for; each use has a key of its own. */
export type KeyUse = 'rows' | 'index' | 'journal' | 'objects' | 'older' | 'safety';

const nonceBytes = 12;
const tagBytes = 16;

/** Derives the key of one use. */
export function keyOf(dataKey: Buffer, use: KeyUse): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `liudi ${use}`, 32));
}

/** Bytes sealed with a key: nonce, AES-256-GCM, tag. @param about has to be the same to open them */
export function sealBytes(key: Buffer, bytes: Buffer, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** What {@link sealBytes} sealed. @throws what Node says when it was altered or the key is another */
export function openBytes(key: Buffer, sealed: Buffer, about: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  cipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([cipher.update(sealed.subarray(nonceBytes, -tagBytes)), cipher.final()]);
}

/** Keys of locks before, as they stand inside the lock file of this one. */
export function sealInside(dataKey: Buffer, keys: readonly NamedKey[]): NonNullable<LockData['older']> {
  const seal = keyOf(dataKey, 'older');
  return keys.map(({ name, key }) => ({ name, sealed: sealBytes(seal, key, name).toString('base64') }));
}

/** Keys of locks before, out of a lock file. */
export function keysInside(data: LockData, dataKey: Buffer): readonly NamedKey[] {
  const seal = keyOf(dataKey, 'older');
  return (data.older ?? []).map(({ name, sealed }) => ({
    name,
    key: openBytes(seal, Buffer.from(sealed, 'base64'), name),
  }));
}
