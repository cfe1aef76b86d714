import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listQueue, markPasted, type QueuedMemo } from '../../data/memo-queue-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Flag } from '../../ui/flag';
import { PlatformMark } from '../../ui/platform-mark';
import './notes.css';

/** What Enter does now: the order number to find the order, the memo to paste, then the tick. */
const steps = ['order', 'memo', 'done'] as const;

/**
 * One memo after the other, by Enter alone: copy the order number, copy the memo, tick it as pasted, next (R28). What was
 * ticked stays ticked when the seller leaves in the middle.
 */
export function MemoQueue({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [queue, setQueue] = useState<readonly QueuedMemo[]>();
  const [at, setAt] = useState(0);
  const [step, setStep] = useState(0);
  const [pasted, setPasted] = useState(0);
  const main = useRef<HTMLButtonElement>(null);
  // The order of work stays as it was at the start; memos that come meanwhile wait for the next round.
  useEffect(() => {
    listQueue().then(setQueue, report);
  }, []);
  if (queue === undefined) return null;
  const memo = queue[at];

  const go = (by: number): void => {
    setAt(Math.max(0, Math.min(queue.length, at + by)));
    setStep(0);
  };
  const advance = (): void => {
    if (memo === undefined) return;
    const what = steps[step] ?? 'done';
    const act =
      what === 'done'
        ? markPasted(memo, now())
        : navigator.clipboard.writeText(what === 'order' ? memo.orderNo : memo.text);
    act.then(() => {
      if (what !== 'done') {
        setStep(step + 1);
        return;
      }
      setPasted(pasted + 1);
      go(1);
    }, report);
  };
  return (
    <Modal
      open
      width={640}
      footer={null}
      title={t('notes.queue')}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={() => {
        main.current?.focus();
      }}
    >
      {memo === undefined ? (
        <div className="notes-queue-end" role="status">
          <h2>{t('notes.queueEnd')}</h2>
          <p className="ink-2">{t('notes.queuePasted', { count: pasted, left: queue.length - pasted })}</p>
          <button autoFocus type="button" className="btn primary" onClick={onClose}>
            {t('common.close')}
          </button>
        </div>
      ) : (
        <div
          className="notes-queue"
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') go(1);
            else if (event.key === 'ArrowLeft') go(-1);
          }}
        >
          <p className="notes-queue-head">
            <PlatformMark platform={memo.platform} label={t(`domain.platform.${memo.platform}`)} />
            <b className="ellipsis">{memo.buyerId}</b>
            <span className="grow" />
            <span className="ink-3" role="status">
              {t('notes.queueAt', { at: at + 1, total: queue.length })}
            </span>
          </p>
          <ol className="notes-queue-steps">
            <li className={step === 0 ? 'on' : ''}>
              <span className="ink-3">{t('notes.queueOrder')}</span>
              <span className="mono notes-queue-order">{memo.orderNo || t('common.none')}</span>
            </li>
            <li className={step === 1 ? 'on' : ''}>
              <span className="ink-3">{t('notes.queueMemo')}</span>
              <span className="notes-text">{memo.text}</span>
            </li>
            <li className={step === 2 ? 'on' : ''}>
              <span className="ink-3">{t('notes.queueFlag')}</span>
              <span>
                <Flag color={memo.flag} label={t(`domain.flag.${memo.flag}`)} />{' '}
                {t(`domain.flag.${memo.flag}`)}{' '}
                {memo.tag === '' ? null : <span className="chip wait">{memo.tag}</span>}
              </span>
            </li>
          </ol>
          <div className="notes-buttons">
            <button
              type="button"
              className="btn"
              disabled={at === 0}
              onClick={() => {
                go(-1);
              }}
            >
              {t('notes.queueBack')} <kbd>←</kbd>
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => {
                go(1);
              }}
            >
              {t('notes.queueSkip')} <kbd>→</kbd>
            </button>
            <span className="grow" />
            <button ref={main} type="button" className="btn primary" onClick={advance}>
              {t(`notes.queueStep.${steps[step] ?? 'done'}`)} <kbd>↵</kbd>
            </button>
          </div>
        </div>
      )}
    </Modal>
  );
}
