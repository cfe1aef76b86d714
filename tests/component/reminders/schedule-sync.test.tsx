import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { listFiredReminders, listPendingReminders } from '../../../renderer/data/reminder-repository';
import { RungPanel } from '../../../renderer/features/reminders/missed-panel';
import { PatrolPanel } from '../../../renderer/features/patrol/patrol-panel';
import { startReminders } from '../../../renderer/features/reminders/schedule-sync';
import { useScreen } from '../../../renderer/state/screen-store';
import { fromShanghai } from '#shared/domain/shanghai-time';
import { occurrenceId } from '#shared/domain/reminder';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';
import type { FiredReminder, ScheduleEntry } from '#shared/ipc/contract';

const now = fromShanghai('2026-11-21T12:00') ?? 0;
const hour = 3_600_000;
let stop: () => void = () => undefined;

/** The window's side of the alarms with a main that has rung `fired`. */
function start(fired: readonly FiredReminder[] = []) {
  const desktop = installFakeDesktop({ listFired: () => fired });
  const errors: unknown[] = [];
  const opened: string[] = [];
  stop = startReminders(
    'zh-CN',
    (caseId) => opened.push(caseId ?? 'round'),
    (error) => errors.push(error),
  );
  const last = (name: string): unknown => desktop.calls.filter((call) => call.name === name).at(-1)?.args[0];
  const schedule = (): readonly ScheduleEntry[] => (last('setSchedule') ?? []) as ScheduleEntry[];
  return { desktop, last, schedule, errors, opened };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  useScreen.setState({ screen: 'today', caseId: null });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('what main is told', () => {
  it('R133 a deadline goes with its kind and its end, a follow-up with its text', async () => {
    await createCase(makeCaseInput({ events: { 'aftersale.applied': now - hour } }), now);
    await createCase(makeCaseInput({ nextAction: '催视频', nextActionAt: now + hour }), now);
    const { schedule } = start();
    await waitFor(() => expect(schedule().length).toBeGreaterThan(1));
    const entries = schedule();
    expect(entries.find(({ kind }) => kind === 'followUp')).toMatchObject({ title: '催视频', endsAt: null });
    const deadline = entries.find(({ kind }) => kind === 'deadline');
    expect(deadline?.endsAt).toBeGreaterThan(deadline?.dueAt ?? Infinity);
    expect(deadline?.body).toContain('小鱼爱吃猫');
  });

  it('a buyer ID that turns the reading direction does not turn what stands behind it', async () => {
    const turned = '客户\u202Egpj';
    await createCase(
      makeCaseInput({ buyerId: turned, nextAction: `看\u202E图`, nextActionAt: now + hour }),
      now,
    );
    const { schedule } = start();
    await waitFor(() => expect(schedule().some(({ kind }) => kind === 'followUp')).toBe(true));
    const followUp = schedule().find(({ kind }) => kind === 'followUp');
    expect(followUp).toMatchObject({ title: '看图', body: expect.stringContaining('客户gpj · ') });
  });

  it('the case on screen, each time another one is shown, and null when none is', async () => {
    const item = await createCase(makeCaseInput(), now);
    const { desktop } = start();
    useScreen.getState().openCase(item.id);
    useScreen.getState().setTab('notes');
    useScreen.getState().go('today');
    const told = desktop.calls.filter(({ name }) => name === 'setOpenCase').map(({ args }) => args[0]);
    expect(told).toEqual([null, item.id, null]);
  });

  it('how many rung ones wait, after each was taken over', async () => {
    await createCase(makeCaseInput({ nextAction: '催视频', nextActionAt: now - hour }), now);
    const [one] = await listPendingReminders();
    if (one === undefined) throw new Error('no reminder');
    const record = {
      occurrence: occurrenceId(one),
      reminderId: one.id,
      caseId: one.caseId,
      dueAt: one.dueAt,
      firedAt: now,
      missed: true,
    };
    const { last, errors } = start([record]);
    await waitFor(() => expect(last('setBadge')).toEqual({ waiting: 1 }));
    expect(last('acknowledgeFired')).toEqual([record.occurrence]);
    expect(await listFiredReminders()).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('plays the sound main asks for, by kind', () => {
    const played: string[] = [];
    class SilentAudio {
      readonly #url: string;
      constructor(url: string) {
        this.#url = url;
      }
      play(): Promise<void> {
        played.push(this.#url);
        return Promise.reject(new Error('not allowed'));
      }
    }
    vi.stubGlobal('Audio', SilentAudio);
    const { desktop } = start();
    desktop.emit('reminderSound', { kind: 'deadline' });
    desktop.emit('reminderSound', { kind: 'followUp' });
    expect(played.map((url) => /([a-z-]+)\.wav/.exec(url)?.[1])).toEqual(['deadline', 'follow-up']);
    vi.unstubAllGlobals();
  });
});

describe('the list of what rang', () => {
  it.each([
    ['in time', 60_000, false, /^响于 今天 11:00$/],
    ['held back by quiet hours or sleep', 30 * 60_000, false, /^晚响：本该 今天 11:00$/],
    ['while the app was closed', 30 * 60_000, true, /^错过：今天 11:00$/],
  ])('says truly how it rang: %s', async (_what, late, missed, words) => {
    await createCase(makeCaseInput({ nextAction: '催视频', nextActionAt: now - hour }), now);
    const [one] = await listPendingReminders();
    if (one === undefined) throw new Error('no reminder');
    start([
      {
        occurrence: occurrenceId(one),
        reminderId: one.id,
        caseId: one.caseId,
        dueAt: one.dueAt,
        firedAt: one.dueAt + late,
        missed,
      },
    ]);
    renderPlain(<RungPanel onOpen={() => undefined} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText(/留底开着才会提醒/)).toBeInTheDocument();
    act(() => undefined);
  });
});

describe('patrol rounds', () => {
  const at = fromShanghai('2026-11-21T12:00') ?? 0;

  it('R60 R70 go to main without a case, and again with another clock', async () => {
    await createCase(makeCaseInput(), now);
    const { desktop, schedule } = start();
    await waitFor(() => expect(schedule().length).toBeGreaterThan(0));
    const first = schedule().find(({ kind }) => kind === 'patrol');
    expect(first).toMatchObject({ caseId: null, title: expect.stringMatching(/^巡查/), body: '拼多多' });
    expect(schedule().filter(({ reminderId }) => reminderId === 'patrol:pending')[0]?.dueAt).toBe(at);
    vi.setSystemTime(now + 30 * 24 * hour);
    desktop.emit('clockChanged', { now: now + 30 * 24 * hour });
    await waitFor(() =>
      expect(schedule().find(({ kind }) => kind === 'patrol')?.dueAt).toBeGreaterThan(now + 29 * 24 * hour),
    );
  });

  it('R60 one that rang stands in the list as not done yet; a click on it opens the round', async () => {
    await createCase(makeCaseInput(), now);
    const { desktop, opened } = start([
      {
        occurrence: `patrol:pending@${at}`,
        reminderId: 'patrol:pending',
        caseId: null,
        dueAt: at,
        firedAt: at + hour,
        missed: true,
      },
    ]);
    renderPlain(<RungPanel onOpen={() => undefined} />);
    renderPlain(<PatrolPanel />);
    const line = await screen.findByText('今天 12:00 这一轮');
    expect(line.closest('li')).toHaveTextContent('还没做');
    expect(line.closest('li')).not.toHaveTextContent(/逾期|错过|晚/);
    act(() => line.closest('button')?.click());
    expect(useScreen.getState().screen).toBe('today');
    await waitFor(() => expect(document.querySelector('.patrol-form input')).toHaveFocus());
    desktop.emit('reminderClicked', { caseId: null, reminderId: 'patrol:pending' });
    expect(opened).toEqual(['round']);
  });
});
