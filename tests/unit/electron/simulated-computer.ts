import { type AlarmClock, openAlarmClock } from '../../../electron/main/reminders/alarm-clock';
import { openAlarmStore } from '../../../electron/main/reminders/alarm-store';
import { startTicker, type Ticker } from '../../../electron/main/reminders/ticker';
import type { ScheduleEntry } from '../../../shared/ipc/contract';
import { type Hush, noHush } from '../../../shared/domain/quiet-hours';
import { systemError, watchedDisk } from './faulty-disk';

/** Steps of one write as {@link watchedDisk} names them, in order; a kill may fall before each. */
export const writeSteps = ['open', 'write', 'sync', 'close', 'rename', 'openFolder', 'syncFolder'] as const;

type Kill = { readonly at: (typeof writeSteps)[number] | 'shown' };

type Timer = { readonly run: () => void; readonly at: number };

/**
 * A computer with the real alarm clock, the real ticker and the real file on the real disk. Only time is made up,
 * and death: a process that was killed never touches disk or screen again. The window's database is a map that
 * outlives the process, as Dexie's does.
 */
export class SimulatedComputer {
  now: number;
  hush: Hush = noHush;
  diskIsFull = false;
  /** The next process to reach this point of storing or showing dies there. */
  kill: Kill | null = null;
  /** How often each occurrence was shown, how often the window took it over as rung, and how late (ms). */
  readonly shown = new Map<string, number>();
  readonly taken = new Map<string, { readonly missed: boolean; readonly late: number }>();
  /** What a killed process would still have shown. */
  unshown = 0;
  readonly log: string[] = [];
  /** Reminders as the window knows them; what rang leaves it. */
  readonly pending: Map<string, ScheduleEntry>;

  private elapsed = 0;
  private process = 0;
  private timer: Timer | null = null;
  private inFlight: Promise<unknown> = Promise.resolve();
  private ticker: Ticker | null = null;
  private alarm: AlarmClock | null = null;
  private rangSinceLook = false;
  private readonly folder: string;

  constructor(folder: string, now: number, schedule: readonly ScheduleEntry[]) {
    this.folder = folder;
    this.now = now;
    this.pending = new Map(schedule.map((entry) => [entry.occurrence, entry]));
  }

  /** Starts the app as `setupReminders` does, and its window, which takes over what rang and hands its schedule over. */
  async start(): Promise<void> {
    this.process += 1;
    const me = this.process;
    const alive = (): boolean => me === this.process;
    const step = (name: string): void => {
      if (alive() && this.kill?.at === name) this.die();
      if (!alive()) throw systemError('EIO');
      if (this.diskIsFull && name === 'write') throw systemError('ENOSPC');
    };
    const note = (_level: string, message: string): void => void this.log.push(message);
    const disk = watchedDisk(step);
    const store = openAlarmStore(this.folder, note, {
      ...disk,
      // Killing a process takes nothing from the disk's own memory, so nobody has to wait for the platter.
      open: async (file, flags, mode) => ({
        ...(await disk.open(file, flags, mode)),
        sync: async () => {
          await Promise.resolve();
          step(flags === 'r' ? 'syncFolder' : 'sync');
        },
      }),
    });
    const clock = { now: () => this.now, elapsed: () => this.elapsed };
    const alarm = await openAlarmClock({
      clock,
      store,
      hush: () => this.hush,
      log: note,
      ring: (ringing) => {
        if (alive() && this.kill?.at === 'shown') this.die();
        if (!alive()) {
          this.unshown += ringing.length;
          return;
        }
        for (const { entry } of ringing)
          this.shown.set(entry.occurrence, (this.shown.get(entry.occurrence) ?? 0) + 1);
        this.rangSinceLook = true;
      },
    });
    this.alarm = alarm;
    this.timer = null;
    this.ticker = startTicker({
      clock,
      check: () => {
        const check = alarm.check();
        this.inFlight = check;
        return check;
      },
      untilNext: alarm.untilNext,
      clockMoved: () => undefined,
      later: (run, ms) => {
        const timer = { run, at: this.elapsed + ms };
        if (alive()) this.timer = timer;
        return () => {
          if (this.timer === timer) this.timer = null;
        };
      },
    });
    await this.ticker.tickNow();
    await this.windowLooks(true);
  }

  /** Nobody asked the app to end. */
  die(): void {
    this.process += 1;
    this.timer = null;
    this.kill = null;
  }

  isDead(): boolean {
    return this.timer === null;
  }

  /** The computer is awake for so long: every planned look at the clock happens. */
  async stayAwake(ms: number): Promise<void> {
    const end = this.elapsed + ms;
    while (this.timer !== null && this.timer.at <= end) {
      const { run, at } = this.timer;
      this.now += at - this.elapsed;
      this.elapsed = at;
      this.timer = null;
      run();
      await this.settle();
      await this.windowLooks(false);
    }
    this.now += end - this.elapsed;
    this.elapsed = end;
  }

  /** The wall clock goes on, the steady one stands still; the system may or may not tell that it woke up. */
  async sleep(ms: number, tellsWakeUp: boolean): Promise<void> {
    this.now += ms;
    if (tellsWakeUp && !this.isDead()) await this.ticker?.wakeUp();
    await this.windowLooks(false);
  }

  /** The seller, the network or another system sets the clock. */
  setClock(ms: number): void {
    this.now += ms;
  }

  /** Time passes with the lid mostly shut: cheaper than to stay awake, and rings within the half hour. */
  async doze(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 30 * 60_000) {
      await this.sleep(29 * 60_000, false);
      await this.stayAwake(60_000);
    }
  }

  /** What the seller put off: a new occurrence of the same reminder. */
  snooze(entry: ScheduleEntry, dueAt: number): ScheduleEntry {
    const moved = { ...entry, dueAt, occurrence: `${entry.reminderId}@${dueAt}` };
    this.pending.set(moved.occurrence, moved);
    return moved;
  }

  /** The window takes what main lists as rung, tells main so, and hands its schedule over when it has changed. */
  async windowLooks(always: boolean): Promise<void> {
    const alarm = this.alarm;
    if (alarm === null || this.isDead() || (!always && !this.rangSinceLook)) return;
    this.rangSinceLook = false;
    const fired = alarm.listFired();
    for (const { occurrence, missed, dueAt, firedAt } of fired) {
      this.taken.set(occurrence, { missed, late: firedAt - dueAt });
      this.pending.delete(occurrence);
    }
    try {
      if (fired.length > 0) await alarm.acknowledge(fired.map(({ occurrence }) => occurrence));
      await alarm.setSchedule([...this.pending.values()]);
      await this.ticker?.tickNow();
    } catch {
      // The answer over IPC is an error; the window tries again with its next change.
    }
    if (this.rangSinceLook) await this.windowLooks(false);
  }

  private async settle(): Promise<void> {
    await this.inFlight.catch(() => undefined);
    // The ticker plans its next look right after the check.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
