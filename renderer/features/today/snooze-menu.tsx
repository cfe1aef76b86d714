import { Input, Modal } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/parse-when';
import { guessedBuyerHour, snoozeChoices, type SnoozeChoice } from '#shared/domain/snooze';
import { moveCommitment } from '../../data/commitment-repository';
import { readBuyerHour } from '../../data/buyer-hour-repository';
import { snoozeFollowUp, waitForBuyer } from '../../data/reminder-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';
import { BuyerHourField } from './buyer-hour-field';
import { RepeatField } from './repeat-field';
import './snooze-menu.css';
import type { Case } from '#shared/domain/case';
import type { Commitment } from '#shared/domain/commitment';

/**
 * Until when to put a case's follow-up off: keys 1 to 6, or a time of one's own. Times in the past are not offered.
 * Saves by itself and closes.
 */
export function SnoozeMenu({
  item,
  promise,
  present,
  onClose,
}: {
  readonly item: Case;
  /** Set when a promise is put off and not the case's follow-up. */
  readonly promise?: Commitment | undefined;
  readonly present: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const noteField = useRef<HTMLDivElement>(null);
  // What cannot be done now is noted down (R61); what is noted already need not be typed again.
  const needsNote = promise === undefined && item.nextAction === '';
  const own = useRef<HTMLDivElement>(null);
  const firstChoice = useRef<HTMLButtonElement>(null);
  const typed = parseWhen(text, present, 'future');
  const known = useLive(
    async () => ({ hour: await readBuyerHour(item.platform, item.buyerId) }),
    [item.platform, item.buyerId],
  );
  const buyerHour = known?.hour ?? guessedBuyerHour;
  const choices = snoozeChoices(present, buyerHour).map((choice) =>
    // A promise is ours to keep, whether the buyer answers or not.
    promise !== undefined && choice.kind === 'buyerReplies' ? { ...choice, at: null } : choice,
  );

  const save = (job: Promise<void>, key: string, at: number): void => {
    onClose();
    job.then(
      () => {
        tell(key, { when: momentWords(t, at, now()) });
      },
      (error: unknown) => {
        report(error);
      },
    );
  };
  /** Whether the note stands; if not, the seller is led to it. */
  const isNoted = (): boolean => {
    if (!needsNote || note.trim() !== '') return true;
    setAsked(true);
    noteField.current?.querySelector('input')?.focus();
    return false;
  };
  const putOff = (at: number): void => {
    if (at <= now() || !isNoted()) return;
    if (promise === undefined) save(snoozeFollowUp(item.id, at, now(), note), 'reminders.snoozedTo', at);
    else save(moveCommitment(promise.id, at, now()), 'commitments.movedTo', at);
  };
  const pick = ({ kind, at }: SnoozeChoice): void => {
    if (kind === 'pick') own.current?.querySelector('input')?.focus();
    else if (at === null) return;
    else if (kind === 'buyerReplies') {
      if (isNoted()) save(waitForBuyer(item.id, at, now(), note), 'reminders.waitingTold', at);
    } else putOff(at);
  };

  // Heard wherever the focus is: a quick digit comes before the dialog has taken it.
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || isComposing(event)) return;
    const choice = choices[Number(event.key) - 1];
    if (choice === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    pick(choice);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event);
    };
    document.addEventListener('keydown', listener);
    return () => {
      document.removeEventListener('keydown', listener);
    };
  }, []);

  return (
    <Modal
      open
      width={440}
      title={<span className="snooze-title">{t('today.snoozeTitle', { title: item.buyerId })}</span>}
      onCancel={onClose}
      // Where a note is needed it comes first; else the first choice has the focus. `autoFocus` would come too early.
      afterOpenChange={(open) => {
        if (open && needsNote) noteField.current?.querySelector('input')?.focus();
      }}
      footer={null}
    >
      <div className="snooze">
        {promise === undefined ? (
          <div ref={noteField} className="snooze-note">
            <Input
              size="small"
              maxLength={200}
              aria-label={t('reminders.note')}
              placeholder={needsNote ? t('reminders.noteNeeded') : item.nextAction}
              status={asked && note.trim() === '' ? 'error' : ''}
              value={note}
              onChange={(event) => {
                setNote(event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || isComposing(event) || note.trim() === '') return;
                firstChoice.current?.focus();
              }}
            />
            {asked && note.trim() === '' ? (
              <span className="problem" role="alert">
                {t('reminders.noteMissing')}
              </span>
            ) : null}
          </div>
        ) : null}
        {choices.map((choice, index) => (
          <button
            key={choice.kind}
            type="button"
            className="btn snooze-choice"
            // The first choice has the focus, so that 1 to 6 and Enter work at once.
            ref={index === 0 ? firstChoice : undefined}
            autoFocus={index === 0 && !needsNote}
            disabled={choice.at === null && choice.kind !== 'pick'}
            onClick={() => {
              pick(choice);
            }}
          >
            <kbd>{index + 1}</kbd> {t(`reminders.snooze.${choice.kind}`)}
            {choice.kind === 'buyerHour' && known?.hour === null ? (
              <span className="chip wait">{t('reminders.guess')}</span>
            ) : null}
            <span className="grow" />
            <span className="ink-3">
              {choice.at === null
                ? ''
                : t(choice.kind === 'buyerReplies' ? 'reminders.atLatest' : 'reminders.at', {
                    when: momentWords(t, choice.at, present),
                  })}
            </span>
          </button>
        ))}
        <div
          ref={own}
          className="snooze-own"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event) && typed !== null) putOff(typed);
          }}
        >
          <WhenInput
            id="snooze-own"
            value={text}
            direction="future"
            now={present}
            withChoices={false}
            onChange={setText}
          />
          <button
            type="button"
            className="btn"
            disabled={typed === null || typed <= present}
            onClick={() => {
              if (typed !== null) putOff(typed);
            }}
          >
            {t('today.snoozeOwn')}
          </button>
        </div>
        <BuyerHourField item={item} hour={known?.hour ?? null} key={`hour-${known?.hour ?? 'none'}`} />
        {promise === undefined ? <RepeatField caseId={item.id} /> : null}
      </div>
    </Modal>
  );
}
