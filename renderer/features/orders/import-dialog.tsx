import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importOrders, keepOrderMapping } from '../../data/order-import';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { ImportChoice } from './import-choice';
import { ImportResult } from './import-result';
import { useImportPreview, useOpenOrders, type Choice, type Preview } from './use-order-import';
import type { OrderFile } from '../../workers/order-file';

/** A file of orders before anything is changed: what it is, which column is what, what would be added, changed, left out. */
export function ImportDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const opening = useOpenOrders(file);
  if (opening.state === 'open') {
    return (
      <OpenedDialog
        name={file.name}
        file={opening.file}
        first={opening.first}
        remembered={opening.remembered}
        onClose={onClose}
      />
    );
  }
  return (
    <Modal open centered width={520} title={t('orders.import.title')} footer={null} onCancel={onClose}>
      {opening.state === 'reading' ? (
        <p role="status">{t('orders.import.reading', { name: file.name })}</p>
      ) : (
        <div role="alert">
          <p className="bold">{t('orders.import.refused', { name: file.name })}</p>
          <p>{t(`orders.import.why.${opening.state === 'refused' ? opening.why : 'failed'}`)}</p>
        </div>
      )}
    </Modal>
  );
}

function OpenedDialog({
  name,
  file,
  first,
  remembered,
  onClose,
}: {
  readonly name: string;
  readonly file: OrderFile;
  readonly first: Choice;
  readonly remembered: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [choice, setChoice] = useState(first);
  const [running, setRunning] = useState<{ readonly stop: AbortController; readonly done: number } | null>(
    null,
  );
  const preview = useImportPreview(file, choice, report);
  const change = (preview?.count.new ?? 0) + (preview?.count.changed ?? 0);
  const ready = preview !== null && change > 0 && running === null;

  const run = (wanted: Preview): void => {
    const stop = new AbortController();
    setRunning({ stop, done: 0 });
    const onProgress = (done: number): void => {
      setRunning({ stop, done });
    };
    importOrders(wanted.orders, now(), { signal: stop.signal, onProgress })
      .then(async (count) => {
        await keepOrderMapping(file.opened.fingerprint, choice);
        tell('orders.import.done', { added: count.new, changed: count.changed });
        onClose();
      })
      .catch((error: unknown) => {
        setRunning(null);
        if (stop.signal.aborted) tell('orders.import.stopped');
        else report(error);
      });
  };
  return (
    <Modal
      open
      width={860}
      title={t('orders.import.titleOf', { name })}
      mask={{ closable: false }}
      onCancel={() => {
        running?.stop.abort();
        onClose();
      }}
      footer={
        <div className="case-form-footer">
          <span className="ink-2" role="status">
            {running !== null
              ? t('orders.import.running', { done: running.done, total: preview?.orders.length ?? 0 })
              : preview === null
                ? t('orders.import.looking')
                : ''}
          </span>
          <span className="grow" />
          <button
            type="button"
            className="btn"
            onClick={() => {
              if (running === null) onClose();
              else running.stop.abort();
            }}
          >
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={!ready}
            onClick={() => {
              if (preview !== null) run(preview);
            }}
          >
            {preview !== null && change === 0
              ? t('orders.import.nothing')
              : t('orders.import.apply', { count: change })}
          </button>
        </div>
      }
    >
      <ImportChoice
        file={file}
        choice={choice}
        open={!file.opened.certain && !remembered}
        disabled={running !== null}
        onChange={setChoice}
      />
      {preview === null ? null : <ImportResult preview={preview} dropped={file.opened.dropped} />}
    </Modal>
  );
}
