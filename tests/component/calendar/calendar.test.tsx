import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { CalendarScreen } from '../../../renderer/features/calendar/calendar-screen';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = fromShanghai('2026-11-19T12:00') ?? 0;
const hour = 3_600_000;

/** jsdom's Blob reads only through a FileReader. */
function readText(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '');
    });
    reader.readAsText(blob);
  });
}

vi.setConfig({ testTimeout: 30_000 });

describe('the week', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('R133 R111 shows deadlines and follow-ups at their day and time; a click opens the case', async () => {
    installFakeDesktop();
    const item = await createCase(
      makeCaseInput({
        events: { 'aftersale.applied': now },
        nextAction: '催视频',
        nextActionAt: now + 3 * hour,
      }),
      now,
    );
    const onOpen = vi.fn();
    renderPlain(<CalendarScreen onOpen={onOpen} onActivity={() => undefined} />);
    const today = await screen.findByRole('region', { name: '星期四 11 月 19 日' });
    const entry = await within(today).findByRole('button', { name: /15:00.*催视频/ });
    const saturday = screen.getByRole('region', { name: '星期六 11 月 21 日' });
    expect(within(saturday).getByRole('button', { name: /12:00.*处理仅退款申请/ })).toBeInTheDocument();
    await userEvent.click(entry);
    expect(onOpen).toHaveBeenCalledWith(item.id);
  });

  it('J01 S15 what is due at 24:00 stands in the day it ends', async () => {
    installFakeDesktop();
    const at = fromShanghai('2026-11-19T11:00') ?? 0;
    const events = { 'aftersale.applied': at };
    await createCase(makeCaseInput({ platform: 'jd', type: 'returnRefund', events }), now);
    renderPlain(<CalendarScreen onOpen={() => undefined} onActivity={() => undefined} />);
    const today = await screen.findByRole('region', { name: '星期四 11 月 19 日' });
    expect(await within(today).findByRole('button', { name: /24:00.*审核服务单/ })).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /审核服务单/ })).toHaveLength(1);
  });

  it('goes a week on and back by key', async () => {
    installFakeDesktop();
    renderPlain(<CalendarScreen onOpen={() => undefined} onActivity={() => undefined} />);
    const screenRegion = await screen.findByRole('region', { name: '一周' });
    fireEvent.keyDown(screenRegion, { key: 'ArrowRight' });
    expect(await screen.findByRole('region', { name: '星期四 11 月 26 日' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '今天起' }));
    expect(await screen.findByRole('region', { name: '星期四 11 月 19 日' })).toBeInTheDocument();
  });

  it('exports the coming deadlines without anything personal', async () => {
    installFakeDesktop({ chooseSaveTarget: () => ({ url: '/upload/x', fileName: '留底_时限.ics' }) });
    const bodies: Blob[] = [];
    vi.stubGlobal('fetch', (_url: string, { body }: { body: Blob }) => {
      bodies.push(body);
      return Promise.resolve({ ok: true });
    });
    const item = await createCase(
      makeCaseInput({
        buyerId: '小鱼爱吃猫',
        orderNo: '261119-023188420017',
        product: '连衣裙',
        description: '袖口开线',
        nextAction: '打电话 13800000000',
        nextActionAt: now + hour,
        events: { 'aftersale.applied': now },
      }),
      now,
    );
    renderPlain(<CalendarScreen onOpen={() => undefined} onActivity={() => undefined} />);
    await userEvent.click(await screen.findByRole('button', { name: '导出日历' }));
    await vi.waitFor(() => {
      expect(bodies).toHaveLength(1);
    });
    const text = (await readText(bodies[0] ?? new Blob())).replaceAll('\r\n ', '');
    expect(text).toContain(`SUMMARY:拼多多 仅退款 截止 ${item.caseNo}`);
    expect(text).toContain('DTSTART:20261121T040000Z');
    for (const secret of ['小鱼', '023188420017', '连衣裙', '袖口', '138', '打电话'])
      expect(text).not.toContain(secret);
  });
});
