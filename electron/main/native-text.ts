import type { Language } from './preferences';

/** The few sentences main itself shows; everything else is the window's. */
export type NativeText = {
  readonly dueTitle: (count: number) => string;
  readonly missedTitle: (count: number) => string;
  readonly more: (count: number) => string;
  /** The countdown of a notification: what is left, how late, or neither. */
  readonly left: (distance: string) => string;
  readonly over: (distance: string) => string;
  readonly late: (distance: string) => string;
  readonly dueNow: string;
  /** A patrol round is never late. */
  readonly notDone: string;
  readonly distance: (days: number, hours: number, minutes: number) => string;
  /** With the app locked nobody's name or typed words are shown. */
  readonly lockedFollowUp: string;
  readonly lockedGroup: string;
  readonly appName: string;
  readonly waiting: (count: number) => string;
  readonly next: (what: string) => string;
  readonly nothingNext: string;
  readonly today: (time: string) => string;
  readonly tomorrow: (time: string) => string;
  readonly open: string;
  readonly pause: string;
  readonly resume: (until: string) => string;
  readonly paused: (until: string) => string;
  readonly closeQuestion: string;
  readonly closeDetail: string;
  readonly closeToTray: string;
  readonly closeQuit: string;
  readonly startAtLogin: string;
  readonly cancel: string;
  readonly chooseExportFolder: string;
  readonly chooseVaultFolder: string;
  readonly chooseArchive: string;
  readonly chooseBackupFolder: string;
  readonly chooseWatchFolder: string;
  readonly saveFile: string;
  readonly savePdf: string;
  readonly crashed: string;
  readonly crashedDetail: string;
  readonly reopen: string;
  readonly startFailed: string;
  readonly startFailedDetail: string;
  readonly menu: Readonly<Record<MenuLabel, string>>;
};

export type MenuLabel =
  | 'file'
  | 'edit'
  | 'view'
  | 'window'
  | 'newCase'
  | 'search'
  | 'today'
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'fullscreen'
  | 'minimize'
  | 'close';

const zh: NativeText = {
  dueTitle: (count) => `${count} 件事到时间了`,
  missedTitle: (count) => `关机期间错过了 ${count} 个提醒`,
  more: (count) => `还有 ${count} 件`,
  left: (distance) => `剩 ${distance}`,
  over: (distance) => `已逾期 ${distance}`,
  late: (distance) => `晚了 ${distance}`,
  dueNow: '到时间了',
  notDone: '还没做',
  distance: (days, hours, minutes) => {
    if (days > 0) return hours > 0 && days < 3 ? `${days} 天 ${hours} 小时` : `${days} 天`;
    return hours > 0 ? `${hours} 小时 ${minutes} 分` : `${minutes} 分`;
  },
  lockedFollowUp: '有一件售后要跟进',
  lockedGroup: '打开留底查看',
  appName: '留底',
  waiting: (count) => `${count} 件响过，等你处理`,
  next: (what) => `下一个：${what}`,
  nothingNext: '没有等着响的提醒',
  today: (time) => `今天 ${time}`,
  tomorrow: (time) => `明天 ${time}`,
  open: '打开留底',
  pause: '暂停提醒 1 小时',
  resume: (until) => `恢复提醒（已暂停到 ${until}）`,
  paused: (until) => `提醒已暂停到 ${until}`,
  closeQuestion: '关掉窗口后，还要继续提醒吗？',
  closeDetail:
    '留底开着才会提醒。关到托盘：窗口收起，到点照样响，点托盘图标就回来。退出：错过的提醒下次打开时列出来。以后可以在设置里改。',
  closeToTray: '关到托盘继续提醒',
  closeQuit: '退出',
  startAtLogin: '开机时自动启动',
  cancel: '取消',
  chooseExportFolder: '选择导出位置',
  chooseVaultFolder: '选择保险库位置',
  chooseArchive: '选择归档文件',
  chooseBackupFolder: '选择备份位置（移动硬盘、U 盘或同步文件夹）',
  chooseWatchFolder: '选择要监看的文件夹',
  saveFile: '保存到',
  savePdf: '保存退货说明单',
  crashed: '界面再次意外停止',
  crashedDetail: '已保存的数据都在。可以重新打开界面，或退出后再启动。',
  reopen: '重新打开',
  startFailed: '留底无法启动',
  startFailedDetail: '数据没有被改动。请检查磁盘空间和数据文件夹的权限，再重新启动。',
  menu: {
    file: '文件',
    edit: '编辑',
    view: '视图',
    window: '窗口',
    newCase: '新建售后单',
    search: '搜索',
    today: '今日',
    quit: '退出留底',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '实际大小',
    fullscreen: '全屏',
    minimize: '最小化',
    close: '关闭窗口',
  },
};

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

const en: NativeText = {
  dueTitle: (count) => `${count} things are due`,
  missedTitle: (count) =>
    `${count} ${count === 1 ? 'reminder was' : 'reminders were'} missed while Liudi was closed`,
  more: (count) => `and ${count} more`,
  left: (distance) => `${distance} left`,
  over: (distance) => `overdue by ${distance}`,
  late: (distance) => `${distance} late`,
  dueNow: 'due now',
  notDone: 'not done yet',
  distance: (days, hours, minutes) => {
    if (days > 0) return hours > 0 && days < 3 ? `${many(days, 'day')} ${hours} h` : many(days, 'day');
    return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
  },
  lockedFollowUp: 'A case needs following up',
  lockedGroup: 'Open Liudi to see them',
  appName: 'Liudi',
  waiting: (count) => `${many(count, 'rung reminder')} to look after`,
  next: (what) => `Next: ${what}`,
  nothingNext: 'No reminder is waiting to ring',
  today: (time) => `today ${time}`,
  tomorrow: (time) => `tomorrow ${time}`,
  open: 'Open Liudi',
  pause: 'Pause reminders for 1 hour',
  resume: (until) => `Ring again (paused until ${until})`,
  paused: (until) => `paused until ${until}`,
  closeQuestion: 'Keep reminding you when the window is closed?',
  closeDetail:
    'Liudi rings only while it runs. In the tray the window is put away, reminders still ring, and a click on the icon brings it back. After quitting, what was missed is listed at the next start. You can change this in Settings.',
  closeToTray: 'Close to the tray, keep reminding',
  closeQuit: 'Quit',
  startAtLogin: 'Start with the computer',
  cancel: 'Cancel',
  chooseExportFolder: 'Choose where to export',
  chooseVaultFolder: 'Choose where the vault lies',
  chooseArchive: 'Choose an archive',
  chooseBackupFolder: 'Choose where backups go (another disk, a stick or a synced folder)',
  chooseWatchFolder: 'Choose the folder to watch',
  saveFile: 'Save as',
  savePdf: 'Save return slip',
  crashed: 'The screen stopped again',
  crashedDetail: 'Everything you saved is still there. Reopen the screen, or quit and start again.',
  reopen: 'Reopen',
  startFailed: 'Liudi cannot start',
  startFailedDetail:
    'No data was changed. Check free disk space and access to the data folder, then start again.',
  menu: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    newCase: 'New case',
    search: 'Search',
    today: 'Today',
    quit: 'Quit Liudi',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    resetZoom: 'Actual size',
    fullscreen: 'Full screen',
    minimize: 'Minimize',
    close: 'Close window',
  },
};

const texts: Readonly<Record<Language, NativeText>> = { 'zh-CN': zh, en };

/** Main's own sentences in one language. */
export function nativeText(language: Language): NativeText {
  return texts[language];
}

/** The seller's choice; before it is known Chinese, unless the system is set to English. */
export function chooseLanguage(preferred: Language | null, systemLocale: string): Language {
  return preferred ?? (/^en\b/i.test(systemLocale) ? 'en' : 'zh-CN');
}
