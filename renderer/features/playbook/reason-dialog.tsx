import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isReason, reasonLength } from '#shared/domain/gate-check';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';

/** Asks for a typed reason before something that is not the usual way; the reason goes into the history. */
export function ReasonDialog({
  title,
  action,
  children,
  onReason,
  onClose,
}: {
  readonly title: string;
  readonly action: string;
  readonly children?: ReactNode;
  readonly onReason: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const fine = isReason(reason);
  const go = (): void => {
    if (!fine || busy) return;
    setBusy(true);
    onReason(reason).then(onClose, (error: unknown) => {
      setBusy(false);
      report(error);
    });
  };
  return (
    <Modal open centered width={520} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      <div className="walk-reason">
        {children}
        <Field label={t('playbook.reason')} hint={t('playbook.reasonHint', { count: reasonLength })}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              maxLength={300}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isComposing(event)) go();
              }}
            />
          )}
        </Field>
        <div className="walk-reason-buttons">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn danger" disabled={!fine || busy} onClick={go}>
            {action}
          </button>
        </div>
      </div>
    </Modal>
  );
}
