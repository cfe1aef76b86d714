import { randomBytes, scrypt } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { AppError } from '#shared/errors';

/**
 * The passphrase part of an age file as its specification has it ("scrypt recipient"). The library's own derives the key
 * on the spot and would hold the whole main process for seconds; Node's works beside it.
 */
const label = 'age-encryption.org/v1/scrypt';
/** More would let a hostile file ask for gigabytes of memory; the age tool's own is 18. */
const mostWork = 20;

function deriveKey(text: string, salt: Uint8Array, work: number): Promise<Buffer> {
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** work * 8 * 128 + 2 ** 25 };
  return new Promise((resolve, reject) => {
    scrypt(text, Buffer.concat([Buffer.from(label), salt]), 32, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** Wraps a file's key with a passphrase. @param work scrypt's cost as a power of two */
export function passphraseRecipient(text: string, work: number): Recipient {
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16);
      const key = await deriveKey(text, salt, work);
      const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
      return [new Stanza(['scrypt', salt.toString('base64').replaceAll('=', ''), String(work)], body)];
    },
  };
}

/** Unwraps a file's key; null when the passphrase is not the one. */
export function passphraseIdentity(text: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const [stanza, ...others] = stanzas;
      if (stanza?.args[0] !== 'scrypt') return null;
      const [, salt = '', work = ''] = stanza.args;
      const bytes = Buffer.from(salt, 'base64');
      const isSound =
        others.length === 0 && stanza.args.length === 3 && bytes.length === 16 && /^[1-9]\d?$/.test(work);
      if (!isSound || stanza.body.length !== 32 || Number(work) > mostWork) {
        throw new AppError('archiveDamaged', { what: 'age' });
      }
      const key = await deriveKey(text, bytes, Number(work));
      try {
        return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
      } catch {
        return null;
      }
    },
  };
}
