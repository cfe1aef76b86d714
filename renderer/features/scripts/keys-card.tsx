import { Switch } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOfShortcut, shortcutOf, type ShortcutProblem } from '#shared/domain/shortcut-keys';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { WarningIcon } from '../../ui/icons';
import type { MessageKeys, MessageKeysChoice } from '#shared/ipc/message-window';
import './scripts.css';

/** Keys as key caps. */
function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split('+').map((one) => (
        <kbd key={one}>{one === 'Super' ? 'Win/⌘' : one}</kbd>
      ))}
    </span>
  );
}

function useMessageKeys(): [MessageKeys | null, (keys: MessageKeys) => void] {
  const [state, setState] = useState<MessageKeys | null>(null);
  useEffect(() => {
    let gone = false;
    ask('getMessageKeys').then((keys) => {
      if (!gone) setState(keys);
    }, report);
    return () => {
      gone = true;
    };
  }, []);
  return [state, setState];
}

/** Says where the same messages are to be had, when they are. */
export function KeysHint() {
  const { t } = useTranslation();
  const [state] = useMessageKeys();
  if (state === null || !state.works) return null;
  return (
    <span className="ink-3 keys-hint">
      {t('messageWindow.anywhere')} <Keys keys={state.keys} />
    </span>
  );
}

/** Settings of the message window over other programs: on or off, its keys, and whether the system gave them to us. */
export function KeysCard() {
  const { t } = useTranslation();
  const [state, setState] = useMessageKeys();
  const [recording, setRecording] = useState(false);
  if (state === null) return null;
  const change = (choice: MessageKeysChoice): void => {
    setRecording(false);
    ask('setMessageKeys', choice).then(setState, report);
  };
  return (
    <section className="card setup-card" aria-label={t('messageWindow.settings')}>
      <h2>{t('messageWindow.settings')}</h2>
      <p className="ink-3 side-note">{t('messageWindow.settingsHint')}</p>
      <div className="keys-line">
        <span>{t('messageWindow.use')}</span>
        <span className="grow" />
        <Switch
          aria-label={t('messageWindow.use')}
          checked={state.on}
          onChange={(on) => {
            change({ on, keys: state.keys });
          }}
        />
      </div>
      {state.on ? (
        <div className="keys-line">
          <span>{t('messageWindow.keys')}</span>
          <Keys keys={state.keys} />
          {state.works ? <span className="ink-3">{t('messageWindow.works')}</span> : null}
          <span className="grow" />
          {recording ? (
            <Recorder
              onDone={(keys) => {
                change({ on: true, keys });
              }}
              onCancel={() => {
                setRecording(false);
              }}
            />
          ) : (
            <button
              type="button"
              className="btn small"
              onClick={() => {
                setRecording(true);
              }}
            >
              {t('messageWindow.record')}
            </button>
          )}
        </div>
      ) : null}
      {state.on && (state.refused !== null || !state.works) ? (
        <div className="script-warning" role="alert">
          <WarningIcon />
          <span className="grow">
            {state.refused !== null && state.refused !== state.keys
              ? t('messageWindow.refused', { keys: state.refused })
              : t('messageWindow.taken', { keys: state.keys })}
          </span>
          {state.works ? null : (
            <button
              type="button"
              className="btn small"
              onClick={() => {
                change({ on: true, keys: state.keys });
              }}
            >
              {t('messageWindow.retry')}
            </button>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** Waits for a press of keys and takes those that can be a shortcut. */
function Recorder({
  onDone,
  onCancel,
}: {
  readonly onDone: (keys: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [pressed, setPressed] = useState<{ keys: string; problem: ShortcutProblem } | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Tab alone goes on, so that nobody is caught here.
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      onCancel();
      return;
    }
    const keys = shortcutOf(event);
    if (keys === null) return;
    const problem = problemOfShortcut(keys);
    if (problem === null) onDone(keys);
    else setPressed({ keys, problem });
  };
  return (
    <>
      {pressed === null ? null : (
        <span className="script-missing" role="alert">
          {t(`messageWindow.problem.${pressed.problem}`, { keys: pressed.keys })}
        </span>
      )}
      <button
        autoFocus
        type="button"
        className="btn small keys-recorder"
        onKeyDown={onKeyDown}
        onBlur={onCancel}
      >
        {t('messageWindow.recording')}
      </button>
    </>
  );
}
