import { Modal } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { memoSize } from '#shared/domain/merge-memo';
import { memoFormats } from '#shared/knowledge/memo-formats';
import { dropQueued, listQueue, setPasted, type QueuedMemo } from '../../data/memo-queue-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { PlatformMark } from '../../ui/platform-mark';
import { MemoQueueSteps, type QueueStep } from './memo-queue-steps';
import './notes.css';

/**
 * One memo after the other, by Enter alone: copy the order number, copy the memo, tick it as pasted, next (R28). What was
 * ticked stays ticked when the seller leaves in the middle; a tick set too early is taken back with U.
 */
export function MemoQueue({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [queue, setQueue] = useState<readonly QueuedMemo[]>();
  const [at, setAt] = useState(0);
  const [step, setStep] = useState<QueueStep>('order');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const main = useRef<HTMLButtonElement>(null);
  const busy = useRef(false);
  // The order of work stays as it was at the start; memos that come meanwhile wait for the next round.
  useEffect(() => {
    listQueue().then(setQueue, report);
  }, []);
  // Whatever was clicked or went away, Enter goes on with the work.
  useEffect(() => {
    main.current?.focus();
  });
  if (queue === undefined) return null;
  const memo = queue[at];
  const isTicked = memo !== undefined && ticked.has(memo.id);

  const go = (to: number): void => {
    setAt(Math.max(0, Math.min(queue.length, to)));
    setStep('order');
  };
  /** One thing at a time: what is pressed while it runs is not done twice. */
  const run = (act: Promise<unknown>, then: () => void): void => {
    if (busy.current) return;
    busy.current = true;
    act.then(then, report).finally(() => {
      busy.current = false;
    });
  };
  const copy = (what: 'order' | 'memo'): void => {
    if (memo === undefined) return;
    // Without a number the order is found by its buyer; nothing at all is never put on the clipboard.
    const text = what === 'order' ? memo.orderNo || memo.buyerId : memo.text;
    const next = what === 'order' ? 'memo' : 'done';
    if (text === '') setStep(next);
    else run(navigator.clipboard.writeText(text), () => setStep(next));
  };
  const tick = (pasted: boolean): void => {
    if (memo === undefined) return;
    run(setPasted(memo, pasted, now()), () => {
      const left = [...ticked].filter((id) => id !== memo.id);
      setTicked(new Set(pasted ? [...left, memo.id] : left));
      if (pasted) go(at + 1);
      else setStep('order');
    });
  };
  const drop = (): void => {
    if (memo === undefined || isTicked) return;
    run(dropQueued(memo, now()), () => {
      setQueue(queue.filter((one) => one !== memo));
      setStep('order');
    });
  };
  const advance = (): void => {
    if (isTicked) go(at + 1);
    else if (step === 'done') tick(true);
    else copy(step);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    '1': () => copy('order'),
    '2': () => copy('memo'),
    u: () => {
      if (isTicked) tick(false);
    },
    Delete: drop,
    Enter: memo === undefined ? onClose : advance,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A key held down must not race through orders that were never pasted.
    if (event.repeat) {
      event.preventDefault();
      return;
    }
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    // A button in focus does with Enter what stands on it.
    if (act === undefined || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    act();
  };
  const limit = memo === undefined ? null : memoFormats[memo.platform].limit;
  return (
    <Modal
      open
      width={680}
      footer={null}
      title={t('notes.queue')}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={() => {
        main.current?.focus();
      }}
    >
      <div className="notes-queue" role="presentation" tabIndex={-1} onKeyDown={onKeyDown}>
        {memo === undefined ? (
          <div className="notes-queue-end" role="status">
            <h2>{t('notes.queueEnd')}</h2>
            <p className="ink-2">
              {t('notes.queuePasted', { count: ticked.size, left: queue.length - ticked.size })}
            </p>
            {queue.length === 0 ? null : (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  go(queue.length - 1);
                }}
              >
                {t('notes.queueBack')} <kbd>←</kbd>
              </button>
            )}{' '}
            <button ref={main} type="button" className="btn primary" onClick={onClose}>
              {t('common.close')} <kbd>↵</kbd>
            </button>
          </div>
        ) : (
          <>
            <p className="notes-queue-head">
              <PlatformMark platform={memo.platform} label={t(`domain.platform.${memo.platform}`)} />
              <b className="ellipsis">{memo.buyerId}</b>
              <span className="grow" />
              <span className="ink-3" role="status">
                {t('notes.queueAt', { at: at + 1, total: queue.length })} ·{' '}
                {t('notes.queueTicked', { count: ticked.size })}
              </span>
            </p>
            <MemoQueueSteps
              memo={memo}
              step={isTicked ? null : step}
              tooLong={limit !== null && memoSize(memo.text, limit) > limit.max}
              onCopy={copy}
            />
            <div className="notes-buttons">
              <button
                type="button"
                className="btn"
                disabled={at === 0}
                onClick={() => {
                  go(at - 1);
                }}
              >
                {t('notes.queueBack')} <kbd>←</kbd>
              </button>
              {isTicked ? (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    tick(false);
                  }}
                >
                  {t('notes.queueUntick')} <kbd>U</kbd>
                </button>
              ) : (
                <>
                  <button
                    type="button"
                    className="btn"
                    onClick={() => {
                      go(at + 1);
                    }}
                  >
                    {t('notes.queueSkip')} <kbd>→</kbd>
                  </button>
                  <button type="button" className="btn plain" title={t('notes.queueDropHint')} onClick={drop}>
                    {t('notes.queueDrop')} <kbd>Del</kbd>
                  </button>
                </>
              )}
              <span className="grow" />
              <button autoFocus ref={main} type="button" className="btn primary" onClick={advance}>
                {t(isTicked ? 'notes.queueNext' : `notes.queueStep.${step}`)} <kbd>↵</kbd>
              </button>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}
