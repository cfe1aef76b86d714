import { freshDatabase, noon } from '../fresh-database';
import { beforeEach, expect, test, vi } from 'vitest';
import { database } from '../../../renderer/data/database';
import { createCase } from '../../../renderer/data/case-repository';
import { holdMirror, mirrorFree } from '../../../renderer/data/outbox/hold';
import { startDrainer } from '../../../renderer/data/outbox/drainer';
import { prepareTimeline } from '../../../renderer/data/timeline-repository';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';

freshDatabase();
beforeEach(prepareTimeline);

test('the mirror stands back until the last one lets it go', async () => {
  const [first, second] = [holdMirror(), holdMirror()];
  let isFree = false;
  const free = mirrorFree(3_600_000).then(() => {
    isFree = true;
  });
  first();
  first();
  await Promise.resolve();
  expect(isFree).toBe(false);
  second();
  await free;
  await mirrorFree(3_600_000);
});

test('the mirror does not stand back for ever', async () => {
  const release = holdMirror();
  await mirrorFree(1);
  release();
});

test('while files come in the vault is told that something changed, and is sent nothing', async () => {
  const { calls } = installFakeDesktop({
    vaultOffer: () => ({ lastSeq: 0, needsBaseline: false, uploads: [] }),
    vaultAppend: (request) => ({ lastSeq: request.entries.at(-1)?.seq ?? 0 }),
  });
  const names = (): readonly string[] => calls.map(({ name }) => name);
  const release = holdMirror();
  await createCase(makeCaseInput(), noon);
  const stop = startDrainer({ onRound: () => undefined, pauses: { settle: 1, hold: 3_600_000 } });
  await vi.waitFor(() => {
    expect(names()).toContain('storeChanged');
  });
  // Long enough for a mirror that does not wait: sending takes two of these.
  for (let turn = 0; turn < 10; turn += 1) await database().outbox.count();
  expect(names()).not.toContain('vaultOffer');
  release();
  await vi.waitFor(async () => {
    expect(await database().outbox.count()).toBe(0);
  });
  stop();
});
