import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { OldSecret, useOldSecret } from './old-secret';

/** Turns the lock off: afterwards everything lies readable on the disk again, and the dialog says so. */
export function TurnOffLock({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const old = useOldSecret();
  const submit = (): void => {
    old.run((secret) =>
      ask('turnOffLock', secret).then(() => {
        location.reload();
      }),
    );
  };
  return (
    <Modal open width={480} title={t('lock.turnOffTitle')} footer={null} onCancel={onClose}>
      <form
        className="lock-dialog"
        aria-label={t('lock.turnOffTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('lock.turnOffText')}</p>
        <OldSecret state={old} />
        <div className="lock-actions">
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn danger" disabled={old.busy || old.secret.text === ''}>
            {t('lock.turnOff')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
