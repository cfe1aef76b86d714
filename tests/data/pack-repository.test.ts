import { noon, freshDatabase, minute } from './fresh-database';
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { database } from '../../renderer/data/database';
import { createCase } from '../../renderer/data/case-repository';
import { readOriginal } from '../../renderer/data/evidence-repository';
import {
  linkProof,
  listPacks,
  readOwnLimits,
  recordPackOut,
  saveOwnLimits,
  savePack,
  type NewPack,
} from '../../renderer/data/pack-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { CaseId, Sha256 } from '#shared/domain/ids';
import type { Pack } from '#shared/domain/pack';

freshDatabase();

const hash = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;

function newPack(caseId: CaseId): NewPack {
  const list = { folder: '', name: 'sha256.txt', mime: 'text/plain', evidenceId: null, from: null } as const;
  return {
    caseId,
    purpose: 'dispute',
    platform: 'pdd',
    folderName: '举证包_1',
    language: 'zh-CN',
    masked: true,
    madeAt: noon,
    files: [{ ...list, sha256: hash('list'), size: 4, role: 'hashes', caption: '' }],
    sha256: hash('manifest'),
  };
}

async function makeOne(): Promise<Pack> {
  const { id } = await createCase(makeCaseInput(), noon);
  return savePack(newPack(id), [{ sha256: hash('list'), blob: new Blob(['list']) }]);
}

const proof = (text: string) => ({
  blob: new Blob([text]),
  originalName: '时间戳.tsr',
  sha256: hash(text),
  mime: 'application/octet-stream',
  ext: 'tsr',
  kind: 'photo' as const,
  source: 'picker' as const,
  width: null,
  height: null,
});

describe('R66 an evidence pack', () => {
  it('is kept with the bytes made for it and stands in the history with its hash', async () => {
    const pack = await makeOne();
    expect(await listPacks(pack.caseId)).toEqual([pack]);
    expect(await (await readOriginal(hash('list'))).text()).toBe('list');
    await recordPackOut(pack, 'zip', noon + minute);
    const events = await listEvents(pack.caseId);
    expect(events.slice(-2).map(({ kind, data }) => [kind, data['sha256'], data['how']])).toEqual([
      ['packMade', pack.sha256, undefined],
      ['packSaved', pack.sha256, 'zip'],
    ]);
    expect(findBrokenLink(events)).toBeNull();
  });

  it('a second pack shares bytes that are there already', async () => {
    const pack = await makeOne();
    await savePack(newPack(pack.caseId), [{ sha256: hash('list'), blob: new Blob(['other']) }]);
    expect(await listPacks(pack.caseId)).toHaveLength(2);
    expect(await (await readOriginal(hash('list'))).text()).toBe('list');
  });

  it('takes a timestamp proof as a document of the case, tied to its hash list, once', async () => {
    const pack = await makeOne();
    const linked = await linkProof(pack.id, proof('token'), { note: '对应清单', fits: true }, noon + minute);
    const again = { note: '对应清单', fits: true };
    expect(await linkProof(pack.id, proof('token'), again, noon + 2 * minute)).toEqual(linked);
    const [row] = await database().evidence.toArray();
    expect(row).toMatchObject({ kind: 'document', sha256: hash('token'), note: '对应清单' });
    expect(linked.proofs).toEqual([
      { evidenceId: row?.id, fileName: row?.fileName, at: noon + minute, fits: true },
    ]);
    const events = await listEvents(pack.caseId);
    expect(events.filter(({ kind }) => kind === 'packProved').map(({ data }) => data['list'])).toEqual([
      hash('list'),
    ]);
  });

  it('files nothing for a pack that is gone', async () => {
    await expect(
      linkProof('x' as Pack['id'], proof('token'), { note: '', fits: false }, noon),
    ).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await database().evidence.count()).toBe(0);
  });
});

it('R131 own limits are kept per place and can be given back', async () => {
  await saveOwnLimits('pdd.dispute', { pictures: 5 });
  await saveOwnLimits('supplier', { pictureMb: 1 });
  await saveOwnLimits('pdd.dispute', null);
  expect(await readOwnLimits()).toEqual({ supplier: { pictureMb: 1 } });
});
