import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts, type Toast } from '../state/toast-store';

const okMs = 4000;
const warnMs = 8000;

/**
 * Messages at the lower right. Good news goes by itself and never stands in the way of the mouse; a failure stays
 * until it was read.
 */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="toasts" role="region" aria-live="polite">
      {toasts.map((toast) => (
        <ToastBox key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastBox({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const dismiss = useToasts((state) => state.dismiss);
  useEffect(() => {
    if (toast.tone === 'error') return undefined;
    const timer = setTimeout(
      () => {
        dismiss(toast.id);
      },
      toast.tone === 'ok' && toast.action === undefined ? okMs : warnMs,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [toast, dismiss]);
  return (
    <div
      className={`toast ${toast.tone}${toast.action === undefined ? '' : ' acting'}`}
      role={toast.tone === 'error' ? 'alert' : 'status'}
    >
      <span className="toast-text">{t(toast.key, { ...toast.values })}</span>
      {toast.retry === undefined ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            dismiss(toast.id);
            toast.retry?.();
          }}
        >
          {t('common.retry')}
        </button>
      )}
      {toast.action === undefined ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            dismiss(toast.id);
            toast.action?.run();
          }}
        >
          {t(toast.action.label)}
        </button>
      )}
      {toast.tone === 'ok' ? null : (
        <button
          type="button"
          className="btn small plain"
          aria-label={t('common.close')}
          onClick={() => {
            dismiss(toast.id);
          }}
        >
          ×
        </button>
      )}
    </div>
  );
}
