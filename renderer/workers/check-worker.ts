import { checkFile, type CheckAnswer } from './check-file';
import { hashBlob } from './hash-blob';
import { serve } from './serve';
import type { Sha256 } from '#shared/domain/ids';

/** `name` is null when only the hash is wanted. */
export type CheckRequest = { readonly blob: Blob; readonly name: string | null };
export type CheckReply = CheckAnswer | Sha256;

serve(async ({ blob, name }: CheckRequest): Promise<CheckReply> => {
  if (name === null) return (await hashBlob(blob)).sha256;
  const answer = await checkFile(blob, name);
  return answer.ok ? { ...answer, typed: blob.slice(0, blob.size, answer.mime) } : answer;
});
