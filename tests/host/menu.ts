import type {
  Menu as ElectronMenu,
  MenuItem as ElectronMenuItem,
  MenuItemConstructorOptions,
} from 'electron';
import type { MenuFacts } from './control';
import { GuardedEmitter } from './guarded-emitter';
import { guard } from './not-implemented';

/** One entry of a menu. Roles do nothing here: the browser has its own copy, paste and so on. */
class StandInMenuItem {
  readonly id: string;
  label: string;
  readonly role: string;
  readonly type: string;
  readonly accelerator: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly submenu: StandInMenu | undefined;
  readonly click: () => void;

  constructor(options: MenuItemConstructorOptions) {
    this.id = options.id ?? '';
    this.label = options.label ?? '';
    this.role = options.role ?? '';
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(options.submenu)
      ? StandInMenu.buildFromTemplate(options.submenu)
      : (options.submenu as unknown as StandInMenu | undefined);
    this.click = () => {
      options.click?.(this as unknown as ElectronMenuItem, undefined, {} as never);
    };
  }
}

/** A menu, kept as data. */
export class StandInMenu extends GuardedEmitter implements Pick<ElectronMenu, 'closePopup'> {
  readonly items: StandInMenuItem[] = [];
  static #application: StandInMenu | null = null;

  constructor() {
    super('Menu');
  }

  static buildFromTemplate(
    template: readonly (MenuItemConstructorOptions | ElectronMenuItem)[],
  ): StandInMenu {
    const menu = new StandInMenu();
    for (const item of template)
      menu.append(
        item instanceof StandInMenuItem ? item : new StandInMenuItem(item as MenuItemConstructorOptions),
      );
    return menu;
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.#application = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.#application;
  }

  append(item: StandInMenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    return findItem(this, (item) => item.id === id) ?? null;
  }

  closePopup(): void {}
}

function findItem(
  menu: StandInMenu,
  matches: (item: StandInMenuItem) => boolean,
): StandInMenuItem | undefined {
  for (const item of menu.items) {
    if (matches(item)) return item;
    const inside = item.submenu === undefined ? undefined : findItem(item.submenu, matches);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** A menu as plain data for the driver. */
export function menuFacts(menu: StandInMenu | null): readonly MenuFacts[] {
  return (menu?.items ?? []).map((item) => ({
    id: item.id,
    label: item.label,
    role: item.role,
    accelerator: item.accelerator,
    isEnabled: item.enabled,
    submenu: menuFacts(item.submenu ?? null),
  }));
}

/** Clicks the entry with this id or label. */
export function clickMenuItem(menu: StandInMenu | null, idOrLabel: string): void {
  const item =
    menu === null ? undefined : findItem(menu, (entry) => [entry.id, entry.label].includes(idOrLabel));
  if (item === undefined) throw new Error(`no menu entry ${idOrLabel}`);
  if (!item.enabled) throw new Error(`menu entry ${idOrLabel} is disabled`);
  item.click();
}

export const Menu = guard('Menu', StandInMenu);
export const MenuItem = guard('MenuItem', StandInMenuItem);
