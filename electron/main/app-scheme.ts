import { protocol } from 'electron';
import { appProtocol } from './app-protocol';
import type { Downloads } from './files/downloads';
import type { Transfers } from './files/transfers';
import { frozenNames } from './frozen-names';
import { listStaticFiles } from './static-files';

/** Before ready, once: without `standard` there is no IndexedDB at all (A2, "`app://` protocol"). */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: frozenNames.scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer, and takes uploads, under `app://liudi`. */
export async function serveApp(
  rendererFolder: string,
  transfers: Transfers,
  downloads: Downloads,
): Promise<void> {
  protocol.handle(
    frozenNames.scheme,
    appProtocol(await listStaticFiles(rendererFolder), transfers, downloads),
  );
}
