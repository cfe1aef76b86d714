import { createHash, randomBytes } from 'node:crypto';
import type { RealArchives } from './real-archives';

const storeId = '01KAJ000000000000000000001';
const counts = { cases: 2500, files: 24 };

function id(number: number): string {
  return `01KAJ${String(number).padStart(21, '0')}`;
}

/** An archive large enough that a restore can be watched, and killed, in each of its parts. */
export async function makeLargeArchive({ service, transfers }: RealArchives): Promise<typeof counts> {
  const ticket = await service.begin({ purpose: 'archive', suggestedName: 'shop.liudi', passphrase: null });
  if (ticket === null) throw new Error('closed');
  const photos = Array.from({ length: counts.files }, () => randomBytes(600_000));
  const objects = photos.map((bytes) => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  }));
  const { uploads } = await service.offer(ticket.jobId, objects);
  for (const [index, { url }] of uploads.entries()) {
    await transfers.receive(url.replace('/upload/', ''), [photos[index] ?? Buffer.alloc(0)]);
  }
  const lines = [
    JSON.stringify({ table: 'settings', key: 'setUp', row: { key: 'setUp', value: true } }),
    ...Array.from({ length: counts.cases }, (_value, index) => JSON.stringify(caseLine(index + 1))),
    ...objects.map(({ sha256, size }) =>
      JSON.stringify({ table: 'blobs', key: sha256, row: { sha256, size, mime: 'image/jpeg' } }),
    ),
  ];
  const { url } = service.addText(ticket.jobId, 'rows.jsonl');
  await transfers.receive(url.replace('/upload/', ''), [Buffer.from(`${lines.join('\n')}\n`)]);
  await service.finish(ticket.jobId, {
    kind: 'archive',
    storeId,
    schema: 4,
    counts: { settings: 1, cases: counts.cases, blobs: counts.files },
    objects,
    missing: [],
  });
  return counts;
}

function caseLine(number: number) {
  const row = {
    id: id(number),
    caseNo: `20261101-${String(number).padStart(3, '0')}`,
    platform: 'pdd',
    shopId: null,
    buyerId: `买家${number}`,
    orderNo: '',
    type: 'refundOnly',
    product: '连衣裙',
    amountFen: null,
    description: '',
    liability: 'unknown',
    goods: 'unknown',
    status: 'open',
    waitingOn: 'us',
    nextActionAt: null,
    nextAction: '',
    events: {},
    typedDue: {},
    answered: {},
    sample: false,
    createdAt: 1_700_000_000_000 + number,
    updatedAt: 1_700_000_000_000 + number,
    closedAt: null,
    deletedAt: null,
    nextSort: 0,
  };
  return { table: 'cases', key: row.id, row };
}
