import { freshDatabase } from './fresh-database';
import { describe, expect, it } from 'vitest';
import { createCase } from '../../renderer/data/case-repository';
import { database } from '../../renderer/data/database';
import {
  listScripts,
  newScriptId,
  noteScriptsCopied,
  readRemembered,
  readScriptFacts,
  removeScript,
  restoreScript,
  saveScript,
  saveScripts,
  setFavourite,
} from '../../renderer/data/script-repository';
import { saveAddress, saveShop } from '../../renderer/data/shop-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { valuesFor } from '#shared/domain/script-values';
import type { Script } from '#shared/domain/script';

const now = Date.UTC(2026, 10, 22, 3);
freshDatabase();

const shipped = (id: string): Script => {
  const found = shippedScripts.find((script) => script.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const stateOf = async (id: string) => (await listScripts()).find((script) => script.id === id);

describe('the library of messages', () => {
  it('an edited message keeps its place, and the shipped words come back', async () => {
    const text = { 'zh-CN': '改', en: 'changed' };
    await saveScript({ ...shipped('M14'), text }, now);
    expect(await stateOf('M14')).toMatchObject({ state: 'edited', outdated: false, text });
    expect((await listScripts()).map(({ id }) => id)).toEqual(shippedScripts.map(({ id }) => id));
    await restoreScript('M14');
    expect(await stateOf('M14')).toMatchObject({ state: 'shipped', text: shipped('M14').text });
  });

  it('says when the shipped words have changed since they were edited', async () => {
    await saveScript(shipped('M14'), now);
    await database().scripts.update('M14', { basedOn: '{"zh-CN":"older","en":"older"}' });
    expect(await stateOf('M14')).toMatchObject({ outdated: true });
  });

  it('a shipped message is hidden, with its edit kept; an own one is gone', async () => {
    await saveScript({ ...shipped('M1'), code: 'mine' }, now);
    await removeScript('M1', now);
    expect(await stateOf('M1')).toMatchObject({ hidden: true, code: 'mine' });
    const id = newScriptId(now);
    await saveScript({ ...shipped('M1'), id }, now);
    expect(await stateOf(id)).toMatchObject({ state: 'own' });
    await removeScript(id, now);
    expect(await stateOf(id)).toBeUndefined();
  });

  it('R123 an import is all or nothing', async () => {
    const broken = { ...shipped('M2'), id: {} as string };
    await expect(saveScripts([{ ...shipped('M1'), code: 'x' }, broken], now)).rejects.toThrow();
    expect(await stateOf('M1')).toMatchObject({ state: 'shipped' });
  });

  it('R121 copying is counted and stands in the history of the case', async () => {
    const item = await createCase(makeCaseInput({}), now);
    const values = new Map([
      ['补邮费链接', 'https://shop/link'],
      ['收款账号', 'buyer@pay'],
    ]);
    await setFavourite('M2', true);
    await noteScriptsCopied([shipped('M2'), shipped('M3')], '补邮费 + 地址', item.id, values, now);
    expect(await stateOf('M2')).toMatchObject({ uses: 1, favourite: true });
    expect((await listEvents(item.id)).at(-1)).toMatchObject({
      kind: 'scriptCopied',
      data: { scripts: 'M2 M3', title: '补邮费 + 地址' },
    });
    // A buyer's account belongs to that buyer only.
    expect([...(await readRemembered())]).toEqual([['补邮费链接', 'https://shop/link']]);
  });

  it('M3 R25 facts come from the case, its shop and its soonest running clock', async () => {
    const address = await saveAddress(
      {
        label: '仓库',
        recipient: '阿宁',
        phone: '13800000000',
        address: '杭州',
        carriers: '顺丰',
        sample: false,
      },
      now,
    );
    const shop = await saveShop(
      { platform: 'pdd', name: '某某服饰', signature: '宁', addressId: address.id, sample: false },
      now,
    );
    const item = await createCase(
      makeCaseInput({ shopId: shop.id, orderNo: '42', description: '开线\n第二行', amountFen: 1250 }),
      now,
    );
    const base = {
      caseId: item.id,
      ruleId: 'r',
      ruleVersion: 1,
      inputs: {},
      typed: false,
      actor: 'merchant',
      shadowDueAt: null,
      onMiss: '',
    };
    await database().deadlines.bulkPut([
      { ...base, id: 'a', state: 'running', dueAt: now + 7_200_000 },
      { ...base, id: 'b', state: 'running', dueAt: now + 3_600_000 },
      { ...base, id: 'c', state: 'ended', dueAt: now + 60_000 },
      { ...base, id: 'd', state: 'running', dueAt: now - 60_000 },
    ]);
    expect(await readScriptFacts(item.id, now)).toMatchObject({
      orderNo: '42',
      description: '开线',
      amount: '12.50',
      shopName: '某某服饰',
      returnAddress: '阿宁 13800000000 杭州',
      carriers: '顺丰',
      deadline: '2026-11-22 12:00',
    });
  });

  it('R14 the shop’s own postage link is filled in; without one the link used last is offered', async () => {
    const base = { platform: 'pdd', signature: '宁', addressId: null, sample: false } as const;
    const [own, none] = await Promise.all([
      saveShop({ ...base, name: '甲店', postageLink: 'https://example.invalid/a' }, now),
      saveShop({ ...base, name: '乙店', postageLink: '' }, now + 1),
    ]);
    const text = '请拍 {补邮费链接}';
    const filled = async (shopId: typeof own.id): Promise<string | undefined> => {
      const item = await createCase(makeCaseInput({ shopId }), now);
      const remembered = new Map([['补邮费链接', 'https://example.invalid/last']]);
      return valuesFor(text, new Map(), await readScriptFacts(item.id, now), remembered).get('补邮费链接');
    };
    expect(await filled(own.id)).toBe('https://example.invalid/a');
    expect(await filled(none.id)).toBe('https://example.invalid/last');
  });
});
