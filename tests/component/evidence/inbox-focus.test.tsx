import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { EvidencePage } from '../../../renderer/app/screens/evidence-page';
import { createCase } from '../../../renderer/data/case-repository';
import { listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { intakeToInbox } from '../../../renderer/features/evidence/intake';
import { useInboxStore } from '../../../renderer/features/inbox/inbox-store';
import { MoveDialog } from '../../../renderer/features/inbox/move-dialog';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import { bytes, jpegHead } from '../../unit/evidence/file-bytes';
import { makeFile, useRealFiles } from './real-files';

/** The field of the question; that it has the focus at once is seen in a real browser. */
const question = (): Promise<HTMLElement> => screen.findByPlaceholderText('买家ID、订单号、单号或货品');

test('R19 files are filed one after another by M alone: the focus comes back each time', async () => {
  useRealFiles();
  installFakeDesktop();
  useInboxStore.setState({ selected: new Set(), moving: null });
  const item = await createCase(makeCaseInput(), Date.now());
  const files = [1, 2].map((seed) => ({
    file: makeFile(bytes([jpegHead(400, 300), [seed]], 400), `${seed}.jpg`),
    source: 'drop' as const,
  }));
  await intakeToInbox(files, { waitsFor: null, hint: '', quiet: true });
  renderPlain(
    <>
      <EvidencePage />
      <MoveDialog />
    </>,
  );
  const [first] = await screen.findAllByRole('option');
  first?.focus();
  await userEvent.keyboard('m');
  (await question()).focus();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => {
    expect(first).toHaveFocus();
  });
  for (const left of [1, 0]) {
    await userEvent.keyboard('m');
    (await question()).focus();
    await waitFor(() => {
      expect(document.querySelector('[cmdk-item][data-selected="true"]')).not.toBeNull();
    });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.querySelectorAll('.inbox-tile')).toHaveLength(left);
    });
    // The archive below has no height here, and so no tile the last one could hand the focus to.
    if (left > 0) {
      await waitFor(() => {
        expect(document.activeElement).toBe(document.querySelector('.inbox-tile[tabindex="0"]'));
      });
    }
  }
  expect(await listEvidenceOfCase(item.id)).toHaveLength(2);
});
