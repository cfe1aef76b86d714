import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase, setCaseStatus, updateCase } from '../../../renderer/data/case-repository';
import { readBuyerHour } from '../../../renderer/data/buyer-hour-repository';
import {
  buyerReplied,
  completeFollowUp,
  dismissReminder,
  listPendingReminders,
  listRemindersOfCase,
  markFired,
  readRepeat,
  setRepeat,
  waitForBuyer,
} from '../../../renderer/data/reminder-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { SnoozeMenu } from '../../../renderer/features/today/snooze-menu';
import { TodayList } from '../../../renderer/features/today/today-screen';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { safetyDate } from '#shared/domain/snooze';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import type { Case } from '#shared/domain/case';
import { renderPlain } from '../../helpers/render-plain';

const at = (text: string): number => fromShanghai(text) ?? 0;
const now = at('2026-11-21T12:00');
const hour = 3_600_000;
const day = 24 * hour;

beforeEach(() => {
  installFakeDesktop();
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
});

function newCase(nextActionAt = now + hour): Promise<Case> {
  return createCase(makeCaseInput({ nextAction: '催视频', nextActionAt }), now);
}

function renderMenu(item: Case) {
  const onClose = vi.fn();
  renderPlain(<SnoozeMenu item={item} present={now} onClose={onClose} />);
  return onClose;
}

/** A band of Today by its heading. */
async function band(name: string): Promise<HTMLElement> {
  const element = (await screen.findByRole('heading', { name: new RegExp(name) })).closest('.today-band');
  if (!(element instanceof HTMLElement)) throw new Error(`${name} is no band`);
  return element;
}

function list(): HTMLElement {
  const element = document.querySelector('[data-hotkey="today-list"]');
  if (!(element instanceof HTMLElement)) throw new Error('no list');
  return element;
}

/** The choice with this key. By class: a search by role through a whole dialog takes seconds here. */
function choice(key: number): Promise<HTMLElement> {
  return waitFor(() => {
    const button = document.querySelectorAll<HTMLElement>('.snooze-choice')[key - 1];
    if (button === undefined) throw new Error(`no choice ${key}`);
    return button;
  });
}
const first = () => choice(1);

describe('the snooze menu', () => {
  it.each([
    ['1', '2026-11-21T13:00'],
    ['2', '2026-11-21T20:00'],
    ['3', '2026-11-22T09:00'],
    ['4', '2026-11-21T21:00'],
  ])('R111 key %s puts off until %s', async (key, until) => {
    const item = await newCase();
    const onClose = renderMenu(item);
    fireEvent.keyDown(await first(), { key });
    await waitFor(async () => expect((await getCase(item.id))?.nextActionAt).toBe(at(until)));
    expect(onClose).toHaveBeenCalled();
    expect((await listPendingReminders()).map((one) => one.dueAt)).toEqual([at(until)]);
  });

  it('R7 key 5 waits for the buyer, three days at most, and both are in the history', async () => {
    const item = await newCase();
    renderMenu(item);
    fireEvent.keyDown(await first(), { key: '5' });
    await waitFor(async () => expect((await getCase(item.id))?.waitingOn).toBe('buyer'));
    expect((await getCase(item.id))?.nextActionAt).toBe(at('2026-11-24T09:00'));
    const kinds = (await listEvents(item.id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['caseCreated', 'reminderSnoozed', 'caseEdited']);
  });

  it('key 6 goes to the field for a time of one’s own; Enter while composing saves nothing', async () => {
    const item = await newCase();
    const onClose = renderMenu(item);
    fireEvent.keyDown(await first(), { key: '6' });
    const field = document.querySelector('#snooze-own') as HTMLInputElement;
    expect(field).toHaveFocus();
    fireEvent.change(field, { target: { value: '11-23 15:30' } });
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(async () => expect((await getCase(item.id))?.nextActionAt).toBe(at('2026-11-23T15:30')));
  });

  it('digits typed into a field are text, and shortcuts with Ctrl are not ours', async () => {
    const item = await newCase();
    const onClose = renderMenu(item);
    fireEvent.keyDown(await screen.findByLabelText(/一般几点在线/), { key: '1' });
    fireEvent.keyDown(await first(), { key: '1', ctrlKey: true });
    expect(onClose).not.toHaveBeenCalled();
  });

  it('does not offer tonight when it is over', async () => {
    vi.setSystemTime(at('2026-11-21T20:00'));
    const item = await newCase();
    renderPlain(<SnoozeMenu item={item} present={at('2026-11-21T20:00')} onClose={() => undefined} />);
    expect(await choice(2)).toBeDisabled();
  });

  it('R165 the buyer’s hour is a guess until typed once, then holds for the buyer’s other cases', async () => {
    const item = await newCase();
    renderMenu(item);
    expect(await screen.findByText('猜的')).toBeInTheDocument();
    expect(await choice(4)).toHaveTextContent(/^4 买家在线时猜的今天 21:00$/);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/一般几点在线/), '0:30{Enter}');
    await waitFor(async () => expect(await readBuyerHour(item.platform, item.buyerId)).toBe(30));
    const known = await choice(4);
    await waitFor(() => expect(known).toHaveTextContent(/^4 买家在线时明天 00:30$/));
    expect(await readBuyerHour('taobao', item.buyerId)).toBeNull();
  });

  it('an hour that is none is refused and not kept', async () => {
    const item = await newCase();
    renderMenu(item);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText(/一般几点在线/), '25:00{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('写成 21:00 这样');
    expect(await readBuyerHour(item.platform, item.buyerId)).toBeNull();
  });

  it('R111 a number of days makes it come back', async () => {
    const item = await newCase();
    renderMenu(item);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText(/定期跟进/), '3');
    await waitFor(async () => expect(await readRepeat(item.id)).toBe(3));
  });
});

describe('R111 a follow-up that repeats', () => {
  it('comes back after done, keeps its text, and ends when the case is closed', async () => {
    const item = await newCase();
    await setRepeat(item.id, 3);
    await completeFollowUp(item.id, now);
    expect(await getCase(item.id)).toMatchObject({
      nextActionAt: now + hour + 3 * day,
      nextAction: '催视频',
    });
    await updateCase(item.id, { nextActionAt: now + 5 * day }, now);
    await completeFollowUp(item.id, now + 5 * day);
    expect((await getCase(item.id))?.nextActionAt).toBe(now + 8 * day);
    await setCaseStatus(item.id, 'closed', now);
    expect(await listPendingReminders()).toEqual([]);
  });

  it('once means once: done clears the next step', async () => {
    const item = await newCase();
    await setRepeat(item.id, 3);
    await setRepeat(item.id, null);
    await completeFollowUp(item.id, now);
    expect(await getCase(item.id)).toMatchObject({ nextActionAt: null, nextAction: '' });
  });
});

describe('waiting for the buyer', () => {
  it('R7 stands among the waiting until the reply, then is ours within the hour', async () => {
    const item = await newCase();
    await waitForBuyer(item.id, safetyDate(now), now);
    renderPlain(<TodayList onOpen={() => undefined} onNew={() => undefined} />);
    expect(await band('等待中')).toHaveTextContent(item.buyerId);
    fireEvent.click(screen.getByRole('button', { name: '买家回复了' }));
    expect(await band('2 小时内')).toHaveTextContent(item.buyerId);
    expect(await getCase(item.id)).toMatchObject({ waitingOn: 'us', nextActionAt: now + hour });
  });

  it('R also says so, and does nothing on a row that waits for nobody', async () => {
    const item = await newCase();
    renderPlain(<TodayList onOpen={() => undefined} onNew={() => undefined} />);
    await band('2 小时内');
    fireEvent.keyDown(list(), { key: 'r' });
    await waitForBuyer(item.id, safetyDate(now), now);
    await band('等待中');
    fireEvent.keyDown(list(), { key: 'r' });
    await waitFor(async () => expect((await getCase(item.id))?.waitingOn).toBe('us'));
  });

  it('the reply is in the history as whose move it is', async () => {
    const item = await newCase();
    await waitForBuyer(item.id, safetyDate(now), now);
    await buyerReplied(item.id, now);
    const { data } = (await listEvents(item.id)).at(-1) ?? {};
    expect(data).toEqual({ field: 'waitingOn', from: 'buyer', to: 'us' });
  });
});

it('a reminder that was seen does not ring again when the case is edited', async () => {
  const item = await newCase(now - hour);
  const [one] = await listPendingReminders();
  if (one === undefined) throw new Error('no reminder');
  const occurrence = `${one.id}@${one.dueAt}`;
  await markFired([{ occurrence, reminderId: one.id, firedAt: now, missed: true }], now);
  expect((await listRemindersOfCase(item.id))[0]).toMatchObject({ state: 'fired', missed: true });
  await dismissReminder(one.id);
  await updateCase(item.id, { product: '别的货' }, now);
  expect(await listPendingReminders()).toEqual([]);
});

describe('R61 what cannot be done now is noted down', () => {
  const bare = () => createCase(makeCaseInput({ nextActionAt: now + hour }), now);
  const note = () => screen.findByLabelText('备注：到时做什么');

  it('R61 without a note nothing is put off: the menu asks for it, and then saves both', async () => {
    const item = await bare();
    const onClose = renderMenu(item);
    const field = await note();
    await waitFor(() => expect(field).toHaveFocus());
    fireEvent.click(await choice(3));
    expect(await screen.findByRole('alert')).toHaveTextContent(/要写一句备注/);
    fireEvent.click(await choice(5));
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.change(await note(), { target: { value: ' 等仓库盘点 ' } });
    fireEvent.keyDown(await note(), { key: 'Enter' });
    expect(await first()).toHaveFocus();
    fireEvent.keyDown(await first(), { key: '3' });
    await waitFor(async () =>
      expect(await getCase(item.id)).toMatchObject({
        nextAction: '等仓库盘点',
        nextActionAt: at('2026-11-22T09:00'),
      }),
    );
    expect((await listEvents(item.id)).at(-1)?.data['text']).toBe('等仓库盘点');
  });

  it('R61 a case that says what to do needs no second note', async () => {
    const item = await newCase();
    renderMenu(item);
    fireEvent.keyDown(await first(), { key: '3' });
    await waitFor(async () => expect((await getCase(item.id))?.nextAction).toBe('催视频'));
    expect((await getCase(item.id))?.nextActionAt).toBe(at('2026-11-22T09:00'));
  });
});
