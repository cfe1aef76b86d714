import { Modal } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { promiseWords } from '../../text/commitment-words';
import type { Commitment } from '#shared/domain/commitment';

/** Asks before a case with open promises is closed; the safe answer has the focus. Never without a way out. */
export function CloseCaseDialog({
  open,
  onGo,
  onClose,
}: {
  readonly open: readonly Commitment[];
  readonly onGo: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Modal
      open
      width={440}
      title={t('commitments.closing.title', { count: open.length })}
      onCancel={onClose}
      // `autoFocus` comes too early: the dialog takes the focus itself when it opens.
      afterOpenChange={(shown) => {
        if (shown) stay.current?.focus();
      }}
      footer={
        <div className="close-case-foot">
          <button type="button" className="btn" ref={stay} onClick={onClose}>
            {t('commitments.closing.stay')}
          </button>
          <button type="button" className="btn danger" onClick={onGo}>
            {t('commitments.closing.go')}
          </button>
        </div>
      }
    >
      <ul className="close-case-list">
        {open.map((one) => (
          <li key={one.id}>{promiseWords(t, one)}</li>
        ))}
      </ul>
      <p className="ink-2">{t('commitments.closing.text')}</p>
    </Modal>
  );
}
