import { createHash } from 'node:crypto';
import type { CheckedFile } from '../../renderer/data/evidence-repository';
import type { Sha256 } from '#shared/domain/ids';

/** A checked picture with these bytes. */
export function makeFile(text: string, change: Partial<CheckedFile> = {}): CheckedFile {
  return {
    blob: new Blob([text], { type: 'image/jpeg' }),
    originalName: `${text.slice(0, 20)}.jpg`,
    sha256: createHash('sha256').update(text).digest('hex') as Sha256,
    mime: 'image/jpeg',
    ext: 'jpg',
    kind: 'photo',
    source: 'drop',
    width: 4,
    height: 3,
    ...change,
  };
}
