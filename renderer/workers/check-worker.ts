import { checkWith, type CheckAnswer } from './check-file';
import { hashBlob } from './hash-blob';
import { createReader } from './read-bytes';
import { serve } from './serve';
import type { Sha256 } from '#shared/domain/ids';

/** `name` is null when only the hash is wanted. */
export type CheckRequest = { readonly blob: Blob; readonly name: string | null };
export type CheckReply = CheckAnswer | Sha256;

/** A worker of a pool does one thing at a time. */
const read = createReader();

serve(async ({ blob, name }: CheckRequest): Promise<CheckReply> => {
  if (name === null) return (await hashBlob(blob, read)).sha256;
  const answer = await checkWith(read, blob, name);
  return answer.ok ? { ...answer, typed: blob.slice(0, blob.size, answer.mime) } : answer;
});
