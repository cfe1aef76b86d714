import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { tell } from '../../state/toast-store';
import { NewSecretDialog } from './new-secret-dialog';
import { OldSecret, useOldSecret } from './old-secret';

/** A new passphrase, by the old one or the recovery code; a new code comes with it. */
export function ChangeLock({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const old = useOldSecret();
  const [code, setCode] = useState<string | null>(null);
  return (
    <NewSecretDialog
      title={t('lock.change')}
      above={<OldSecret state={old} />}
      focusFirst={false}
      submitLabel={t(old.busy ? 'lock.checking' : 'common.save')}
      disabled={old.busy}
      onSubmit={(passphrase) => {
        old.run((secret) => ask('changeLock', secret, passphrase).then(setCode));
      }}
      code={code}
      doneLabel={t('lock.codeDone')}
      onDone={() => {
        tell('lock.changed');
        onClose();
      }}
      onClose={onClose}
    />
  );
}
