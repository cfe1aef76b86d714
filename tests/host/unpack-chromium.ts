import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { makeOnce } from './make-once';

/** A browser program and what it needs in its environment. */
export type UnpackedChromium = {
  readonly executablePath: string;
  readonly version: string;
  readonly env: Readonly<Record<string, string>>;
};

/** The package's own entry file, or null where it is not installed. */
function packageEntry(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
}

/**
 * Runs the package in a process whose temporary folder is ours: it unpacks straight to a fixed name there, and two
 * runs at once would start each other's half-written program.
 */
async function unpackTo(folder: string, code: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
}

/** True when the system lacks a library the program is linked against. */
export function lacksLibraries(executablePath: string, libraryPath = ''): boolean {
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath };
  const listing = spawnSync('ldd', [executablePath], { encoding: 'utf8', env });
  return listing.error === undefined && listing.stdout.includes('not found');
}

/** Unpacks the NSS libraries that the package carries for bare machines. */
export async function unpackLibraries(name: string, entry: string): Promise<string> {
  const archive = join(dirname(entry), '..', '..', 'bin', 'al2023.tar.br');
  const target = await makeOnce(name, (partial) =>
    unpackTo(
      partial,
      `import { inflate } from ${JSON.stringify(pathToFileURL(entry).href)}; await inflate(${JSON.stringify(archive)});`,
    ),
  );
  return join(target, 'al2023', 'lib');
}

/**
 * The Chromium inside `@sparticuz/chromium`, unpacked once per version under node_modules/.cache. Only its program
 * is taken; its recommended flags would switch off web security. Null where the package has none (not Linux).
 */
export async function unpackChromium(): Promise<UnpackedChromium | null> {
  const entry = process.platform === 'linux' ? packageEntry() : null;
  if (entry === null) return null;
  const manifest = join(dirname(entry), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  // The package's ESM twin, because that is the format the inline script is in.
  const esm = entry.replace(/([/\\])cjs([/\\])index\.cjs$/, '$1esm$2index.mjs');
  const program = await makeOnce(`stand-in-chromium-${version}`, (partial) =>
    unpackTo(
      partial,
      `import chromium from ${JSON.stringify(pathToFileURL(esm).href)}; await chromium.executablePath();`,
    ),
  );
  const executablePath = join(program, 'chromium');
  const env: Record<string, string> = existsSync('/etc/fonts')
    ? {}
    : { FONTCONFIG_PATH: join(program, 'fonts') };
  if (lacksLibraries(executablePath)) {
    const libraries = await unpackLibraries(`stand-in-libraries-${version}`, esm);
    if (lacksLibraries(executablePath, libraries)) return null;
    env['LD_LIBRARY_PATH'] = libraries;
  }
  return { executablePath, version, env };
}
