/** A tiny app for the stand-in's own tests: it says on its log what happens, in order. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray,
} from 'electron';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const say = (text) => console.log(`fixture: ${text}`);
const received = [];
const counts = { pulled: 0, read: 0 };
let refuseQuit = false;
let window = null;

app.setPath('userData', process.env.LIUDI_USER_DATA);
if (!app.requestSingleInstanceLock({ from: 'fixture' })) {
  say('second instance leaves');
  app.quit();
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);
for (const name of ['ready', 'window-all-closed', 'will-quit', 'quit']) app.on(name, () => say(name));
app.on('window-all-closed', () => app.quit());
app.on('before-quit', (event) => {
  say('before-quit');
  if (refuseQuit) event.preventDefault();
  refuseQuit = false;
});
app.on('second-instance', (_event, argv, _folder, data) =>
  say(`second-instance ${argv.at(-1)} ${data.from}`),
);
powerMonitor.on('resume', () => say(`resume ${new Date().getUTCFullYear()}`));

/** Endless zeros; counts how often it was asked. */
function zeros(limit) {
  let left = limit;
  return new ReadableStream(
    {
      pull: (controller) => {
        counts.pulled += 1;
        if (left <= 0) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
        left -= 65_536;
      },
    },
    { highWaterMark: 0 },
  );
}

/** Reads an upload, slowly when told to. */
async function swallow(request, isSlow) {
  counts.read = 0;
  for await (const chunk of request.body) {
    counts.read += chunk.length;
    if (isSlow) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Response.json({ read: counts.read, peak: process.memoryUsage().rss });
}

async function answer(request) {
  const url = new URL(request.url);
  const csp = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
  if (url.pathname === '/index.html')
    return new Response(readFileSync(here('index.html')), {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': csp,
        'X-Fixture': 'yes',
      },
    });
  if (url.pathname === '/page.js')
    return new Response(readFileSync(here('page.js')), { headers: { 'Content-Type': 'text/javascript' } });
  if (url.pathname === '/zeros') return new Response(zeros(Number(url.searchParams.get('bytes'))));
  if (url.pathname === '/counts') return Response.json(counts);
  if (url.pathname === '/swallow') return await swallow(request, url.searchParams.has('slow'));
  if (url.pathname === '/refuse') return new Response('too much', { status: 413 });
  if (url.pathname === '/seen')
    return Response.json({ url: request.url, headers: Object.fromEntries(request.headers) });
  if (url.pathname === '/broken') throw new Error('broken on purpose');
  return new Response('nothing here', { status: 404 });
}

ipcMain.handle('echo', (event, ...args) => {
  received.push(args[0]);
  return {
    args,
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isTop: event.senderFrame.parent === null,
  };
});
ipcMain.handle('fail', () => {
  throw new TypeError('on purpose');
});
ipcMain.handle('received', () => received);
ipcMain.handle('dialog', (_event, kind, options) => dialog[kind](window, options));
ipcMain.handle('notify', (_event, title) => {
  const notification = new Notification({ title, body: `body of ${title}` });
  notification.on('click', () => window.webContents.send('event', `clicked ${title}`));
  say(`notify ${title}`);
  notification.show();
});
ipcMain.handle('now', () => [Date.now(), new Date().getTime()]);
ipcMain.handle('events', (_event, count) => {
  for (let index = 0; index < count; index += 1) window.webContents.send('event', index);
});
ipcMain.handle('pdf', async () => {
  const print = new BrowserWindow({ show: false, webPreferences: { preload: here('preload.cjs') } });
  await print.loadURL('app://fixture/index.html');
  const pdf = await print.webContents.printToPDF({ pageSize: { width: 100 / 25.4, height: 150 / 25.4 } });
  print.destroy();
  return pdf.length;
});
ipcMain.handle('print', async (_event, options) => {
  return await new Promise((resolve) => {
    window.webContents.print(options, (success, reason) => resolve({ success, reason }));
  });
});
ipcMain.handle('print-hidden', async () => {
  const print = new BrowserWindow({ show: false });
  await print.loadURL('app://fixture/index.html');
  await new Promise((resolve) => {
    print.webContents.print({ silent: true }, resolve);
  });
  print.destroy();
});
ipcMain.handle('outside', (_event, url) => shell.openExternal(url));
ipcMain.handle('refuse-quit', () => {
  refuseQuit = true;
});
ipcMain.handle('use', (_event, name) => {
  const parts = name.split('.');
  let value = { app, BrowserWindow, window, session, contents: window.webContents };
  for (const part of parts) value = value[part];
  return typeof value;
});
ipcMain.handle('shortcut', (_event, verb, keys) => {
  const given = globalShortcut[verb](keys, () => say(`pressed ${keys}`));
  return [given ?? null, globalShortcut.isRegistered(keys)];
});
ipcMain.handle('copy', async (_event, text) => {
  await clipboard.writeText(text);
  return await clipboard.readText();
});
ipcMain.handle('small', async () => {
  const small = new BrowserWindow({ show: false, frame: false, alwaysOnTop: true, width: 300, height: 200 });
  small.setVisibleOnAllWorkspaces(true);
  const seen = [];
  window.on('blur', () => seen.push('main blur'));
  for (const name of ['focus', 'blur', 'hide']) small.on(name, () => seen.push(`small ${name}`));
  await small.loadURL('app://fixture/index.html');
  const before = [window.isFocused(), small.isFocused(), small.isAlwaysOnTop()];
  small.show();
  const shown = [window.isFocused(), small.isFocused()];
  small.hide();
  const hidden = [window.isFocused(), small.isFocused()];
  window.removeAllListeners('blur');
  small.destroy();
  return { before, shown, hidden, seen };
});
ipcMain.on('said', (_event, text) => received.push(text));

async function open() {
  protocol.handle('app', answer);
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'fullscreen');
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith('app:') });
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'File', submenu: [{ id: 'new', label: 'New', click: () => say('menu new') }] },
    ]),
  );
  try {
    new Tray('icon.png').setToolTip('Fixture tray');
  } catch (error) {
    // `npm start` on the stand-in has no tray, and says so.
    say(error.message);
  }
  window = new BrowserWindow({
    show: false,
    width: 900,
    height: 700,
    webPreferences: { preload: here('preload.cjs') },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    say(`open ${url}`);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event) => {
    say(`will-navigate ${event.url}`);
    if (!event.url.startsWith('app://fixture/')) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    say(`gone ${reason}`);
    window.webContents.reload();
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => say('close'));
  window.on('closed', () => say('closed'));
  await window.loadURL('app://fixture/index.html').catch((error) => say(String(error)));
  say('loaded');
}

app.whenReady().then(open, (error) => {
  throw error;
});
