import { Menu, nativeImage, Tray } from 'electron';
import { errorKind, type Log } from './log';
import { trayIcon } from './tray-icons';
import { traysAreShown } from './tray-support';
import { type TrayActions, trayTemplate, trayToolTip, type TrayView } from './tray-template';

/** The icon beside the clock. */
export type TrayIcon = {
  /** False where the desktop shows none; then closing the window quits. */
  readonly available: boolean;
  /** Shows what is next and how many wait; equal views change nothing, so an open menu stays open. */
  readonly show: (view: TrayView) => void;
};

const noTray: TrayIcon = { available: false, show: () => undefined };

/** Held here: an icon that is collected vanishes from the tray. */
let held: Tray | null = null;

/** Puts up the icon, where there is a tray. */
export async function openTray(actions: TrayActions, log: Log): Promise<TrayIcon> {
  const mac = process.platform === 'darwin';
  const inElectron = process.versions['electron'] !== undefined;
  if (inElectron && !(await traysAreShown(process.platform))) {
    log('info', 'this desktop shows no tray icons');
    return noTray;
  }
  let tray: Tray;
  try {
    tray = new Tray(makeIcon(mac));
  } catch (error) {
    log('info', `no tray here (${errorKind(error)})`);
    return noTray;
  }
  held = tray;
  // On macOS a click opens the menu; elsewhere it is the quick way to the window.
  if (!mac) tray.on('click', actions.open);

  let shown = '';
  return {
    available: true,
    show: (view) => {
      const picture = JSON.stringify(view);
      if (picture === shown || held === null || held.isDestroyed()) return;
      shown = picture;
      tray.setToolTip(trayToolTip(view));
      if (mac) tray.setTitle(view.waiting === 0 ? '' : String(view.waiting));
      tray.setContextMenu(Menu.buildFromTemplate([...trayTemplate(view, actions)]));
    },
  };
}

function makeIcon(mac: boolean) {
  const { small, large } = mac ? trayIcon.template : trayIcon.seal;
  const image = nativeImage.createFromDataURL(small);
  image.addRepresentation({ scaleFactor: 2, dataURL: large });
  if (mac) image.setTemplateImage(true);
  return image;
}
