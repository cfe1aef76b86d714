import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { idleOptions } from './idle-options';
import { NewSecretDialog } from './new-secret-dialog';

/** Sets a passphrase: first what it means when it is forgotten, then the code for that day, then encryption begins. */
export function SetUpLock({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState(5);
  const [understood, setUnderstood] = useState(false);
  const [busy, setBusy] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  return (
    <NewSecretDialog
      title={t('lock.setUpTitle')}
      above={<p>{t('lock.forgotten')}</p>}
      below={
        <>
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
        </>
      }
      focusFirst
      submitLabel={t(busy ? 'lock.checking' : 'lock.setUp')}
      disabled={busy || !understood}
      onSubmit={(passphrase) => {
        setBusy(true);
        ask('setUpLock', passphrase, minutes)
          .then(setCode, report)
          .finally(() => {
            setBusy(false);
          });
      }}
      code={code}
      doneLabel={t('lock.encryptNow')}
      // With the code on the screen the lock stands: from here there is only one way on.
      onDone={() => {
        location.reload();
      }}
      onClose={onClose}
    />
  );
}
