import { useEffect, useState } from 'react';
import { report } from '../../state/toast-store';
import { refreshVault, useVault } from '../../state/vault-store';

/** How often the card asks how far a job has come, in ms. */
const lookMs = 1000;

/** Runs one thing at a time for a card and keeps what it shows of the vault fresh while anything runs. */
export function useVaultWork(): {
  /** Name of what this card has under way, null when nothing. */
  readonly busy: string | null;
  readonly run: (name: string, work: () => Promise<unknown>) => void;
} {
  const [busy, setBusy] = useState<string | null>(null);
  const running = useVault((state) => state.status?.upkeep.job != null);
  useEffect(() => {
    void refreshVault();
  }, []);
  useEffect(() => {
    if (busy === null && !running) return undefined;
    const timer = setInterval(() => void refreshVault(), lookMs);
    return () => {
      clearInterval(timer);
    };
  }, [busy, running]);
  return {
    busy,
    run: (name, work) => {
      setBusy(name);
      work()
        .catch(report)
        .finally(() => {
          setBusy(null);
          void refreshVault();
        });
    },
  };
}
