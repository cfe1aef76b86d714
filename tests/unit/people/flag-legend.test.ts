import { expect, test } from 'vitest';
import { flagFor, shippedLegend, withMeaning, type FlagLegend } from '#shared/domain/flag-legend';
import { memoTemplates } from '#shared/knowledge/memo-templates';
import { makeCase } from '../../helpers/make-case';
import { flagOf, startMemo } from '../../../renderer/features/notes/memo-draft';

test('R29 the shop’s own legend decides a memo’s colour, only with colours its platform has', () => {
  const legend: FlagLegend = {
    red: { text: '发错', uses: ['wrongShipment'] },
    orange: { text: '发票', uses: ['invoice'] },
  };
  expect(flagFor(legend, 'taobao', 'wrongShipment')).toBe('red');
  expect(flagFor(legend, 'taobao', 'afterSales')).toBe('blue');
  // Taobao has no orange.
  expect(flagFor(legend, 'taobao', 'invoice')).toBe('blue');
  expect(flagFor(legend, 'douyin', 'invoice')).toBe('orange');
  expect(flagFor(undefined, 'douyin', 'invoice')).toBe('cyan');
  const item = makeCase({ type: 'wrongShipment', platform: 'taobao' });
  expect(startMemo(item, '', 'zh-CN', 0, legend).flag).toBe('red');
  const invoice = memoTemplates.find(({ id }) => id === 'invoice');
  expect(invoice === undefined ? '' : flagOf(invoice, item, legend)).toBe('blue');
});

test('R29 a use belongs to one colour, an emptied colour is free again', () => {
  const start = shippedLegend('taobao', ({ zh }) => zh);
  expect(start.blue?.text).toBe('售后');
  const next = withMeaning(start, 'red', { text: ' 纠纷 ', uses: ['dispute'] });
  expect(next.blue?.uses).not.toContain('dispute');
  expect(next.red).toEqual({ text: '纠纷', uses: ['dispute'] });
  expect(Object.keys(withMeaning(next, 'red', { text: ' ', uses: [] }))).toEqual(['blue']);
});
