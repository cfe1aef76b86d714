'use strict';
const { contextBridge, ipcRenderer } = require('electron');

let refused = '';
try {
  require('node:fs');
} catch (error) {
  refused = error.message;
}

contextBridge.exposeInMainWorld('fixture', {
  refused,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  onEvent: (listener) => {
    const wrapped = (_event, payload) => listener(payload);
    ipcRenderer.on('event', wrapped);
    return () => ipcRenderer.off('event', wrapped);
  },
  missing: () => ipcRenderer.sendSync('x'),
});
