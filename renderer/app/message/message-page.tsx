import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageWindowState } from '#shared/ipc/message-window';
import { ask, listen } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { setTextLanguage } from '../../text/i18n';
import { isComposing } from '../../ui/is-composing';
import { readOwnTypeNames } from '../own-type-names';
import { Toasts } from '../toasts';
import { useThemeMode } from '../use-settings';
import { MessageDesk } from './message-desk';
import { createMessageStore } from './message-store';

/** What the message window shows: messages, or in one sentence why there are none. */
export function MessagePage({ first }: { readonly first: MessageWindowState }) {
  const { i18n } = useTranslation();
  const [state, setState] = useState(first);
  const [store] = useState(createMessageStore);
  const [opened, setOpened] = useState<{ readonly turn: number; readonly readable: boolean } | null>(null);
  const mode = useThemeMode();
  const usable = state.shown && state.ready && !state.locked;
  const { turn } = state;

  useEffect(() => listen('messageWindow', setState), []);
  useEffect(() => {
    if (i18n.language !== state.language) void setTextLanguage(state.language);
  }, [i18n, state.language]);
  useEffect(() => {
    // Until the seller's own choice is read.
    document.documentElement.dataset['theme'] ??= mode;
  }, [mode]);
  useEffect(() => {
    if (!usable) return undefined;
    let over = false;
    store.open().then(
      async (readable) => {
        if (readable) await readOwnTypeNames();
        if (!over) setOpened({ turn, readable });
      },
      (error: unknown) => {
        report(error);
        if (!over) setOpened({ turn, readable: false });
      },
    );
    return () => {
      over = true;
      setOpened(null);
      store.leave().catch(report);
    };
  }, [usable, turn, store]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      ask('closeMessageWindow').catch(report);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  // Of an earlier turn nothing counts: hiding and coming up again may reach the page as one change.
  const readable = usable && opened?.turn === turn ? opened.readable : null;
  const shut = state.locked ? 'locked' : !state.ready || readable === false ? 'notReady' : null;
  return (
    <main className="message-page">
      {shut !== null ? <Shut why={shut} /> : null}
      {shut === null && readable === true ? (
        <MessageDesk key={turn} openCaseId={state.caseId} hold={store.hold} />
      ) : null}
      <Toasts />
    </main>
  );
}

/** Nothing of the shop: why, and the way to the main window. */
function Shut({ why }: { readonly why: 'locked' | 'notReady' }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
  }, []);
  return (
    <div className="message-shut" role="alert">
      <p>{t(`messageWindow.${why}`)}</p>
      <button
        ref={button}
        type="button"
        className="btn primary"
        onClick={() => {
          ask('openMainWindow').catch(report);
        }}
      >
        {t('messageWindow.openMain')} <kbd>↵</kbd>
      </button>
      <span className="ink-3">
        <kbd>Esc</kbd> {t('messageWindow.close')}
      </span>
    </div>
  );
}
