import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { commands } from './commands';

const listKeys = [
  { keys: '↑ ↓ / J K', label: 'app.keyMove' },
  { keys: 'Enter', label: 'common.open' },
  { keys: 'D', label: 'app.keyDone' },
  { keys: 'S', label: 'app.keySnooze' },
  { keys: '1 – 6', label: 'app.keySnoozeChoice' },
  { keys: 'R', label: 'app.keyReplied' },
  { keys: 'Ctrl+1 – 6', label: 'app.keyStep' },
  { keys: 'Ctrl+Enter', label: 'common.save' },
  { keys: 'Space', label: 'archive.keyPreview' },
  { keys: 'Ctrl+A', label: 'archive.keyAll' },
  { keys: 'C', label: 'archive.compare' },
  { keys: 'R', label: 'evidence.turn' },
  { keys: 'A B T M C', label: 'annotate.title' },
  { keys: 'Ctrl+V', label: 'app.pasteScreenshot' },
  { keys: 'Esc', label: 'common.back' },
] as const;

/** All keys on one page. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const rows = [...commands.filter(({ keys, quiet }) => keys !== '' && quiet !== true), ...listKeys];
  return (
    <Modal open title={t('app.keySheet')} onCancel={onClose} footer={null} width={520}>
      <dl className="key-sheet">
        {rows.map(({ keys, label }) => (
          <div key={keys + label}>
            <dt>
              <kbd>{keys.replace('+', ' ')}</kbd>
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
