import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { idleOptions } from './idle-options';
import { problemsOf, shortest } from './new-secret';
import { RecoveryPaper } from './recovery-paper';
import { SecretField } from './secret-field';

/** Sets a passphrase: first what it means when it is forgotten, then the code for that day, then encryption begins. */
export function SetUpLock({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [minutes, setMinutes] = useState(5);
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const problems = problemsOf(first, second);
  const submit = (): void => {
    setTried(true);
    if (busy || !understood || Object.keys(problems).length > 0) return;
    setBusy(true);
    ask('setUpLock', first, minutes)
      .then(setCode, report)
      .finally(() => {
        setBusy(false);
      });
  };
  // With the code on the screen the lock stands: from here there is only one way on.
  const done = (): void => {
    location.reload();
  };
  return (
    <Modal
      open
      width={520}
      title={t(code === null ? 'lock.setUpTitle' : 'lock.codeTitle')}
      footer={null}
      closable={code === null}
      keyboard={code === null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {code === null ? (
        <form
          className="lock-dialog"
          aria-label={t('lock.setUpTitle')}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p>{t('lock.forgotten')}</p>
          <SecretField
            autoFocus
            label={t('lock.newPassphrase')}
            hint={t('lock.hint', { count: shortest })}
            problem={
              tried && problems.first !== undefined ? t(problems.first, { count: shortest }) : undefined
            }
            value={first}
            onChange={setFirst}
          />
          <SecretField
            label={t('lock.again')}
            problem={tried && problems.second !== undefined ? t(problems.second) : undefined}
            value={second}
            onChange={setSecond}
          />
          <div className="lock-choice">
            <span>{t('lock.idle')}</span>
            <Select
              aria-label={t('lock.idle')}
              value={minutes}
              options={idleOptions(t)}
              onChange={setMinutes}
            />
          </div>
          <Checkbox
            checked={understood}
            onChange={(event) => {
              setUnderstood(event.target.checked);
            }}
          >
            {t('lock.understood')}
          </Checkbox>
          <div className="lock-actions">
            <span className="grow" />
            <button type="button" className="btn" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <button type="submit" className="btn primary" disabled={busy || !understood}>
              {t(busy ? 'lock.checking' : 'lock.setUp')}
            </button>
          </div>
        </form>
      ) : (
        <RecoveryPaper code={code} doneLabel={t('lock.encryptNow')} onDone={done} />
      )}
    </Modal>
  );
}
