import { startDrainer } from '../data/outbox/drainer';
import { refreshVault } from '../state/vault-store';

/** Keeps the vault up with the database, and the footer with the vault. Returns how to stop. */
export function startMirror(): () => void {
  return startDrainer({ onRound: () => void refreshVault() });
}
