import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { EvidenceViewer } from '../../../renderer/features/evidence/evidence-viewer';
import { intakeFiles } from '../../../renderer/features/evidence/intake';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import { bytes, ftyp, jpegHead } from '../../unit/evidence/file-bytes';
import { makeFile, useRealFiles } from './real-files';

test('R19 a video goes a picture on and back by keys; a frame is taken where the video has arrived', async () => {
  useRealFiles();
  installFakeDesktop();
  const { id: caseId } = await createCase(makeCaseInput(), Date.now());
  const clip = makeFile(bytes(ftyp('isom', 'isom', 'mp42'), 300), 'v.mp4');
  await intakeFiles(caseId, [{ file: clip, source: 'drop' }]);
  const ids = (await listEvidenceOfCase(caseId)).map(({ id }) => id);
  renderPlain(<EvidenceViewer ids={ids} index={0} onClose={() => undefined} />);
  const video = await waitFor(() => {
    const found = document.querySelector('video');
    if (found === null) throw new Error('no video');
    return found;
  });
  let drawn = 0;
  Object.defineProperties(video, {
    currentTime: { value: 1, writable: true },
    duration: { value: 1.06 },
    pause: { value: () => undefined },
    videoWidth: { value: 640 },
    videoHeight: { value: 480 },
    seeking: { value: true },
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ drawImage: () => (drawn += 1) });
      convertToBlob = () =>
        Promise.resolve(new Blob([bytes([jpegHead(640, 480)], 300)], { type: 'image/jpeg' }));
    },
  );
  const dialog = screen.getByRole('dialog');
  for (const [key, time] of [
    ['.', 1.04],
    ['.', 1.06],
    [',', 1.02],
  ] as const) {
    fireEvent.keyDown(dialog, { key });
    expect(video.currentTime).toBeCloseTo(time);
  }
  fireEvent.keyDown(dialog, { key: 'c' });
  expect(drawn).toBe(0);
  fireEvent(video, new Event('seeked'));
  await waitFor(async () => {
    const copy = (await listEvidenceOfCase(caseId)).find(({ derivedFrom }) => derivedFrom !== undefined);
    expect(copy?.derivedFrom).toMatchObject({ how: 'frame', atMs: 1020 });
  });
  expect(drawn).toBe(1);
  vi.unstubAllGlobals();
});

test('a video this browser cannot play says so when a frame is asked for', async () => {
  useRealFiles();
  installFakeDesktop();
  useToasts.setState({ toasts: [] });
  const { id: caseId } = await createCase(makeCaseInput(), Date.now());
  const clip = makeFile(bytes(ftyp('isom', 'isom', 'hvc1'), 300), 'hevc.mp4');
  await intakeFiles(caseId, [{ file: clip, source: 'drop' }]);
  const ids = (await listEvidenceOfCase(caseId)).map(({ id }) => id);
  renderPlain(<EvidenceViewer ids={ids} index={0} onClose={() => undefined} />);
  fireEvent.error(
    await waitFor(() => {
      const found = document.querySelector('video');
      if (found === null) throw new Error('no video');
      return found;
    }),
  );
  expect(screen.getByText(/这份文件打不开/)).toBeInTheDocument();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'c' });
  expect(useToasts.getState().toasts.map(({ key }) => key)).toContain('annotate.noVideo');
});
