import type { RowKeys } from '#shared/ipc/contract';

/** Keys as main would give them. */
export function rowKeys(state: RowKeys['state'] = 'sealed', seed = 7): RowKeys {
  const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
  return { name: '0123456789abcdef', state, rows: key(seed), index: key(seed + 1) };
}
