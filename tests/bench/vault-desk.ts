import { appProtocol } from '../../electron/main/app-protocol';
import { createDownloads, type Downloads } from '../../electron/main/files/downloads';
import { createTransfers, type Transfers } from '../../electron/main/files/transfers';
import { systemClock } from '../../electron/main/clock';
import { openVault, type Vault } from '../../electron/main/vault/vault';
import { noSeal } from '../helpers/no-seal';

export type VaultDesk = {
  readonly vault: Vault;
  readonly downloads: Downloads;
  readonly transfers: Transfers;
};

/** Main's real vault; the window's `fetch` leads to main's own answers, bodies stream as they do in the app. */
export function openDesk(folder: string): VaultDesk {
  const transfers = createTransfers(systemClock);
  const downloads = createDownloads(systemClock);
  const verifiedFile = { read: () => Promise.resolve(null), write: () => Promise.resolve() };
  const vault = openVault({
    folder,
    transfers,
    clock: systemClock,
    log: () => undefined,
    verifiedFile,
    seal: noSeal,
  });
  const answer = appProtocol(new Map(), transfers, downloads);
  globalThis.fetch = (input, init) => {
    const body = init?.body instanceof Blob ? init.body.stream() : null;
    const options = { method: init?.method ?? 'GET', body, duplex: 'half' };
    return answer(
      new Request(`app://liudi${typeof input === 'string' ? input : ''}`, options as RequestInit),
    );
  };
  return { vault, downloads, transfers };
}
