import { useTranslation } from 'react-i18next';
import { Flag } from '../../ui/flag';
import type { QueuedMemo } from '../../data/memo-queue-repository';

/** What Enter does now: the order number to find the order, the memo to paste, then the tick. */
export type QueueStep = 'order' | 'memo' | 'done';

/** A queued memo in the order it is worked off; `step` is the one to do now, null when it is ticked already. */
export function MemoQueueSteps({
  memo,
  step,
  tooLong,
  onCopy,
}: {
  readonly memo: QueuedMemo;
  readonly step: QueueStep | null;
  /** The platform would cut the memo off. */
  readonly tooLong: boolean;
  readonly onCopy: (what: 'order' | 'memo') => void;
}) {
  const { t } = useTranslation();
  const classOf = (one: QueueStep): string => (one === step ? 'on' : '');
  const again = (what: 'order' | 'memo', key: string) => (
    <button
      type="button"
      className="btn small plain"
      aria-label={t(`notes.queueAgain.${what}`)}
      onClick={() => {
        onCopy(what);
      }}
    >
      {t('common.copy')} <kbd>{key}</kbd>
    </button>
  );
  return (
    <ol className="notes-queue-steps">
      <li className={classOf('order')}>
        <span className="ink-3">{t(memo.orderNo === '' ? 'notes.queueBuyer' : 'notes.queueOrder')}</span>
        <span className="mono notes-queue-order">{memo.orderNo || memo.buyerId || t('common.none')}</span>
        {again('order', '1')}
      </li>
      <li className={classOf('memo')}>
        <span className="ink-3">{t('notes.queueMemo')}</span>
        <span>
          <span className="notes-text">{memo.text}</span>
          {tooLong ? (
            <small className="notes-bytes over" role="alert">
              {t('notes.bytesOver')}
            </small>
          ) : null}
        </span>
        {again('memo', '2')}
      </li>
      <li className={classOf('done')}>
        <span className="ink-3">{t('notes.queueFlag')}</span>
        <span>
          <Flag color={memo.flag} label={t(`domain.flag.${memo.flag}`)} /> {t(`domain.flag.${memo.flag}`)}{' '}
          {memo.tag === '' ? null : <span className="chip wait">{memo.tag}</span>}
        </span>
        {step === null ? <b className="notes-queue-ticked">{t('notes.queueIsTicked')}</b> : <span />}
      </li>
    </ol>
  );
}
