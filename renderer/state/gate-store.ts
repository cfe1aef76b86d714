import { create } from 'zustand';
import { toAppError } from '#shared/errors';
import { report } from './toast-store';
import type { GuardedAction } from '#shared/domain/gate';
import type { CaseId } from '#shared/domain/ids';

/** A guarded action that met a closed gate and waits for a reason, or to be given up. */
export type GateRequest = {
  readonly caseId: CaseId;
  readonly actions: readonly GuardedAction[];
  readonly retry: (reason: string) => Promise<unknown>;
};

type GateStore = {
  readonly request: GateRequest | null;
  readonly show: (request: GateRequest) => void;
  readonly close: () => void;
};

/** The one closed gate on screen, if any. */
export const useGate = create<GateStore>()((set) => ({
  request: null,
  show: (request) => {
    set({ request });
  },
  close: () => {
    set({ request: null });
  },
}));

/**
 * Runs something that may meet a gate: a closed one opens the gate's window, where a typed reason runs it again.
 * Other failures are reported. Resolves to whether it was done at once.
 */
export async function attempt(
  caseId: CaseId,
  run: (override?: string) => Promise<unknown>,
): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    const { code, detail } = toAppError(error);
    if (code === 'gateClosed') {
      const actions = String(detail['action'] ?? '').split(',') as GuardedAction[];
      useGate.getState().show({ caseId, actions, retry: run });
    } else report(error);
    return false;
  }
}
