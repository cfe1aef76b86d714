import { Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './ask-once.css';

/** Asks before something goes away; the safe answer has the focus. */
export function AskOnce({
  title,
  text,
  okLabel,
  onOk,
  onError,
  onClose,
}: {
  readonly title: string;
  readonly text: string;
  readonly okLabel: string;
  readonly onOk: () => Promise<void>;
  /** Told of a failure, with how to try again. */
  readonly onError: (error: unknown, again: () => void) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const go = (): void => {
    setBusy(true);
    onOk()
      .then(onClose)
      .catch((error: unknown) => {
        onError(error, go);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Modal
      open
      width={440}
      title={title}
      onCancel={onClose}
      // `autoFocus` comes too early: the dialog takes the focus itself when it opens.
      afterOpenChange={(open) => {
        if (open) cancel.current?.focus();
      }}
      footer={
        <div className="ask-foot">
          <span className="grow" />
          <button type="button" className="btn" ref={cancel} onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn danger" disabled={busy} onClick={go}>
            {okLabel}
          </button>
        </div>
      }
    >
      <p className="ask-text">{text}</p>
    </Modal>
  );
}
