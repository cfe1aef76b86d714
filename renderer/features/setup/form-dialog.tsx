import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';

/**
 * A dialog around a form: Ctrl+Enter saves, never while an input method composes; closing keeps what was typed.
 * `save` gives false when something has to be mended first.
 */
export function FormDialog({
  title,
  restored,
  onDiscard,
  save,
  onClose,
  children,
}: {
  readonly title: string;
  /** True when unsaved text of an earlier time is shown. */
  readonly restored: boolean;
  readonly onDiscard: () => void;
  readonly save: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const submit = (): void => {
    if (busy) return;
    setBusy(true);
    save()
      .then((saved) => (saved ? onClose() : undefined))
      .catch((error: unknown) => {
        report(error, submit);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Modal
      open
      width={560}
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className="setup-dialog-foot">
          {restored ? (
            <>
              <span className="ink-2">{t('common.draftRestored')}</span>
              <button type="button" className="btn small" onClick={onDiscard}>
                {t('common.discardDraft')}
              </button>
            </>
          ) : null}
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn primary" disabled={busy} onClick={submit}>
            {t('common.save')} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      }
    >
      <form
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) submit();
        }}
      >
        {children}
      </form>
    </Modal>
  );
}
