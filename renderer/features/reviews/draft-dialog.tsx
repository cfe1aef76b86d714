import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/is-composing';
import type { ReactNode } from 'react';
import type { Draft } from '../../data/use-draft';

type DraftDialogProps = {
  readonly title: string;
  readonly draft: Pick<Draft<object>, 'restored' | 'clear'>;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The frame of a form whose input is kept: Ctrl+Enter saves, a click beside it does not close it. */
export function DraftDialog({ title, draft, busy, onSave, onClose, children }: DraftDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      centered
      width={720}
      title={title}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) onSave();
        }}
      >
        {children}
        <div className="reviews-buttons">
          {draft.restored ? (
            <button type="button" className="btn plain" onClick={() => void draft.clear()}>
              {t('common.discardDraft')}
            </button>
          ) : null}
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn primary" disabled={busy} onClick={onSave}>
            {t('common.save')} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </div>
    </Modal>
  );
}
