import type { Tray as ElectronTray } from 'electron';
import type { TrayFacts } from './control';
import { GuardedEmitter } from './guarded-emitter';
import { requireReady } from './lifecycle';
import { clickMenuItem, menuFacts, type StandInMenu } from './menu';
import { guard } from './not-implemented';

type Implemented = Pick<ElectronTray, 'setToolTip' | 'setTitle' | 'destroy' | 'isDestroyed' | 'setImage'>;

const trays: StandInTray[] = [];

/** A tray icon, kept as data; the driver can click it and its menu. */
class StandInTray extends GuardedEmitter implements Implemented {
  toolTip = '';
  menu: StandInMenu | null = null;
  destroyed = false;

  constructor(_image: unknown) {
    requireReady('Tray');
    // `npm start` has nothing to draw an icon with; an app must not hide behind one nobody sees.
    if (process.env['STAND_IN_NO_TRAY'] === '1') throw new Error('stand-in: this host has no tray');
    super('Tray');
    trays.push(this);
  }

  setToolTip(text: string): void {
    this.toolTip = text;
  }

  setTitle(): void {}

  setContextMenu(menu: StandInMenu | null): void {
    this.menu = menu;
  }

  setImage(): void {}

  destroy(): void {
    this.destroyed = true;
    trays.splice(trays.indexOf(this), 1);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export const Tray = guard('Tray', StandInTray);

function trayAt(index: number): StandInTray {
  const tray = trays[index];
  if (tray === undefined) throw new Error(`no tray icon ${index}`);
  return tray;
}

export function trayFacts(): readonly TrayFacts[] {
  return trays.map((tray) => ({ toolTip: tray.toolTip, menu: menuFacts(tray.menu) }));
}

export function clickTrayIcon(index: number): void {
  trayAt(index).emit('click');
}

export function clickTrayMenuItem(index: number, idOrLabel: string): void {
  clickMenuItem(trayAt(index).menu, idOrLabel);
}
