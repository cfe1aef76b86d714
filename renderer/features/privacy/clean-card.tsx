import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#shared/errors';
import { tracePlaces, type TraceReport, type VaultCleaning } from '#shared/vault/cleaning';
import { cleanVault } from '../../data/clean-vault';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { AskOnce } from '../../ui/ask-once';
import { megabytes } from './size-words';

type Step =
  | { readonly state: 'idle' }
  | { readonly state: 'writing'; readonly pending: number }
  | { readonly state: 'looking' }
  | { readonly state: 'done'; readonly removed: VaultCleaning | null; readonly traces: TraceReport | null };

/**
 * Lets everything old go from the vault now. With words (after a deletion) it then looks whether they still stand in
 * any file, and says where.
 */
export function CleanCard({ words }: { readonly words: readonly string[] }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ state: 'idle' });
  const [asked, setAsked] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const busy = step.state === 'writing' || step.state === 'looking';

  const look = async (removed: VaultCleaning | null): Promise<void> => {
    setStep({ state: 'looking' });
    const traces = words.length === 0 ? null : await ask('findTraces', words);
    setStep({ state: 'done', removed, traces });
  };
  const run = async (): Promise<void> => {
    stop.current = new AbortController();
    setStep({ state: 'writing', pending: 0 });
    try {
      const removed = await cleanVault(stop.current.signal, (pending) => {
        setStep({ state: 'writing', pending });
      });
      await look(removed);
    } catch (error) {
      setStep({ state: 'idle' });
      if (toAppError(error).code !== 'cancelled') report(error, () => void run());
    }
  };
  return (
    <section className="card privacy-card" aria-label={t('privacy.clean')}>
      <h2>{t('privacy.clean')}</h2>
      <p className="ink-2">{t('privacy.cleanWhy')}</p>
      <div className="privacy-line">
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('privacy.cleanNow')}
        </button>
        {words.length === 0 ? null : (
          <button
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => {
              look(null).catch((error: unknown) => {
                setStep({ state: 'idle' });
                report(error);
              });
            }}
          >
            {t('privacy.lookNow')}
          </button>
        )}
        {step.state === 'writing' ? (
          <>
            <span role="status">{t('privacy.cleaning', { count: step.pending })}</span>
            <button type="button" className="btn small" onClick={() => stop.current?.abort()}>
              {t('common.cancel')}
            </button>
          </>
        ) : null}
        {step.state === 'looking' ? <span role="status">{t('privacy.looking')}</span> : null}
      </div>
      {step.state === 'done' ? <Result {...step} /> : null}
      {asked ? (
        <AskOnce
          title={t('privacy.cleanTitle')}
          text={t('privacy.cleanText')}
          okLabel={t('privacy.cleanNow')}
          onOk={() => {
            void run();
            return Promise.resolve();
          }}
          onError={report}
          onClose={() => {
            setAsked(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Result({
  removed,
  traces,
}: {
  readonly removed: VaultCleaning | null;
  readonly traces: TraceReport | null;
}) {
  const { t } = useTranslation();
  const places = tracePlaces.filter((place) => (traces?.found[place] ?? 0) > 0);
  return (
    <div role="status" data-clean={traces === null ? 'unknown' : places.length === 0 ? 'none' : 'some'}>
      {removed === null ? null : (
        <p>
          {t('privacy.cleaned', {
            files: removed.files,
            objects: removed.objects,
            size: megabytes(removed.bytes),
            rescued: removed.rescued,
          })}
          {removed.otherVaults > 0 ? ` ${t('privacy.otherVaults', { count: removed.otherVaults })}` : ''}
          {removed.backup ? ` ${t('privacy.backupLeft')}` : ''}
        </p>
      )}
      {traces === null ? null : places.length === 0 ? (
        <p>{t('privacy.noTraces', { files: traces.files, size: megabytes(traces.bytes) })}</p>
      ) : (
        <>
          <p>{t('privacy.traces')}</p>
          <ul>
            {places.map((place) => (
              <li key={place} data-trace={place}>
                {t(`privacy.trace.${place}`)} × {traces.found[place]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
