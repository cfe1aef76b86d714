import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../platform/desktop';
import { report } from '../state/toast-store';

/** Until then nothing is said: most starts are over before. */
const sayAfterMs = 3000;
/** From then on the seller may also begin anew; a large restore that is taken back may still end by itself. */
const offerAfterMs = 45_000;

/** While the data is being opened: nothing at first, then why it takes long, at last a way on. Never a blank page. */
export function SlowStart({ reload = () => location.reload() }: { readonly reload?: () => void }) {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'quiet' | 'said' | 'offered'>('quiet');
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('said'), sayAfterMs),
      setTimeout(() => setStage('offered'), offerAfterMs),
    ];
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  if (stage === 'quiet') return null;
  return (
    <main className="fatal" role="status">
      <div className="seal">留</div>
      <h1>{t('app.slowTitle')}</h1>
      <p className="ink-2">{t('app.slowText')}</p>
      {stage === 'said' ? null : (
        <button
          type="button"
          className="btn primary"
          autoFocus
          onClick={() => {
            // Should the files be damaged, opening them again would empty them.
            ask('setStoreAside').catch(report).finally(reload);
          }}
        >
          {t('common.retry')}
        </button>
      )}
    </main>
  );
}
