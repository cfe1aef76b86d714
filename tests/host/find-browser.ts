import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { unpackChromium } from './unpack-chromium';

/** A Chromium that can show the app's windows. */
export type FoundBrowser = {
  readonly name: string;
  readonly executablePath: string;
  /** Major version, 0 when it cannot be told. */
  readonly major: number;
  readonly env: Readonly<Record<string, string>>;
  /** True for the npm package's program, which has no windows. */
  readonly isHeadlessOnly: boolean;
};

type Candidate = { readonly name: string; readonly path: string };

function onPath(name: string, command: string): readonly Candidate[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => ({ name, path: join(folder, command) }));
}

function candidates(): readonly Candidate[] {
  if (process.platform === 'darwin') {
    const apps = [
      ['Google Chrome', 'Google Chrome'],
      ['Microsoft Edge', 'Microsoft Edge'],
      ['Chromium', 'Chromium'],
    ] as const;
    return apps.map(([name, file]) => ({ name, path: `/Applications/${name}.app/Contents/MacOS/${file}` }));
  }
  if (process.platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (key) => process.env[key] ?? [],
    );
    return bases.flatMap((base) => [
      { name: 'Google Chrome', path: join(base, 'Google', 'Chrome', 'Application', 'chrome.exe') },
      { name: 'Microsoft Edge', path: join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe') },
      { name: 'Chromium', path: join(base, 'Chromium', 'Application', 'chrome.exe') },
    ]);
  }
  return [
    ...onPath('Google Chrome', 'google-chrome'),
    ...onPath('Google Chrome', 'google-chrome-stable'),
    ...onPath('Microsoft Edge', 'microsoft-edge'),
    ...onPath('Microsoft Edge', 'microsoft-edge-stable'),
    ...onPath('Chromium', 'chromium'),
    ...onPath('Chromium', 'chromium-browser'),
  ];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Windows browsers do not print their version; the folder beside them is named after it. */
function versionText(path: string): string {
  if (process.platform === 'win32')
    return readdirSync(dirname(path)).find((name) => /^\d+\.\d+\.\d+\.\d+$/.test(name)) ?? '';
  return spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? '';
}

function majorOf(text: string): number {
  return Number(/(\d+)\.\d+\.\d+/.exec(text)?.[1] ?? 0);
}

/** The newest Chrome, Edge or Chromium installed on this machine. */
export function findInstalledBrowser(): FoundBrowser | null {
  const found = candidates()
    .filter((candidate) => isProgram(candidate.path))
    .map((candidate) => ({
      name: candidate.name,
      executablePath: candidate.path,
      major: majorOf(versionText(candidate.path)),
      env: {},
      isHeadlessOnly: false,
    }));
  return found.toSorted((a, b) => b.major - a.major)[0] ?? null;
}

let found: Promise<FoundBrowser | null> | undefined;

/** The browser for tests and hidden windows: the npm package's, or an installed one if that is newer. */
export async function findHeadlessBrowser(): Promise<FoundBrowser | null> {
  found ??= searchHeadlessBrowser();
  return await found;
}

async function searchHeadlessBrowser(): Promise<FoundBrowser | null> {
  const installed = findInstalledBrowser();
  const unpacked = await unpackChromium();
  if (unpacked === null) return installed;
  const major = majorOf(unpacked.version);
  if (installed !== null && installed.major > major) return installed;
  const { executablePath, env } = unpacked;
  return { name: 'Chromium from npm', executablePath, major, env, isHeadlessOnly: true };
}
