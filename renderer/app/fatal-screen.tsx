import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors';

/** The data cannot be opened: says what happened and what to do. Nothing is deleted or made anew. */
export function FatalScreen({ error }: { readonly error: AppError }) {
  const { t } = useTranslation();
  return (
    <main className="fatal" role="alert">
      <div className="seal">留</div>
      <h1>{t('app.fatalTitle')}</h1>
      <p>{t(`error.${error.code}`, { ...error.detail })}</p>
      <p className="ink-2">{t('app.fatalSafe')}</p>
      <button
        type="button"
        className="btn primary"
        autoFocus
        onClick={() => {
          location.reload();
        }}
      >
        {t('common.retry')}
      </button>
    </main>
  );
}
