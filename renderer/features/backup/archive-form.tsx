import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/is-composing';
import { startArchive } from './make-backup';

/** Shorter ones are guessed. */
const fewestSigns = 8;

/** Whether to encrypt, and with what. */
export function ArchiveForm() {
  const { t } = useTranslation();
  const [encrypt, setEncrypt] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const problem = !encrypt
    ? null
    : Array.from(passphrase).length < fewestSigns
      ? 'backup.passphraseShort'
      : passphrase !== again
        ? 'backup.passphraseDiffers'
        : null;
  const go = (): void => {
    setTried(true);
    if (problem === null) void startArchive(encrypt ? passphrase : null);
  };
  return (
    <form
      className="backup-dialog"
      aria-label={t('backup.makeArchive')}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
      }}
    >
      <p>{t('backup.archiveWhat')}</p>
      <Checkbox
        checked={encrypt}
        onChange={(event) => {
          setEncrypt(event.target.checked);
        }}
      >
        {t('backup.encrypt')}
      </Checkbox>
      {encrypt ? (
        <>
          <div className="field">
            <label htmlFor="backup-passphrase">{t('backup.passphrase')}</label>
            <Input.Password
              id="backup-passphrase"
              autoComplete="off"
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.target.value);
              }}
            />
            <div className="hint">{t('backup.passphraseHint')}</div>
          </div>
          <div className="field">
            <label htmlFor="backup-passphrase-again">{t('backup.passphraseAgain')}</label>
            <Input.Password
              id="backup-passphrase-again"
              autoComplete="off"
              value={again}
              onChange={(event) => {
                setAgain(event.target.value);
              }}
            />
            {tried && problem !== null ? (
              <div className="problem" role="alert">
                {t(problem, { count: fewestSigns })}
              </div>
            ) : null}
          </div>
        </>
      ) : (
        <p className="ink-2">{t('backup.plainWarning')}</p>
      )}
      <div className="backup-foot">
        <button type="submit" className="btn primary">
          {t('backup.choosePlace')}
        </button>
      </div>
    </form>
  );
}
