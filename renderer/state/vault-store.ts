import { create } from 'zustand';
import type { VaultStatus } from '#shared/vault/exchange';
import { ask } from '../platform/desktop';

type VaultStore = {
  /** What main last said of the vault; null until it was asked. */
  readonly status: VaultStatus | null;
};

/** The vault as the footer and the settings show it. */
export const useVault = create<VaultStore>()(() => ({ status: null }));

/** Asks main again; without an answer nothing is claimed. */
export async function refreshVault(): Promise<void> {
  const status = await ask('getVaultStatus').catch(() => null);
  useVault.setState({ status });
}
