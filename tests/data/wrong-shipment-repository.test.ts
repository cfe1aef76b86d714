import { freshDatabase, noon, readAll } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import {
  deleteWrongShipment,
  listWrongShipmentMonths,
  listWrongShipments,
  listWrongShipmentsOfCase,
  logWrongShipment,
} from '../../renderer/data/wrong-shipment-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import type { WrongShipmentInput } from '#shared/domain/wrong-shipment';

freshDatabase();

function input(part: Partial<WrongShipmentInput> = {}): WrongShipmentInput {
  return {
    caseId: null,
    shopId: null,
    platform: 'taobao',
    buyerId: ' tb88123_雨天 ',
    orderNo: ' 2611190231884200177',
    kind: 'wrongItem',
    shouldSend: '帆布鞋 38',
    sent: '帆布鞋 37',
    quantity: 1,
    cause: 'lookAlike',
    causeNote: '',
    packedBy: '阿宁',
    remedy: 'exchange',
    costFen: 2400,
    happenedAt: noon,
    ...part,
  };
}

describe('the wrong-shipment log', () => {
  test('R30 a line is kept as typed, cost in fen, order number as text', async () => {
    const line = await logWrongShipment(input(), noon + 5);
    expect(await listWrongShipments('2026-11')).toEqual([
      {
        ...input({ buyerId: 'tb88123_雨天', orderNo: '2611190231884200177' }),
        id: line.id,
        sample: false,
        createdAt: noon + 5,
        deletedAt: null,
      },
    ]);
  });

  test('R30 a line of a case stands in its history', async () => {
    const item = await createCase(makeCaseInput(), noon);
    await logWrongShipment(input({ caseId: item.id }), noon);
    expect(await listWrongShipmentsOfCase(item.id)).toHaveLength(1);
    expect((await listEvents(item.id)).at(-1)).toMatchObject({
      kind: 'wrongShipmentLogged',
      data: { kind: 'wrongItem', sent: '帆布鞋 37', costFen: 2400 },
    });
  });

  test.each([
    ['2026-10-31T15:59:59Z', '2026-10'],
    ['2026-10-31T16:00:00Z', '2026-11'],
    ['2026-12-31T16:00:00Z', '2027-01'],
  ])('R30 a mistake of %s belongs to %s: the month is that of Shanghai', async (instant, month) => {
    await logWrongShipment(input({ happenedAt: Date.parse(instant) }), noon);
    expect(await listWrongShipments(month)).toHaveLength(1);
    expect(await listWrongShipmentMonths()).toEqual([month]);
  });

  test('R30 a month is listed newest first, months newest first', async () => {
    for (const text of ['2026-11-03', '2026-11-20', '2026-09-01', '2026-11-11']) {
      await logWrongShipment(input({ happenedAt: Date.parse(`${text}T04:00:00Z`), sent: text }), noon);
    }
    expect((await listWrongShipments('2026-11')).map((one) => one.sent)).toEqual([
      '2026-11-20',
      '2026-11-11',
      '2026-11-03',
    ]);
    expect(await listWrongShipmentMonths()).toEqual(['2026-11', '2026-09']);
  });

  test('R30 a deleted line leaves the lists but stays in the trash', async () => {
    const item = await createCase(makeCaseInput(), noon);
    const { id } = await logWrongShipment(input({ caseId: item.id }), noon);
    await deleteWrongShipment(id, noon + 9);
    expect(await listWrongShipments('2026-11')).toEqual([]);
    expect(await listWrongShipmentsOfCase(item.id)).toEqual([]);
    expect((await readAll())['wrongShipments']).toEqual([]);
    expect((await readAll())['trash']).toMatchObject([{ id, kind: 'wrongShipment', deletedAt: noon + 9 }]);
  });

  test.each([
    [{ orderNo: '2.6E+18' }, 'orderNoScientific'],
    [{ buyerId: '' }, 'buyerIdEmpty'],
  ])('R30 %j is refused and nothing is written', async (part, code) => {
    const before = await readAll();
    await expect(logWrongShipment(input(part), noon)).rejects.toMatchObject({ code });
    expect(await readAll()).toEqual(before);
  });
});
