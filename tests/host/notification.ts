import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron';
import type { ShownNotification } from './control';
import { tellDriver } from './driver-link';
import { GuardedEmitter } from './guarded-emitter';
import { requireReady } from './lifecycle';
import { guard } from './not-implemented';
import { createEvent } from './stand-in-event';

type Implemented = Pick<ElectronNotification, 'title' | 'body' | 'silent' | 'show' | 'close'>;

const shown: { readonly facts: ShownNotification; readonly notification: StandInNotification }[] = [];

/** A notification that is recorded instead of shown; the driver can click it. */
class StandInNotification extends GuardedEmitter implements Implemented {
  title: string;
  body: string;
  silent: boolean;
  isShown = false;

  constructor(options: NotificationConstructorOptions = {}) {
    requireReady('Notification');
    super('Notification');
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    this.isShown = true;
    const facts = { title: this.title, body: this.body, silent: this.silent, at: Date.now() };
    shown.push({ facts, notification: this });
    tellDriver('notificationShown', facts);
    queueMicrotask(() => this.emit('show', createEvent({})));
  }

  close(): void {
    if (!this.isShown) return;
    this.isShown = false;
    this.emit('close', createEvent({}));
  }
}

export const Notification = guard('Notification', StandInNotification);

/** Everything shown since the start, in order. */
export function shownNotifications(): readonly ShownNotification[] {
  return shown.map((entry) => entry.facts);
}

/** The seller clicks the notification shown as number `index` (from 0). */
export function clickShownNotification(index: number): void {
  const entry = shown.at(index);
  if (entry === undefined) throw new Error(`no notification ${index}; ${shown.length} were shown`);
  entry.notification.emit('click', createEvent({}));
}
