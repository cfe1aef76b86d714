import { beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { listEvidenceOfCase, readOriginal } from '../../../renderer/data/evidence-repository';
import { collectFiles, collectPicked } from '../../../renderer/features/evidence/collect-files';
import { intakeFiles, type IntakeTools } from '../../../renderer/features/evidence/intake';
import { addRejected, useIntake } from '../../../renderer/features/evidence/intake-store';
import { checkFile } from '../../../renderer/workers/check-file';
import { makeCaseInput } from '../../helpers/make-case-input';
import { bytes, gifHead, jpegHead } from '../../unit/evidence/file-bytes';
import { hugeAv1, makeHeif } from '../../unit/evidence/heif-file';
import { hashOf, makeFile, makeTransfer, useRealFiles } from './real-files';
import type { CaseId } from '#shared/domain/ids';
import type { Incoming } from '../../../renderer/features/evidence/incoming';

const tools: IntakeTools = { check: checkFile, freeBytes: () => Promise.resolve(null) };

/** Names as they come from phones, chats and other systems; each is kept as it came, and none becomes a name on a disk. */
const names = [
  '照片 (1).jpg',
  'صورة من الهاتف.jpg',
  'a\u202Egpj.exe.jpg',
  'e\u0301te\u0301 Ａ.jpg',
  '👩‍👩‍👧‍👦🇨🇳.jpg',
  'ภาพถ่าย 사진 фото.jpg',
  `${'长'.repeat(83)}.jpg`,
  'CON.jpg',
  'nul',
  'dots...',
  '..\\..\\up.jpg',
  ' .jpg',
];
const photo = (seed: number): Uint8Array<ArrayBuffer> => bytes([jpegHead(400, 300), [seed]], 400);

/** What is taken in or refused must not depend on how it came. */
const hostile: readonly (readonly [name: string, content: Uint8Array<ArrayBuffer>])[] = [
  ['program.jpg', bytes(['MZ', [0x90, 0, 3]], 300)],
  ['page.png', bytes(['<html><script>alert(1)</script>'], 200)],
  ['empty.jpg', bytes([])],
  ['lie.gif', bytes([...gifHead(10, 10), [0x2c, 0, 0, 0, 0, 0xe0, 0x2e, 0xe0, 0x2e, 0]], 400)],
  ['lie.avif', new Uint8Array(makeHeif({ brand: 'avif', data: [hugeAv1], says: [100, 100] }))],
];

const all = (folder = ''): File[] =>
  [...names.map((name, index) => [name, photo(index)] as const), ...hostile].map(([name, content]) =>
    makeFile(content, name, folder === '' ? '' : `${folder}/${name}`),
  );
const doors: Readonly<Record<string, () => Promise<Incoming> | Incoming>> = {
  drop: () => collectFiles(makeTransfer(all().map((file) => ({ name: file.name, file }))), 'drop'),
  paste: () => collectFiles(makeTransfer(all().map((file) => ({ name: file.name, file }))), 'paste'),
  picker: () => collectPicked(all()),
  'folder picker': () => collectPicked(all('手机')),
  'dropped folder': () =>
    collectFiles(
      makeTransfer([{ name: '手机', children: all().map((file) => ({ name: file.name, file })) }]),
      'drop',
    ),
};

let caseId: CaseId;
beforeEach(async () => {
  useRealFiles();
  useIntake.setState({ rejected: [], duplicates: [], unsaved: [] });
  caseId = (await createCase(makeCaseInput(), Date.now())).id;
});

describe('R17 R18 R19 through every door', () => {
  test.each(Object.keys(doors))(
    '%s: the same files are kept byte for byte, the same are refused',
    async (door) => {
      const found = await doors[door]?.();
      if (found === undefined) throw new Error('no door');
      addRejected(found.rejected);
      await intakeFiles(caseId, found.files, tools);
      const kept = await listEvidenceOfCase(caseId);
      expect(kept.map(({ originalName }) => originalName).sort()).toEqual(
        [...names, 'lie.gif', 'lie.avif'].sort(),
      );
      const refused = useIntake.getState().rejected.map(({ name, reason }) => `${name} ${reason}`);
      expect(refused.sort()).toEqual(['empty.jpg empty', 'page.png markup', 'program.jpg executable']);
      for (const item of kept) {
        expect(await hashOf(await readOriginal(item.sha256))).toBe(item.sha256);
        expect(item.fileName).toMatch(/^小鱼爱吃猫_\d{8}_(?:照片|聊天)_\d{2}\.(?:jpg|gif|avif)$/);
      }
      const lies = kept.filter(({ originalName }) => originalName.startsWith('lie.'));
      expect(lies.map(({ width }) => width)).toEqual([12_000, 12_000]);
    },
  );
});
