import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { EvidencePage } from '../../../renderer/app/screens/evidence-page';
import { createCase } from '../../../renderer/data/case-repository';
import { listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { listInbox } from '../../../renderer/data/inbox-repository';
import { saveDerived } from '../../../renderer/data/likeness-repository';
import { intakeFiles, intakeToInbox } from '../../../renderer/features/evidence/intake';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import { bytes, jpegHead } from '../../unit/evidence/file-bytes';
import { makeFile, useRealFiles } from './real-files';

beforeEach(() => {
  useRealFiles();
  installFakeDesktop();
});

test('R22 a waiting picture that looks like one of a case says so before it is filed', async () => {
  const photo = (seed: number, name: string): File =>
    makeFile(bytes([jpegHead(400, 300), [seed]], 400), name);
  const item = await createCase(makeCaseInput({ buyerId: '旧图的人' }), Date.now());
  await intakeFiles(item.id, [{ file: photo(1, 'old.jpg'), source: 'drop' }]);
  await intakeToInbox(
    [
      { file: photo(2, '像的.jpg'), source: 'drop' },
      { file: photo(3, '不像.jpg'), source: 'drop' },
    ],
    { waitsFor: null, hint: '', quiet: true },
  );
  const [old] = await listEvidenceOfCase(item.id);
  const waiting = await listInbox();
  const hashOf = (name: string) => waiting.find(({ originalName }) => originalName === name)?.sha256;
  const [like, unlike] = [hashOf('像的.jpg'), hashOf('不像.jpg')];
  if (old === undefined || like === undefined || unlike === undefined) throw new Error('nothing kept');
  await saveDerived([
    { sha256: old.sha256, thumb: null, likeness: 'f0e1d2c3b4a59687' },
    { sha256: like, thumb: null, likeness: 'f0e1d2c3b4a59686' },
    { sha256: unlike, thumb: null, likeness: '0f1e2d3c4b5a6978' },
  ]);
  renderPlain(<EvidencePage />);
  expect(await screen.findByText('有相似')).toBeInTheDocument();
  const tile = screen.getByText('有相似').closest('[role="option"]');
  expect(tile).toHaveAccessibleName('像的.jpg');
  expect(tile).toHaveAccessibleDescription(expect.stringContaining(item.caseNo));
});
