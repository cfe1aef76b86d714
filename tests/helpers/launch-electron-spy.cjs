'use strict';
/**
 * Loaded into real Electron before the app (`electron -r`): keeps what would leave the program (dialogs,
 * notifications, print jobs, opened links) as facts a test can read, and moves the clock. Only for tests.
 */
const { app, dialog, globalShortcut, Notification, session, shell } = require('electron');

const spy = {
  notifications: [],
  shown: [],
  dialogs: [],
  waiting: [],
  pdfs: [],
  jobs: [],
  outside: [],
  beforeRequest: null,
  permissionRequest: null,
  permissionCheck: null,
  shortcuts: new Map(),
  clockOffset: Number(process.env.STAND_IN_CLOCK_OFFSET ?? 0),
  wake: () => {},
  /** Resolves when a dialog or print job waits for its answer. */
  whenAsked: () => new Promise((resolve) => (spy.waiting.length > 0 ? resolve() : (spy.wake = resolve))),
};
globalThis.liudiSpy = spy;
// TypeScript runners leave this helper in the functions that tests send here.
Reflect.set(globalThis, '__name', (target) => target);

const RealDate = Date;
const now = () => RealDate.now() + spy.clockOffset;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
});

for (const name of ['documents', 'downloads']) {
  const folder = process.env[`LIUDI_${name.toUpperCase()}`];
  if (folder) app.setPath(name, folder);
}

const plain = (options) =>
  Object.fromEntries(
    Object.entries(options ?? {}).filter(
      ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value),
    ),
  );
const ask = (request) =>
  new Promise((resolve, reject) => {
    spy.waiting.push({ request, resolve, reject: (text) => reject(new Error(text)) });
    spy.wake();
  });
const optionsOf = (args) => (args.length > 1 ? args[1] : args[0]) ?? {};
const askDialog = (kind, args) => {
  const windowId = args.length > 1 ? (args[0]?.id ?? null) : null;
  const request = { kind, windowId, options: plain(optionsOf(args)) };
  spy.dialogs.push(request);
  return ask(request);
};

dialog.showSaveDialog = async (...args) => {
  const answer = await askDialog('save', args);
  const filePath = answer.filePath ?? '';
  return { canceled: answer.canceled ?? filePath === '', filePath };
};
dialog.showOpenDialog = async (...args) => {
  const answer = await askDialog('open', args);
  const filePaths = answer.filePaths ?? [];
  return { canceled: answer.canceled ?? filePaths.length === 0, filePaths };
};
dialog.showMessageBox = async (...args) => {
  const answer = await askDialog('message', args);
  const response = answer.response ?? optionsOf(args).cancelId ?? 0;
  return { response, checkboxChecked: answer.checkboxChecked ?? false };
};
dialog.showErrorBox = (title, content) => {
  spy.dialogs.push({ kind: 'error', windowId: null, options: { title, content } });
};

Notification.prototype.show = function show() {
  spy.shown.push(this);
  spy.notifications.push({ title: this.title, body: this.body, silent: this.silent, at: Date.now() });
  queueMicrotask(() => this.emit('show', {}));
};

// Never the real ones: a test must not take keys from the programs around it.
const takenShortcuts = (process.env.STAND_IN_TAKEN_SHORTCUTS ?? '').split(',');
globalShortcut.register = (keys, pressed) => {
  if (takenShortcuts.includes(keys) || spy.shortcuts.has(keys)) return false;
  spy.shortcuts.set(keys, pressed);
  return true;
};
globalShortcut.unregister = (keys) => spy.shortcuts.delete(keys);
globalShortcut.unregisterAll = () => spy.shortcuts.clear();

shell.openExternal = async (url) => {
  spy.outside.push({ verb: 'openExternal', target: url });
};
shell.showItemInFolder = (target) => {
  spy.outside.push({ verb: 'showItemInFolder', target });
};

app.on('web-contents-created', (_event, contents) => {
  const realPdf = contents.printToPDF.bind(contents);
  contents.printToPDF = async (options) => {
    const bytes = await realPdf(options);
    spy.pdfs.push(bytes.toString('base64'));
    return bytes;
  };
  contents.print = (options = {}, callback = () => {}) => {
    const { pageSize, landscape = false, printBackground = false } = options;
    // print() takes microns, printToPDF() inches.
    const size =
      typeof pageSize === 'object'
        ? { width: pageSize.width / 25_400, height: pageSize.height / 25_400 }
        : (pageSize ?? 'A4');
    const wish = { landscape, printBackground, pageSize: size, preferCSSPageSize: pageSize === undefined };
    const print = async () => {
      const bytes = await realPdf(wish);
      spy.jobs.push({ options: plain(options), pdf: wish, bytes: bytes.toString('base64') });
      return await ask({ kind: 'print' });
    };
    const tell = async () => {
      const answer = await print().catch((error) => ({ success: false, failureReason: String(error) }));
      callback(answer.success, answer.failureReason);
    };
    void tell();
  };
});

app.once('ready', () => {
  const { defaultSession } = session;
  const keep = (target, name, field) => {
    const real = target[name].bind(target);
    target[name] = (...args) => {
      spy[field] = args.at(-1) ?? null;
      real(...args);
    };
  };
  keep(defaultSession.webRequest, 'onBeforeRequest', 'beforeRequest');
  keep(defaultSession, 'setPermissionRequestHandler', 'permissionRequest');
  keep(defaultSession, 'setPermissionCheckHandler', 'permissionCheck');
});
