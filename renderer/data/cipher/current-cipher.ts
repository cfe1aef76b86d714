import type { RowKeys } from '#shared/ipc/contract';
import { createRowCipher, type RowCipher } from './row-cipher';

type Current = { readonly cipher: RowCipher; readonly writes: 'sealed' | 'plain' };

let current: Current | null = null;

/** Takes the keys before the database opens; null without a lock. While rows are being opened, new ones come plain. */
export async function takeRowKeys(keys: RowKeys | null): Promise<void> {
  current =
    keys === null
      ? null
      : { cipher: await createRowCipher(keys), writes: keys.state === 'opening' ? 'plain' : 'sealed' };
}

/** The cipher of this window, null without a lock. */
export function currentCipher(): Current | null {
  return current;
}
