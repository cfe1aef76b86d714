import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipPapers, type ReturnSlip } from '#shared/domain/return-slip';
import { layoutSlip } from '../../../renderer/features/slips/slip-layout';
import { guessMeasure } from '../../../renderer/features/slips/text-measure';
import { makeTestSlip } from './make-slip';
import type { SlipItem, SlipPage } from '../../../renderer/features/slips/slip-items';
import type { SlipPart } from '../../../renderer/features/slips/slip-words';

type TextItem = Extract<SlipItem, { readonly kind: 'text' }>;

function textsOf(page: SlipPage): TextItem[] {
  return page.items.filter((item) => item.kind === 'text');
}
function printed(page: SlipPage, part: SlipPart): string {
  return textsOf(page)
    .filter((item) => item.part === part)
    .flatMap((item) => item.runs.map((run) => run.text))
    .join('');
}
function widthOf(item: TextItem): number {
  return (
    item.runs.reduce((sum, run) => sum + guessMeasure(run.text.trimEnd(), { ...run, mono: item.mono }), 0) *
    item.size
  );
}

/** Everything inside the paper, the flow above the code, nothing over the QR code. */
function expectTidy(page: SlipPage): void {
  const bars = page.items.find((item) => item.kind === 'bars');
  const qr = page.items.find((item) => item.kind === 'qr');
  if (bars?.kind !== 'bars' || qr?.kind !== 'qr') throw new Error('a code is missing');
  const side = qr.code.modules * qr.module;
  for (const item of textsOf(page)) {
    const left =
      item.anchor === 'start'
        ? item.x
        : item.anchor === 'end'
          ? item.x - widthOf(item)
          : item.x - widthOf(item) / 2;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + widthOf(item)).toBeLessThanOrEqual(page.width - 4);
    expect(item.y).toBeLessThanOrEqual(page.height);
    if (item.part !== 'caseNo') expect(item.y + 0.2 * item.size).toBeLessThanOrEqual(bars.y);
    const besideQr = item.y > qr.y && item.y - 0.88 * item.size < qr.y + side;
    if (besideQr) expect(left + widthOf(item)).toBeLessThanOrEqual(qr.x);
  }
}

describe('the return slip on paper', () => {
  test.each(
    slipPapers.flatMap((paper) => (['zh-CN', 'en'] as const).map((language) => ({ paper, language }))),
  )('R25 R26 R27 R175 R177 says everything on $paper in $language', ({ paper, language }) => {
    const page = layoutSlip(makeTestSlip({ paper, language, carriers: '' }), guessMeasure);
    expectTidy(page);
    expect(page.cut).toEqual([]);
    const rules = printed(page, 'rule');
    const wanted =
      language === 'en'
        ? [
            '28 November 2026',
            'waybill',
            'courier or EMS',
            'No surface mail',
            'COD',
            'refused',
            'No cash',
            'tags',
          ]
        : [
            '11 月 28 日',
            '运单号',
            '快递与 EMS',
            '不收平邮',
            '到付件会被拒收',
            '先垫付',
            '不要放现金',
            '吊牌、配件、赠品',
          ];
    for (const words of wanted) expect(rules.replace(/ (?=\d|月|日)/g, ' ')).toContain(words);
    expect(printed(page, 'hint')).toContain(language === 'en' ? 'in the parcel' : '放进包裹');
    expect(printed(page, 'buyer')).toContain('小鱼爱吃猫');
    expect(printed(page, 'order')).toContain('261119-023188420017');
    expect(printed(page, 'recipient')).toContain('138 0000 0000');
    expect(printed(page, 'address')).toContain('浙江省杭州市某区某路 100 号 2 幢 301');
    expect(printed(page, 'sender')).toContain(language === 'en' ? 'Phone' : '电话');
    expect(printed(page, 'caseNo')).toBe('20261119-003');
  });

  test('larger paper has larger type instead of empty space', () => {
    const [small, large] = (['100x150', 'A5'] as const).map((paper) => {
      const page = layoutSlip(makeTestSlip({ paper }), guessMeasure);
      return Math.min(...textsOf(page).map((item) => item.size));
    });
    expect((large ?? 0) / (small ?? 1)).toBeGreaterThan(1.3);
  });

  test('a short buyer ID is the largest thing on the slip', () => {
    const page = layoutSlip(makeTestSlip(), guessMeasure);
    const size = Math.max(
      ...textsOf(page)
        .filter((item) => item.part === 'buyer')
        .map((item) => item.size),
    );
    expect(size).toBe(Math.max(...textsOf(page).map((item) => item.size)));
    expect(size).toBeGreaterThanOrEqual(8);
  });

  test.each(slipPapers)(
    '120 Chinese characters of a buyer ID are all printed on %s and push nothing off',
    (paper) => {
      const buyerId = Array.from({ length: 120 }, (_one, index) => String.fromCodePoint(0x4e00 + index)).join(
        '',
      );
      const page = layoutSlip(makeTestSlip({ paper, buyerId }), guessMeasure);
      expectTidy(page);
      expect(page.cut).toEqual([]);
      expect(printed(page, 'buyer')).toContain(buyerId);
      expect(printed(page, 'rule')).toContain('不要放现金');
      expect(printed(page, 'address')).toContain('301');
    },
  );

  test('markup and marks in the values are printed as typed', () => {
    const typed = '<img src=x onerror=alert(1)> **a** {lastDay}';
    const page = layoutSlip(
      makeTestSlip({
        buyerId: typed,
        product: typed,
        handling: typed,
        address: typed,
        carriers: typed,
        extra: typed,
      }),
      guessMeasure,
    );
    for (const part of ['buyer', 'product', 'handling', 'address', 'rule', 'extra'] as const) {
      expect(printed(page, part)).toContain(typed);
    }
  });

  test('marks that turn text around are not printed: gpj stays gpj', () => {
    const page = layoutSlip(makeTestSlip({ buyerId: '客户\u202egpj.exe\u2066' }), guessMeasure);
    expect(printed(page, 'buyer')).toContain('客户gpj.exe');
  });

  test('an unknown order number leaves a line to write on', () => {
    expect(printed(layoutSlip(makeTestSlip({ orderNo: '' }), guessMeasure), 'order')).toContain('______');
  });

  test('without a last day the slip asks to send soon', () => {
    const rules = printed(layoutSlip(makeTestSlip({ lastDay: '' }), guessMeasure), 'rule');
    expect(rules).toContain('请尽快寄出');
    expect(rules).not.toContain('最晚');
  });

  test('whatever is typed, up to the longest the job takes: one tidy page, and what is cut is named', () => {
    const long = (most: number): fc.Arbitrary<string> =>
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: most }),
        fc.nat(most).map((length) => '址'.repeat(length)),
        fc.nat(Math.floor(most / 2)).map((length) => '🐟'.repeat(length)),
        fc.nat(most).map((length) => 'W'.repeat(length)),
      );
    fc.assert(
      fc.property(
        fc.record({
          paper: fc.constantFrom(...slipPapers),
          language: fc.constantFrom('zh-CN', 'en'),
          buyerId: long(200),
          orderNo: long(64),
          product: long(300),
          handling: long(60),
          recipient: long(40),
          phone: long(30),
          address: long(150),
          carriers: long(80),
          extra: long(120),
        }) as fc.Arbitrary<Partial<ReturnSlip>>,
        (part) => {
          const page = layoutSlip(makeTestSlip(part), guessMeasure);
          expectTidy(page);
          const dots = [
            ...new Set(
              textsOf(page)
                .filter((item) => item.runs.some((run) => run.text.endsWith('…')))
                .map((item) => item.part),
            ),
          ];
          const typedDots = Object.values(part).some((value) => value.includes('…'));
          if (!typedDots) expect(new Set(page.cut)).toEqual(new Set(dots));
          if (!/W{100}/.test(part.address ?? '')) expect(page.cut).not.toContain('address');
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
