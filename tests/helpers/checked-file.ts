import type { CheckedFile } from '../../renderer/data/evidence-repository';
import type { Sha256 } from '#shared/domain/ids';

/** A file as the intake hands it over; the text stands for its bytes and makes its hash. */
export function checkedFile(text: string, part: Partial<CheckedFile> = {}): CheckedFile {
  return {
    blob: new Blob([text], { type: 'image/jpeg' }),
    originalName: `${text}.jpg`,
    sha256: text.padEnd(64, '0') as Sha256,
    mime: 'image/jpeg',
    ext: 'jpg',
    kind: 'photo',
    source: 'drop',
    width: 4000,
    height: 3000,
    ...part,
  };
}
