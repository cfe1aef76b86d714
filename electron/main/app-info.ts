import { app } from 'electron';
import type { AppInfo } from '#shared/ipc/contract';
import { freeBytes } from './files/free-space';

/** Which program this is, and how much room its data has. */
export async function readAppInfo(dataFolder: string): Promise<AppInfo> {
  return {
    version: app.getVersion(),
    host: process.versions['electron'] === undefined ? 'stand-in' : 'electron',
    freeBytes: await freeBytes(dataFolder),
  };
}
