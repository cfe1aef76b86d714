import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadSample } from '../../data/sample-repository';
import { finishFirstRun, firstRunDraft } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { AddressFields } from './address-fields';
import { LanguageSwitch } from './language-switch';
import { PlatformTiles } from './platform-tiles';
import {
  emptySetupDraft,
  findSetupProblems,
  isReady,
  toFirstRun,
  togglePlatform,
  type SetupDraft,
  type SetupProblems,
} from './setup-draft';
import { defaultName, ShopNames } from './shop-names';
import './setup.css';

const nothingWrong: SetupProblems = { names: {}, address: {} };

/**
 * The first run, one page: language, platforms, shops, memo signature, return address. Every keystroke is kept.
 * `onDone` is called when the seller starts, loads the sample or skips; what was typed before skipping stays.
 */
export function SetupScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(firstRunDraft, emptySetupDraft, now, report);
  const [problems, setProblems] = useState<SetupProblems>(nothingWrong);
  const [busy, setBusy] = useState<'start' | 'sample' | null>(null);
  const problemId = useId();
  const fields = draft.value;
  if (fields === undefined) return null;

  const change = (part: Partial<SetupDraft>): void => {
    draft.change(part);
    if (!isReady(problems)) setProblems(findSetupProblems({ ...fields, ...part }));
  };

  const work = (what: 'start' | 'sample', job: () => Promise<void>): void => {
    if (busy !== null) return;
    setBusy(what);
    job()
      .then(onDone)
      .catch((error: unknown) => {
        report(error, () => {
          work(what, job);
        });
      })
      .finally(() => {
        setBusy(null);
      });
  };

  const start = (): void => {
    const found = findSetupProblems(fields);
    setProblems(found);
    if (!isReady(found)) return;
    work('start', async () => {
      const firstRun = toFirstRun(fields, t('setup.firstAddress'), (platform) => defaultName(t, platform));
      await finishFirstRun(firstRun, now());
      await draft.clear();
      tell('setup.ready');
    });
  };

  const loadAndGo = (): void => {
    work('sample', async () => {
      await loadSample(now());
    });
  };

  return (
    <main className="setup">
      <form
        className="setup-page"
        aria-label={t('setup.title')}
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) start();
        }}
      >
        <header className="setup-head">
          <div className="seal" aria-hidden="true">
            留
          </div>
          <div className="grow">
            <h1>{t('setup.title')}</h1>
            <p>{t('setup.promise')}</p>
          </div>
          <LanguageSwitch />
        </header>
        <div className="setup-columns">
          <section className="card setup-card">
            <h2>{t('setup.platforms')}</h2>
            <PlatformTiles
              chosen={fields.platforms}
              describedBy={problems.platforms === undefined ? undefined : problemId}
              onToggle={(platform) => {
                change({ platforms: togglePlatform(fields.platforms, platform) });
              }}
            />
            {problems.platforms === undefined ? null : (
              <p className="setup-problem" id={problemId} role="alert">
                {t(problems.platforms)}
              </p>
            )}
            <ShopNames draft={fields} problems={problems.names} onChange={change} />
          </section>
          <section className="card setup-card">
            <h2>{t('setup.returnAddress')}</h2>
            <p className="setup-why">{t('setup.returnAddressWhy')}</p>
            <AddressFields draft={fields} problems={problems.address} onChange={change} />
          </section>
        </div>
        <footer className="setup-foot">
          <span className="ink-3 grow">{t('setup.later')}</span>
          <button type="button" className="btn plain" disabled={busy !== null} onClick={onDone}>
            {t('setup.skip')}
          </button>
          <button type="button" className="btn" disabled={busy !== null} onClick={loadAndGo}>
            {t(busy === 'sample' ? 'setup.sampleLoading' : 'setup.sampleFirst')}
          </button>
          <button type="button" className="btn primary" disabled={busy !== null} onClick={start}>
            {t('setup.start')} <kbd>Ctrl ↵</kbd>
          </button>
        </footer>
      </form>
    </main>
  );
}
