import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * What the packed program may do, burnt into it. Every fuse there is stands here by name; `strictlyRequireAllFuses`
 * makes a packing fail when Electron has one that does not.
 * @type {import('@electron/fuses').FuseV1Config & { strictlyRequireAllFuses: true }}
 */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // An unsigned build for Apple chips must be signed again after its bytes changed, or it does not start.
  resetAdHocDarwinSignature: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // An Electron 44 build for Windows did not start with it.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own default: hash-wasm runs at full speed with it, and out-of-bounds reads trap all the same.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * The program to burn them into.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string }, executableName?: string } }} context
 */
export function programOf({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  const names = {
    darwin: `${productFilename}.app`,
    mas: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName ?? productFilename,
  };
  const name = names[/** @type {keyof typeof names} */ (electronPlatformName)];
  if (name === undefined) throw new Error(`no fuses for ${electronPlatformName}`);
  return path.join(appOutDir, name);
}

/**
 * electron-builder's `afterPack`: before signing, because a signature covers the fuses.
 * @param {Parameters<typeof programOf>[0]} context
 */
export async function afterPack(context) {
  await flipFuses(programOf(context), fuses);
}
