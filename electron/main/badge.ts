import { app, nativeImage } from 'electron';
import { badgePicture, badgeSize } from './badge-picture';
import { nativeText } from './native-text';
import type { Language } from './preferences';
import { currentWindow } from './window';

/** The number on the dock, the taskbar or the launcher, where the system has one. */
export function showBadge(waiting: number, language: Language): void {
  if (process.platform !== 'win32') {
    app.setBadgeCount(waiting);
    return;
  }
  const window = currentWindow();
  if (window === null) return;
  if (waiting === 0) window.setOverlayIcon(null, '');
  else {
    const picture = Buffer.from(badgePicture(waiting));
    const image = nativeImage.createFromBitmap(picture, { width: badgeSize, height: badgeSize });
    window.setOverlayIcon(image, nativeText(language).waiting(waiting));
  }
}
