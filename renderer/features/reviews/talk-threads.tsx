import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '#shared/domain/money';
import {
  openOffer,
  talkKinds,
  talkThreads,
  type Talk,
  type TalkKind,
  type TalkThread,
} from '#shared/domain/talk';
import { addTalk, answerOffer, listTalks } from '../../data/talk-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { isComposing } from '../../ui/is-composing';
import { MaskedText } from '../../ui/masked-text';
import type { CaseId } from '#shared/domain/ids';
import './reviews.css';

/** The two talks of a dispute side by side: with the platform's staff and with the buyer (R73). */
export function TalkThreads({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const lines = useLive(() => listTalks(caseId), [caseId]);
  if (lines === undefined) return null;
  return (
    <section className="reviews-talks" aria-label={t('reviews.talk.title')}>
      <h2 className="case-section">{t('reviews.talk.title')}</h2>
      <p className="ink-3">{t('reviews.talk.why')}</p>
      <div className="reviews-threads">
        {talkThreads.map((thread) => (
          <Thread key={thread} caseId={caseId} thread={thread} lines={lines} />
        ))}
      </div>
    </section>
  );
}

type Typed = { readonly text: string; readonly amount: string };
const empty: Typed = { text: '', amount: '' };

function Thread({
  caseId,
  thread,
  lines,
}: {
  readonly caseId: CaseId;
  readonly thread: TalkThread;
  readonly lines: readonly Talk[];
}) {
  const { t } = useTranslation();
  const draft = useDraft<Typed>(`case:${caseId}:talk:${thread}`, empty, now, report);
  const [by, setBy] = useState<Talk['by']>('us');
  const [kind, setKind] = useState<TalkKind>('words');
  const { text, amount } = draft.value ?? empty;
  const amountFen = amount.trim() === '' ? null : (parseYuan(amount) ?? undefined);
  const fine = text.trim() !== '' && amountFen !== undefined;
  const mine = lines.filter((one) => one.thread === thread);
  const title = t(`reviews.talk.thread.${thread}`);
  const waits = openOffer(lines, thread);
  const save = (): void => {
    if (!fine) return;
    const given = kind === 'offer' ? amountFen : null;
    addTalk(caseId, { thread, by, kind, text, amountFen: given }, now()).then(() => draft.clear(), report);
  };
  return (
    <div className="card reviews-thread" role="group" aria-label={title}>
      <h3>
        {title}
        {waits === undefined ? null : <span className="chip soon">{t('reviews.talk.openOffer')}</span>}
      </h3>
      {mine.length === 0 ? <p className="ink-3">{t('reviews.talk.empty')}</p> : null}
      <ol>
        {mine.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <div
        className="reviews-talk-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
        }}
      >
        <div className="reviews-line">
          <Segmented
            size="small"
            aria-label={t('reviews.talk.who')}
            value={by}
            options={(['us', 'them'] as const).map((value) => ({
              value,
              label: t(`reviews.talk.by.${value}`),
            }))}
            onChange={setBy}
          />
          <Segmented
            size="small"
            aria-label={t('reviews.talk.as')}
            value={kind}
            options={talkKinds.map((value) => ({ value, label: t(`reviews.talk.kind.${value}`) }))}
            onChange={setKind}
          />
        </div>
        <Input.TextArea
          className="area"
          maxLength={2000}
          value={text}
          aria-label={t('reviews.talk.what')}
          placeholder={t('reviews.talk.write')}
          onChange={(event) => {
            draft.change({ text: event.target.value });
          }}
        />
        <div className="reviews-line">
          {kind === 'offer' ? (
            <Input
              className="reviews-amount"
              size="small"
              inputMode="decimal"
              maxLength={12}
              prefix="¥"
              value={amount}
              status={amountFen === undefined ? 'error' : ''}
              aria-label={t('reviews.talk.amount')}
              placeholder={t('reviews.talk.amount')}
              onChange={(event) => {
                draft.change({ amount: event.target.value });
              }}
            />
          ) : null}
          <span className="grow" />
          <button type="button" className="btn small" disabled={!fine} onClick={save}>
            {t('reviews.talk.add')} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </div>
    </div>
  );
}

function Line({ line }: { readonly line: Talk }) {
  const { t } = useTranslation();
  const present = useNow();
  const { id, by, kind, answer, amountFen } = line;
  return (
    <li className={by === 'us' ? 'reviews-talk us' : 'reviews-talk'}>
      <span className="ink-3">
        {t(`reviews.talk.by.${by}`)} · {t(`reviews.talk.kind.${kind}`)} · {momentWords(t, line.at, present)}
        {amountFen === null ? null : <b> ¥{formatYuan(amountFen)}</b>}
      </span>
      <MaskedText text={line.text} />
      {kind === 'offer' ? (
        <span className="reviews-line">
          <span
            className={answer === 'accepted' ? 'chip ok' : answer === 'refused' ? 'chip late' : 'chip soon'}
          >
            {t(`reviews.talk.answer.${answer}`)}
          </span>
          {(answer === 'open' ? (['accepted', 'refused'] as const) : (['open'] as const)).map((next) => (
            <button
              key={next}
              type="button"
              className="btn small plain"
              onClick={() => {
                answerOffer(id, next, now()).catch(report);
              }}
            >
              {next === 'open' ? t('reviews.undo') : t(`reviews.talk.answer.${next}`)}
            </button>
          ))}
        </span>
      ) : null}
    </li>
  );
}
