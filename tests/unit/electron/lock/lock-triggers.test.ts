import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { startLockTriggers } from '../../../../electron/main/lock/lock-triggers';

function setup({ minutes = 5, busy = false } = {}) {
  const signs = Object.assign(new EventEmitter(), { idle: 0, getSystemIdleTime: () => signs.idle });
  let locks = 0;
  let look = (): void => undefined;
  const facts = { minutes, busy };
  startLockTriggers({
    signs,
    idleMinutes: () => facts.minutes,
    isBusy: () => facts.busy,
    lock: () => {
      locks += 1;
    },
    every: (run) => {
      look = run;
      return () => undefined;
    },
  });
  return {
    signs,
    facts,
    locks: () => locks,
    idleFor: (seconds: number) => {
      signs.idle = seconds;
      look();
    },
  };
}

describe('the app locks itself', () => {
  test('when the computer is locked or goes to sleep', () => {
    const { signs, locks } = setup();
    signs.emit('lock-screen');
    signs.emit('suspend');
    expect(locks()).toBe(2);
  });

  test('after the chosen minutes without a touch, not before', () => {
    const { idleFor, locks } = setup();
    idleFor(299);
    expect(locks()).toBe(0);
    idleFor(300);
    expect(locks()).toBe(1);
  });

  test('never by idle time when that is switched off', () => {
    const { idleFor, locks } = setup({ minutes: 0 });
    idleFor(100_000);
    expect(locks()).toBe(0);
  });

  test('not in the middle of an export that runs alone, but right after it', () => {
    const { idleFor, locks, facts } = setup({ busy: true });
    idleFor(600);
    expect(locks()).toBe(0);
    facts.busy = false;
    idleFor(605);
    expect(locks()).toBe(1);
  });
});
