import { create } from 'zustand';
import { toAppError } from '#shared/errors';

export type Toast = {
  readonly id: number;
  readonly tone: 'ok' | 'warn' | 'error';
  /** Text key and its values; texts are looked up where they are shown. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Offered when trying again can help. */
  readonly retry?: (() => void) | undefined;
  /** A way back, offered beside the message. `label` is a text key. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
};

type ToastStore = {
  readonly toasts: readonly Toast[];
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
};

let lastId = 0;

/** Messages at the edge of the screen: the one place where failures are shown. */
export const useToasts = create<ToastStore>()((set) => ({
  toasts: [],
  show: (toast) => {
    lastId += 1;
    const id = lastId;
    set((state) => ({ toasts: [...state.toasts.slice(-3), { ...toast, id }] }));
  },
  dismiss: (id) => {
    set((state) => ({ toasts: state.toasts.filter((one) => one.id !== id) }));
  },
}));

/** Says that something went well. */
export function tell(key: string, values: Toast['values'] = {}): void {
  useToasts.getState().show({ tone: 'ok', key, values });
}

/** Says what was done and offers a way back. */
export function offer(key: string, values: Toast['values'], action: NonNullable<Toast['action']>): void {
  useToasts.getState().show({ tone: 'ok', key, values, action });
}

/** Warns without anything having failed. */
export function warn(key: string, values: Toast['values'] = {}): void {
  useToasts.getState().show({ tone: 'warn', key, values });
}

/** Shows a failure in words, with "try again" where that can help. */
export function report(error: unknown, retry?: () => void): void {
  const { code, detail } = toAppError(error);
  const again = toAppError(error).data.retry ? retry : undefined;
  useToasts.getState().show({ tone: 'error', key: `error.${code}`, values: detail, retry: again });
}
