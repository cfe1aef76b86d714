import { freshDatabase, hour, noon } from './fresh-database';
import { expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { closeCase, readClosingIssues } from '../../renderer/data/close-case';
import { addCommitment } from '../../renderer/data/commitment-repository';
import { acceptEvidence } from '../../renderer/data/step-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { listFiles, readText } from '../architecture/read-tree';
import { filePhoto } from '../helpers/file-photo';
import { makeCaseInput } from '../helpers/make-case-input';
import type { ClosingInput } from '#shared/domain/outcome';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const closing: ClosingInput = {
  outcome: 'approved',
  statedReason: '',
  realReason: '缝线质量',
  shares: [{ bearer: 'shop', percent: 100 }],
  satisfaction: null,
  satisfactionNote: '',
  ruleQuote: '',
  improvement: '',
};

const seenOf = async (id: CaseId): Promise<string[]> => (await readClosingIssues(id)).map(({ key }) => key);

test('R1 R12 nothing closes a case past what is open unless it was shown, whoever asks', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'returnRefund' }), noon);
  await expect(closeCase(id, closing, noon)).rejects.toMatchObject({ code: 'closingOpen' });
  const seen = await seenOf(id);
  const promise = {
    kind: 'freight',
    text: '',
    amountFen: 1200,
    account: '',
    trigger: 'date',
    at: noon + hour,
    withinHours: 72,
  } as const;
  await addCommitment(id, promise, noon);
  // The promise came after the seller looked.
  await expect(closeCase(id, closing, noon, { seen })).rejects.toMatchObject({
    code: 'closingOpen',
    detail: { kinds: 'promises' },
  });
  expect((await getCase(id))?.status).toBe('open');
  await closeCase(id, closing, noon, { seen: await seenOf(id) });
  expect((await getCase(id))?.status).toBe('closed');
  expect((await listEvents(id)).at(-1)?.data['open']).toMatch(/steps.*promises/);
});

test('R81 R87 closing with the supplier or the courier as bearer passes the gates of those actions', async () => {
  const reship = await createCase(makeCaseInput({ type: 'reship' }), noon);
  const close = async (id: CaseId, bearer: 'supplier' | 'courier', override?: string) =>
    closeCase(id, { ...closing, shares: [{ bearer, percent: 100 }] }, noon, {
      seen: await seenOf(id),
      override,
    });
  await expect(close(reship.id, 'supplier')).rejects.toMatchObject({
    code: 'gateClosed',
    detail: { gates: 'supplierProof' },
  });
  // A courier bears a loss of another kind without that gate.
  await close(reship.id, 'courier');
  const lost = await createCase(makeCaseInput({ type: 'lost' }), noon);
  await expect(close(lost.id, 'courier', 'ok')).rejects.toMatchObject({
    detail: { gates: 'liableConfirmed' },
  });
  const title = { zh: '截图', en: 'Screenshot' };
  await acceptEvidence(lost.id, { id: 'liable-confirmation', title }, [await filePhoto(lost.id, noon)], noon);
  await close(lost.id, 'courier');
  expect((await getCase(lost.id))?.status).toBe('closed');
});

test('no screen, list, key or batch sets a case closed by itself: closing is asked about everywhere', () => {
  const bypasses = listFiles('renderer')
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) =>
      /setCaseStatus\(|status: 'closed' as|status: 'closed',? (?:updatedAt|closedAt)/.test(readText(path)),
    )
    .map((path) => path.replace(/^.*renderer\//, ''));
  expect(bypasses.toSorted()).toEqual([
    'data/case-repository.ts',
    'data/close-case.ts',
    'data/sample-repository.ts',
  ]);
  const callers = listFiles('renderer').filter((path) => /\bcloseCase\(/.test(readText(path)));
  expect(callers.map((path) => path.replace(/^.*renderer\//, '')).toSorted()).toEqual([
    'data/close-case.ts',
    'features/playbook/close-dialog.tsx',
  ]);
});
