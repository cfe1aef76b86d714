import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { tell } from '../../state/toast-store';
import { problemsOf, shortest } from './new-secret';
import { OldSecret, useOldSecret } from './old-secret';
import { RecoveryPaper } from './recovery-paper';
import { SecretField } from './secret-field';

/** A new passphrase, by the old one or the recovery code; a new code comes with it. */
export function ChangeLock({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const old = useOldSecret();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const problems = problemsOf(first, second);
  const submit = (): void => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    old.run((secret) => ask('changeLock', secret, first).then(setCode));
  };
  const done = (): void => {
    tell('lock.changed');
    onClose();
  };
  return (
    <Modal
      open
      width={520}
      title={t(code === null ? 'lock.change' : 'lock.codeTitle')}
      footer={null}
      closable={code === null}
      keyboard={code === null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {code === null ? (
        <form
          className="lock-dialog"
          aria-label={t('lock.change')}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <OldSecret state={old} />
          <SecretField
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
          <div className="lock-actions">
            <span className="grow" />
            <button type="button" className="btn" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <button type="submit" className="btn primary" disabled={old.busy}>
              {t(old.busy ? 'lock.checking' : 'common.save')}
            </button>
          </div>
        </form>
      ) : (
        <RecoveryPaper code={code} doneLabel={t('lock.codeDone')} onDone={done} />
      )}
    </Modal>
  );
}
