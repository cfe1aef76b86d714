import type { Language } from './preferences';

/** The few sentences main itself shows; everything else is the window's. */
export type NativeText = {
  readonly dueTitle: (count: number) => string;
  readonly missedTitle: (count: number) => string;
  readonly more: (count: number) => string;
  readonly chooseExportFolder: string;
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
  chooseExportFolder: '选择导出位置',
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

const en: NativeText = {
  dueTitle: (count) => `${count} things are due`,
  missedTitle: (count) =>
    `${count} ${count === 1 ? 'reminder was' : 'reminders were'} missed while Liudi was closed`,
  more: (count) => `and ${count} more`,
  chooseExportFolder: 'Choose where to export',
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
