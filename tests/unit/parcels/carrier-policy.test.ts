import { expect, test } from 'vitest';
import { readCarrierPolicy, takesCod } from '#shared/domain/carrier-policy';

const list = '顺丰（可到付）、中通、申通(到付可收)，EMS';

test.each([
  ['顺丰速运', { listed: true, cod: true }],
  ['申通快递', { listed: true, cod: true }],
  ['中通', { listed: true, cod: false }],
  [' ems ', { listed: true, cod: false }],
  ['邮政平邮', { listed: false, cod: false }],
  ['圆通', { listed: false, cod: false }],
  ['', null],
  ['快递', null],
])('R26 R27 %s by the list of the return address', (carrier, policy) => {
  expect(readCarrierPolicy(list, carrier)).toEqual(policy);
});

test('R27 without a list nothing is said, and only a list that says so takes freight collect', () => {
  expect(readCarrierPolicy('', '顺丰')).toBeNull();
  expect([takesCod(list), takesCod('顺丰、中通')]).toEqual([true, false]);
});
