import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#shared/errors';
import { ask } from '../../platform/desktop';
import { isComposing } from '../../ui/is-composing';

/** Asked when the vault was written with an app lock on: its passphrase, or the recovery code that was printed. */
export function VaultPassphrase({ onOpened }: { readonly onOpened: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      // Which of the two it is does not matter here: no tries are counted, the vault lies open to any program.
      await ask('openVaultLock', { kind: 'passphrase', text }).catch(() =>
        ask('openVaultLock', { kind: 'recovery', text }),
      );
      onOpened();
    } catch (error) {
      setProblem(toAppError(error).code === 'wrongPassphrase' ? 'rescue.passphraseWrong' : 'error.notFound');
      setBusy(false);
    }
  };
  return (
    <form
      className="rescue-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && text !== '') void open();
      }}
    >
      <label htmlFor="vault-passphrase">{t('rescue.passphrase')}</label>
      <input
        id="vault-passphrase"
        type="password"
        autoComplete="off"
        autoFocus
        maxLength={200}
        value={text}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
        }}
        onChange={(event) => {
          setText(event.target.value);
          setProblem('');
        }}
      />
      <button type="submit" className="btn primary" disabled={busy || text === ''}>
        {t('rescue.passphraseOpen')}
      </button>
      {problem === '' ? null : (
        <span role="alert" className="rescue-error">
          {t(problem)}
        </span>
      )}
    </form>
  );
}
