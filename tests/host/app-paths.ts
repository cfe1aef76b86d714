import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

type Manifest = { readonly name: string; readonly productName?: string; readonly version?: string };

function manifestFolder(entry: string): string | null {
  for (let folder = dirname(resolve(entry)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** The package.json that Electron would read for the given main script. */
export function readManifest(entry: string): {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
} {
  const folder = manifestFolder(entry);
  if (folder === null) return { folder: dirname(entry), name: 'Electron', version: '0.0.0' };
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return { folder, name: manifest.productName ?? manifest.name, version: manifest.version ?? '0.0.0' };
}

/** A folder the Linux desktop keeps under a translated name (`DOCUMENTS` may be ~/文档). */
function xdgFolder(key: string, fallback: string): string {
  const home = homedir();
  const file = join(process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs');
  if (process.platform !== 'linux' || !existsSync(file)) return join(home, fallback);
  const line = new RegExp(`^XDG_${key}_DIR="(.*)"$`, 'm').exec(readFileSync(file, 'utf8'));
  return line?.[1]?.replace('$HOME', home) ?? join(home, fallback);
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

/** Electron's named folders. `LIUDI_DOCUMENTS` and `LIUDI_DOWNLOADS` keep test runs out of the person's own folders. */
export function defaultPath(name: string, entry: string, appName: string): string | undefined {
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return appData();
    case 'userData':
    case 'sessionData':
      return join(appData(), appName);
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return process.execPath;
    case 'assets':
      return dirname(entry);
    case 'desktop':
      return xdgFolder('DESKTOP', 'Desktop');
    case 'documents':
      return process.env['LIUDI_DOCUMENTS'] ?? xdgFolder('DOCUMENTS', 'Documents');
    case 'downloads':
      return process.env['LIUDI_DOWNLOADS'] ?? xdgFolder('DOWNLOAD', 'Downloads');
    case 'music':
      return xdgFolder('MUSIC', 'Music');
    case 'pictures':
      return xdgFolder('PICTURES', 'Pictures');
    case 'videos':
      return xdgFolder('VIDEOS', 'Videos');
    default:
      return undefined;
  }
}
