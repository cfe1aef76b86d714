import { database } from './database';

/** What the seller chose. Missing ones take these values. */
export type Settings = {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly density: 'small' | 'middle' | 'large';
  readonly setUp: boolean;
};

export const defaultSettings: Settings = {
  language: 'zh-CN',
  theme: 'auto',
  density: 'middle',
  setUp: false,
};

/** All settings. */
export async function readSettings(): Promise<Settings> {
  const rows = await database().settings.bulkGet(Object.keys(defaultSettings));
  const stored = Object.fromEntries(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.value]])));
  return { ...defaultSettings, ...stored } as Settings;
}

/** Changes some settings. */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  await database().settings.bulkPut(Object.entries(change).map(([key, value]) => ({ key, value })));
}
