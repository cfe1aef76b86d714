import { freshDatabase, hour, minute, noon, readAll, readRows } from './fresh-database';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCase, listOpenCases } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import { writeDraft } from '../../renderer/data/draft-repository';
import { fileEvidence, listEvidenceOfCase, type CheckedFile } from '../../renderer/data/evidence-repository';
import { addNote } from '../../renderer/data/note-repository';
import { listPeople, savePerson } from '../../renderer/data/people-repository';
import { listPendingReminders } from '../../renderer/data/reminder-repository';
import { removeSample } from '../../renderer/data/sample-removal';
import { countSample, loadSample } from '../../renderer/data/sample-repository';
import { saveAddress, saveShop } from '../../renderer/data/shop-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { logWrongShipment, listWrongShipmentMonths } from '../../renderer/data/wrong-shipment-repository';
import { listRunningDeadlines } from '../../renderer/data/deadline-repository';
import { sampleCases } from '#shared/knowledge/sample-shop';
import { closeTestDatabase, openTestDatabase } from '../helpers/test-db';
import { makeCaseInput } from '../helpers/make-case-input';
import type { Sha256 } from '#shared/domain/ids';

/** A canvas as the window has it: what was written on it decides the bytes of its picture. */
class FakeCanvas {
  private drawn = '';
  getContext(): unknown {
    const pen = { fillText: (text: string) => (this.drawn = text) };
    const nothing = (): unknown => ({ addColorStop: () => undefined });
    return new Proxy(pen, { get: (target, key) => Reflect.get(target, key) ?? nothing, set: () => true });
  }
  convertToBlob(): Promise<Blob> {
    const head = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);
    return Promise.resolve(new Blob([head, new TextEncoder().encode(this.drawn)], { type: 'image/jpeg' }));
  }
}

beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** What a seller may already have: a shop, a case of a buyer whom the sample has too, evidence, a draft. */
async function fillOwnData(): Promise<void> {
  const address = await saveAddress(
    { label: '仓', recipient: '我', phone: '1', address: 'x', carriers: '', sample: false },
    noon,
  );
  const shop = await saveShop(
    { platform: 'pdd', name: '我的店', signature: '我', addressId: address.id, sample: false },
    noon,
  );
  const item = await createCase(
    makeCaseInput({ buyerId: '小鱼爱吃猫', shopId: shop.id, events: { 'aftersale.applied': noon - hour } }),
    noon - hour,
  );
  await fileEvidence(item.id, file('真照片'), noon - hour);
  const { id: caseId, platform, orderNo } = item;
  await addNote({ caseId, platform, orderNo, text: '备注', flag: 'red', sample: false }, noon - hour);
  await writeDraft(`note:${caseId}`, { text: '没写完' }, noon);
  await writeDraft('newCase', { buyerId: '没写完' }, noon);
  await logWrongShipment(
    {
      caseId,
      shopId: shop.id,
      platform,
      orderNo,
      buyerId: '小鱼爱吃猫',
      kind: 'missing',
      shouldSend: '袜子',
      sent: '',
      quantity: 1,
      cause: 'miscount',
      causeNote: '',
      packedBy: '我',
      remedy: 'reship',
      costFen: 100,
      happenedAt: noon,
    },
    noon,
  );
}

function file(text: string): CheckedFile {
  return {
    blob: new Blob([text]),
    originalName: `${text}.jpg`,
    sha256: Buffer.from(text).toString('hex').padEnd(64, '0') as Sha256,
    mime: 'image/jpeg',
    ext: 'jpg',
    kind: 'photo',
    source: 'drop',
    width: 1,
    height: 1,
  };
}

describe('the sample shop, once loaded', () => {
  beforeAll(async () => {
    vi.stubGlobal('OffscreenCanvas', FakeCanvas);
    await openTestDatabase();
    expect(await loadSample(noon)).toBe(true);
  });
  afterAll(closeTestDatabase);

  test('shows a busy week: overdue, soon and later work on six platforms or more', async () => {
    expect(await countSample()).toMatchObject({ cases: 16, evidence: 6, notes: 4, wrongShipments: 7 });
    const open = await listOpenCases();
    expect(new Set(open.map((one) => one.platform)).size).toBeGreaterThanOrEqual(6);
    const late = (await listRunningDeadlines()).filter((one) => one.dueAt < noon);
    expect(late).toMatchObject([{ ruleId: 'pdd.return.review', dueAt: noon - 42 * minute }]);
    expect((await listWrongShipmentMonths()).length).toBeGreaterThanOrEqual(2);
  });

  test('every row says that it is a sample', async () => {
    const all = await readAll();
    for (const table of [
      'cases',
      'evidence',
      'orderNotes',
      'wrongShipments',
      'reminders',
      'shops',
      'addresses',
      'parcels',
      'costs',
      'claims',
      'people',
    ]) {
      const rows = all[table] as readonly { readonly sample: boolean }[];
      expect(rows.length, table).toBeGreaterThan(0);
      expect(
        rows.every((one) => one.sample),
        table,
      ).toBe(true);
    }
  });

  test('its histories are whole and in order of time', async () => {
    for (const { id } of await database().cases.toArray()) {
      const events = await listEvents(id);
      expect(findBrokenLink(events)).toBeNull();
      expect(events.map((one) => one.at)).toEqual(events.map((one) => one.at).toSorted((a, b) => a - b));
      expect(events.every((one) => one.at <= noon)).toBe(true);
    }
  });

  test('sets off no alarm of the past', async () => {
    const pending = await listPendingReminders();
    expect(pending.length).toBeGreaterThan(0);
    expect(pending.every((one) => one.dueAt > noon)).toBe(true);
  });

  test('R7 each of its open cases has a next step or a running clock', async () => {
    const clocked = new Set((await listRunningDeadlines()).map((one) => one.caseId));
    for (const one of await listOpenCases())
      expect(one.nextActionAt !== null || clocked.has(one.id)).toBe(true);
  });
});

describe('loading the sample shop', () => {
  freshDatabase();

  test('loading it twice changes nothing', async () => {
    await loadSample(noon);
    const before = await readAll();
    expect(await loadSample(noon + hour)).toBe(false);
    expect(await readAll()).toEqual(before);
  });

  test('without a canvas it has no pictures, and everything else', async () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    await loadSample(noon);
    expect(await countSample()).toMatchObject({ cases: sampleCases.length, evidence: 0 });
  });

  test('when loading fails half-way, nothing of it is left', async () => {
    const before = await readAll();
    const { wrongShipments } = database();
    Object.defineProperty(wrongShipments, 'add', {
      value: () => Promise.reject(new Error('disk')),
      configurable: true,
    });
    await expect(loadSample(noon)).rejects.toThrow('disk');
    Reflect.deleteProperty(wrongShipments, 'add');
    expect(await readAll()).toEqual(before);
  });
});

describe('removing the sample shop', () => {
  freshDatabase();

  test('leaves an empty database as empty as it was', async () => {
    const before = await readRows();
    await loadSample(noon);
    await removeSample();
    expect(await readRows()).toEqual(before);
    expect(await countSample()).toBeNull();
  });

  test("leaves the seller's own rows exactly as they were", async () => {
    await fillOwnData();
    const before = await readRows();
    await loadSample(noon);
    expect(await readRows()).not.toEqual(before);
    await removeSample();
    expect(await readRows()).toEqual(before);
  });

  test('R109 a contact of the sample that was changed by hand is the seller’s own and stays', async () => {
    await loadSample(noon);
    const [person] = await listPeople();
    if (person === undefined) throw new Error('no contact');
    const { id, ...input } = person;
    await savePerson({ ...input, name: '自己的师傅' }, noon, id);
    await removeSample();
    expect((await listPeople()).map(({ name }) => name)).toEqual(['自己的师傅']);
  });

  test('takes along what was added to its cases, drafts included', async () => {
    const before = await readRows();
    await loadSample(noon);
    const [item] = await listOpenCases();
    if (item === undefined) throw new Error('no sample case');
    const { id: caseId, platform, orderNo } = item;
    await fileEvidence(caseId, file('自己加的'), noon);
    await addNote({ caseId, platform, orderNo, text: '自己写的', flag: 'none', sample: false }, noon);
    await writeDraft(`note:${caseId}`, { text: '没写完' }, noon);
    await removeSample();
    expect(await readRows()).toEqual(before);
  });

  test('keeps the bytes that a real case shares with a sample case', async () => {
    await loadSample(noon);
    const [sample] = await listOpenCases();
    if (sample === undefined) throw new Error('no sample case');
    const shared = file('两边都有');
    await fileEvidence(sample.id, shared, noon);
    await database().thumbs.put({ sha256: shared.sha256, blob: null });
    const own = await createCase(makeCaseInput({ buyerId: sample.buyerId, platform: sample.platform }), noon);
    expect(await fileEvidence(own.id, shared, noon)).toMatchObject({ outcome: 'linked' });
    const [linked] = await listEvidenceOfCase(own.id);
    await removeSample();
    expect(await database().blobs.toCollection().primaryKeys()).toEqual([shared.sha256]);
    expect(await database().thumbs.count()).toBe(1);
    expect(await listEvidenceOfCase(own.id)).toEqual([{ ...linked, duplicateOf: null }]);
    expect(await database().buyerFolders.get(sample.buyerId)).toMatchObject({ folder: linked?.folder });
  });

  test('a real case opened meanwhile keeps its number, and the next one counts on from it', async () => {
    await loadSample(noon);
    const own = await createCase(makeCaseInput(), noon);
    await removeSample();
    const next = await createCase(makeCaseInput(), noon);
    expect(Number(next.caseNo.slice(9))).toBe(Number(own.caseNo.slice(9)) + 1);
  });

  test('when it fails half-way, all of it is still there', async () => {
    await loadSample(noon);
    const before = await readAll();
    const { settings } = database();
    Object.defineProperty(settings, 'delete', {
      value: () => Promise.reject(new Error('disk')),
      configurable: true,
    });
    await expect(removeSample()).rejects.toThrow('disk');
    Reflect.deleteProperty(settings, 'delete');
    expect(await readAll()).toEqual(before);
  });
});
