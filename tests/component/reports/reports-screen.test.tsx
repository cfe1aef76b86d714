import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { setFoundReason } from '../../../renderer/data/decide-repository';
import { addQualityFeedback, listSoldOrders } from '../../../renderer/data/report-notes-repository';
import { saveShop } from '../../../renderer/data/shop-repository';
import { FaultPanel } from '../../../renderer/features/reports/fault-panel';
import { feedbackPaper } from '../../../renderer/features/reports/feedback-paper';
import { ReportsScreen } from '../../../renderer/features/reports/reports-screen';
import { csvText } from '../../../renderer/features/reports/save-csv';
import { weekPaper } from '../../../renderer/features/reports/week-paper';
import { useReportView } from '../../../renderer/state/report-store';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCase } from '../../helpers/make-case';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import { paperSheetSchema } from '#shared/ipc/schemas';
import { pareto, toReportCase } from '#shared/reports/reasons';
import { productRows } from '#shared/reports/products';
import { voices } from '#shared/reports/voices';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.parse('2026-11-21T03:00:00Z');
const hour = 3_600_000;

describe('the reports', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    useReportView.setState({ tab: 'overview', choice: 'thisMonth', shop: 'all', from: '', to: '' });
    return () => {
      vi.useRealTimers();
      useReportView.setState({ tab: 'overview', choice: 'thisMonth', shop: 'all', from: '', to: '' });
      useScreen.setState({ screen: 'today', caseId: null, overlay: null });
    };
  });

  it('says what to do while there is nothing to count', async () => {
    const onNew = vi.fn();
    renderPlain(<ReportsScreen onNew={onNew} />);
    expect(await screen.findByText('还没有售后单，所以没有数字')).toBeVisible();
  });

  it('R1 a rate comes with the typed orders, says what it is made of, and leads to the cases', async () => {
    const shop = await saveShop(
      { platform: 'pdd', name: '小店', signature: '', addressId: null, sample: false },
      now,
    );
    const item = await createCase(makeCaseInput({ shopId: shop.id }), now - hour);
    await createCase(makeCaseInput({ shopId: shop.id, type: 'invoice' }), now);
    renderPlain(<ReportsScreen onNew={() => undefined} />);
    expect(await screen.findByText(/2 单里的 1 单。要看比率/)).toBeVisible();
    const field = await screen.findByLabelText('小店 · 拼多多 2026-11 卖出的订单数');
    fireEvent.change(field, { target: { value: '四十' } });
    fireEvent.blur(field);
    // What is no number stays, marked, and nothing is kept.
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(await listSoldOrders()).toEqual([]);
    fireEvent.change(field, { target: { value: '４０' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    const figure = await screen.findByRole('button', { name: '退款 2.50%' });
    expect(screen.getByText('2.50%（1 单）')).toBeVisible();
    expect(screen.getByText(/40 个订单里 1 单/)).toBeVisible();
    const target = screen.getByLabelText('退款率目标，不超过');
    fireEvent.change(target, { target: { value: '2%' } });
    fireEvent.blur(target);
    expect((await screen.findAllByText('高于目标 2.00%')).length).toBe(2);
    fireEvent.click(figure);
    const panel = await screen.findByRole('region', { name: '退款' });
    fireEvent.click(await within(panel).findByText(item.buyerId));
    expect(useScreen.getState()).toMatchObject({ screen: 'cases', caseId: item.id });
  });

  it('R31 Today says it from the third case on, until the supplier was told', async () => {
    const onOpen = vi.fn();
    renderPlain(<FaultPanel onOpen={onOpen} />);
    const ids: CaseId[] = [];
    for (const index of [1, 2, 3]) {
      const { id } = await createCase(makeCaseInput({ product: '连衣裙' }), now - index * hour);
      await setFoundReason(id, 'quality', now);
      ids.push(id);
      if (index < 3) expect(screen.queryByText('连衣裙')).toBeNull();
    }
    fireEvent.click(await screen.findByText('质量问题 3 单'));
    expect(onOpen).toHaveBeenCalled();
    await addQualityFeedback(
      { product: '连衣裙', batch: '', reason: 'quality', to: '', text: '请查', caseIds: ids },
      now,
    );
    await waitFor(() => {
      expect(screen.queryByText('连衣裙')).toBeNull();
    });
    expect(await getCase(ids[0] ?? ('' as CaseId))).toBeDefined();
  });
});

describe('what leaves the reports', () => {
  const t = i18next.t;
  const secret = { buyerId: '小鱼爱吃猫', orderNo: '261119-023188420017' };
  const cases: readonly Case[] = Array.from({ length: 40 }, (_none, index) =>
    makeCase({
      ...secret,
      id: `a${index}` as CaseId,
      createdAt: now + index,
      product: `连衣裙 ${index % 7}`,
      claimReason: 'quality',
      description: `小鱼爱吃猫 13800138000 说订单 261119-023188420017 ${'袖口开线，'.repeat(40)}`,
    }),
  );

  it('R31 the sheet to the supplier has no buyer on it, keeps to its page and passes the check of the print job', () => {
    const feedback = {
      product: '连衣裙'.repeat(60),
      batch: 'B1',
      reason: 'quality',
      to: '厂家',
      text: '请查，联系 13800138000',
      caseIds: [],
    };
    const sheet = paperSheetSchema.parse(feedbackPaper(t, 'zh-CN', feedback, cases, '小店', '2026-11-21'));
    const text = JSON.stringify(sheet);
    for (const part of [secret.buyerId, secret.orderNo, '13800138000']) expect(text).not.toContain(part);
    expect(sheet.tables[0]?.rows.length).toBeLessThan(8);
    expect(sheet.notes[0]).toMatch(/只列最近 \d 单/);
    expect(text).toContain('B1');
  });

  it('R16 the week on one page, without who said it', () => {
    const slim = cases.map((item) => toReportCase(item, new Map()));
    const context = {
      language: 'zh-CN',
      about: '',
      days: '一周',
      shop: '小店',
      foot: () => '尾',
      fileName: String,
    } as const;
    const sheet = paperSheetSchema.parse(
      weekPaper(t, context, {
        cases: slim,
        found: pareto(slim, 'found'),
        stated: pareto(slim, 'stated'),
        products: productRows(slim),
        said: voices(slim),
      }),
    );
    const text = JSON.stringify(sheet);
    for (const part of [secret.buyerId, secret.orderNo, '13800138000']) expect(text).not.toContain(part);
    expect(sheet.tables[0]?.rows[0]?.slice(2, 4)).toEqual(['质量问题', '40']);
    expect(sheet.tables[1]?.rows.length).toBeLessThan(8);
    expect(sheet.notes).toHaveLength(1);
  });

  it('a file for a spreadsheet: numbers as numbers, texts masked and never run', () => {
    const text = csvText({
      head: ['货品', '单', '元'],
      rows: [
        ['=HYPERLINK("x")', 3, { plain: '-12.50' }],
        ['电话 13800138000', null, { plain: '1.25%' }],
      ],
    });
    expect(text).toBe(
      '\ufeff"货品","单","元"\r\n"\'=HYPERLINK(""x"")","3","-12.50"\r\n"电话 138****8000","","1.25%"\r\n',
    );
  });
});
