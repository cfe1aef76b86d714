import { Notification } from 'electron';
import type { Log } from '../log';
import { escapeMarkup, type Notice } from './notices';

/** Held until closed: a collected notification does not answer its click. */
const shown = new Set<Notification>();
const heldAtMost = 100;

const readsMarkup = process.platform === 'linux' && process.versions['electron'] !== undefined;

/**
 * Shows a native notification, with the system's sound unless `silent`. It is only a copy: the list in the window is
 * the truth, so failing is logged, no more.
 */
export function showNotice(notice: Notice, silent: boolean, clicked: () => void, log: Log): void {
  if (!Notification.isSupported()) {
    log('warn', 'notifications not supported here');
    return;
  }
  const body = readsMarkup ? escapeMarkup(notice.body) : notice.body;
  const notification = new Notification({ title: notice.title, body, silent });
  const forget = () => shown.delete(notification);
  notification.on('click', () => {
    forget();
    clicked();
  });
  notification.on('close', forget);
  notification.on('failed', () => {
    forget();
    log('warn', 'the system did not show a notification');
  });
  hold(notification);
  notification.show();
}

function hold(notification: Notification): void {
  shown.add(notification);
  const [oldest] = shown;
  if (shown.size > heldAtMost && oldest !== undefined) shown.delete(oldest);
}
