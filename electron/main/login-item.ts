/** What Electron's `app` offers for it. */
export type LoginApp = {
  readonly isPackaged: boolean;
  readonly getLoginItemSettings: (options?: { args?: string[] }) => {
    readonly openAtLogin: boolean;
    readonly wasOpenedAtLogin?: boolean;
  };
  readonly setLoginItemSettings: (settings: { openAtLogin: boolean; args?: string[] }) => void;
};

/** Starting with the computer. */
export type LoginItem = {
  readonly available: boolean;
  readonly isOn: () => boolean;
  readonly set: (on: boolean) => void;
  /** The computer started the app, nobody clicked it: it stays in the tray. */
  readonly startedByIt: () => boolean;
};

/** Told to the app on Windows, where it cannot ask who started it. */
export const hiddenArgument = '--hidden';

/**
 * Start at login. Electron has it on Windows and macOS only, and from a folder of a developer it would register
 * the bare Electron, so only the installed app offers it.
 */
export function loginItem(app: LoginApp, platform: string, argv: readonly string[]): LoginItem {
  const available = app.isPackaged && (platform === 'win32' || platform === 'darwin');
  const args = platform === 'win32' ? { args: [hiddenArgument] } : {};
  return {
    available,
    isOn: () => available && app.getLoginItemSettings(args).openAtLogin,
    set: (on) => {
      if (available) app.setLoginItemSettings({ openAtLogin: on, ...args });
    },
    startedByIt: () =>
      available &&
      (argv.includes(hiddenArgument) ||
        (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin === true)),
  };
}
