import i18next from 'i18next';
import type { Root } from 'react-dom/client';
import { takeRowKeys } from '../data/cipher/current-cipher';
import { draftsSettled } from '../data/draft-repository';
import { useIntake } from '../features/evidence/intake-store';
import { ConvertScreen } from '../features/lock/convert-screen';
import { Curtain } from '../features/lock/curtain';
import { dressWithoutSettings } from './before-settings';
import { LockScreen } from '../features/lock/lock-screen';
import { handScheduleOver } from '../features/reminders/schedule-sync';
import { ask, listen } from '../platform/desktop';

/**
 * Comes before the database: while the app is locked nothing of it is opened. Resolves when the app is open, its rows
 * are where the lock wants them, and their keys are taken.
 */
export async function unlockFirst(root: Root): Promise<void> {
  const status = await ask('getLock');
  listen('lockChanged', ({ locked }) => {
    if (locked) void drawCurtain(root);
  });
  if (status.locked) {
    await dressWithoutSettings(status.language);
    await new Promise<void>((done) => {
      root.render(<LockScreen status={status} onUnlocked={done} />);
    });
  }
  const keys = await ask('getRowKeys');
  if (keys !== null && keys.state !== 'sealed') {
    await new Promise<void>((done) => {
      root.render(<ConvertScreen keys={keys} onDone={done} />);
    });
  }
  await takeRowKeys(await ask('getRowKeys'));
}

let drawn = false;

/**
 * The app was locked: its screens go at once, files that are being taken in are finished, what was typed is kept,
 * then the page begins anew, with empty stores, and finds itself locked.
 */
async function drawCurtain(root: Root): Promise<void> {
  if (drawn) return;
  drawn = true;
  root.render(<Curtain />);
  await intakeOver();
  await draftsSettled().catch(() => undefined);
  // A reminder set a moment ago has to ring all the same.
  await handScheduleOver(i18next.language === 'en' ? 'en' : 'zh-CN').catch(() => undefined);
  location.reload();
}

function intakeOver(): Promise<void> {
  return new Promise((resolve) => {
    if (!useIntake.getState().running) {
      resolve();
      return;
    }
    const stop = useIntake.subscribe(({ running }) => {
      if (running) return;
      stop();
      resolve();
    });
  });
}
