import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * scrypt's cost. 2^17 with blocks of 8 takes 128 MB and about half a second: what OWASP asks for, and a tired seller
 * does not notice. It is stored with each wrap, so that it may grow later.
 */
export const fullCost = 2 ** 17;
const blockSize = 8;

const base64 = z.base64().max(200);

export const wrapSchema = z.strictObject({
  kdf: z.literal('scrypt'),
  // Bounded: a forged file must not ask for all the memory there is.
  cost: z
    .number()
    .int()
    .min(2 ** 4)
    .max(2 ** 20),
  salt: base64,
  nonce: base64,
  sealed: base64,
});

/** A data key that only somebody who knows the secret can open. */
export type Wrap = z.infer<typeof wrapSchema>;

/** Wraps a data key with a secret: scrypt, then AES-256-GCM. */
export async function wrapKey(key: Buffer, secret: string, cost: number): Promise<Wrap> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, salt, cost), nonce);
  const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    kdf: 'scrypt',
    cost,
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** The data key, or null when the secret is not the right one or the wrap was altered. */
export async function unwrapKey(wrap: Wrap, secret: string): Promise<Buffer | null> {
  const kek = await derive(secret, Buffer.from(wrap.salt, 'base64'), wrap.cost);
  const sealed = Buffer.from(wrap.sealed, 'base64');
  if (sealed.length <= tagBytes) return null;
  try {
    const nonce = Buffer.from(wrap.nonce, 'base64');
    const cipher = createDecipheriv('aes-256-gcm', kek, nonce, { authTagLength: tagBytes });
    cipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([cipher.update(sealed.subarray(0, -tagBytes)), cipher.final()]);
  } catch {
    return null;
  }
}

const tagBytes = 16;

/** Input methods give the same characters in several forms (full width, composed): all must open the same lock. */
function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const maxmem = 256 * cost * blockSize;
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { N: cost, r: blockSize, p: 1, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
