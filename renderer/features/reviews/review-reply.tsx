import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hintsFor, openBlanks, productKeywords } from '#shared/domain/reply-hints';
import { fillScript, type ScriptLanguage } from '#shared/domain/script';
import { isGood, type Review } from '#shared/domain/review';
import { fromShanghai, isoDay } from '#shared/domain/shanghai-time';
import { parseDay } from '#shared/domain/parse-day';
import { findWording } from '#shared/domain/wording';
import { wordsIn } from '#shared/domain/playbook';
import { publishReply, saveReply, unpublishReply } from '../../data/review-repository';
import { findScript } from '../../data/script-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';

type Typed = { readonly text: string; readonly buyerId: string };

/** As much of a review as an answer quotes. */
const quoteLength = 24;

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = Array.from(line);
  return signs.length > quoteLength ? `${signs.slice(0, quoteLength).join('')}…` : line;
}

/** Noon of a typed day, or now when it is today; null when it is no day. */
export function dayToTime(text: string, present: number): number | null {
  const day = parseDay(text, present, 'past');
  if (day === null || day === '') return null;
  return day === isoDay(present) ? present : fromShanghai(`${day}T12:00`);
}

/** The public answer (R52): draft, what is worth naming, risky words, and the day it was published. */
export function ReviewReply({ review }: { readonly review: Review }) {
  const { t, i18n } = useTranslation();
  const start: Typed = { text: review.reply, buyerId: review.buyerId };
  const draft = useDraft<Typed>(`review:${review.id}:reply`, start, now, report);
  const [day, setDay] = useState(() => isoDay(now()));
  const [tried, setTried] = useState(false);
  const published = review.publishedAt !== null;
  const { text } = published ? start : (draft.value ?? start);
  const blanks = openBlanks(text);
  const at = dayToTime(day, now());
  const problem = !tried
    ? undefined
    : text.trim() === ''
      ? t('reviews.problem.reply')
      : blanks.length > 0
        ? t('reviews.problem.blanks', { names: blanks.join('、') })
        : undefined;
  const keep = (words: string): void => {
    draft.change({ text: words });
    saveReply(review.id, words, now()).catch(report);
  };
  const fill = (scriptId: string): void => {
    findScript(scriptId).then((found) => {
      if (found === null) return;
      const language: ScriptLanguage = i18n.language === 'en' ? 'en' : 'zh-CN';
      const known = {
        商品: review.product,
        item: review.product,
        评价内容: quote(review.text),
        review: quote(review.text),
      };
      keep(fillScript(found.script.text[language], new Map(Object.entries(known))).text);
    }, report);
  };
  const publish = (): void => {
    setTried(true);
    if (text.trim() === '' || blanks.length > 0 || at === null || at > now()) return;
    publishReply(review.id, text, at, now()).then(() => draft.clear(), report);
  };
  const copy = (): void => {
    setTried(true);
    if (text.trim() === '' || blanks.length > 0) return;
    navigator.clipboard.writeText(text.trim()).then(() => {
      tell('reviews.reply.copied');
    }, report);
  };
  const insert = (sentence: string): void => {
    keep(
      text.trim() === ''
        ? sentence
        : `${text.trimEnd()}${/[。！？.!?]$/.test(text.trimEnd()) ? '' : ' '}${sentence}`,
    );
  };
  const marks = findWording(text);
  const keywords = productKeywords(review.product);
  return (
    <section className="reviews-section" aria-label={t('reviews.reply.title')}>
      <h2>
        {t('reviews.reply.title')}
        {review.publishedAt === null ? (
          <span className="ink-3">{t('reviews.reply.draft')}</span>
        ) : (
          <span className="chip ok">{t('reviews.reply.published', { day: isoDay(review.publishedAt) })}</span>
        )}
      </h2>
      <Field label={t('reviews.reply.label')} problem={problem}>
        {({ id, describedBy }) => (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            className="area"
            maxLength={2000}
            readOnly={published}
            value={text}
            onChange={(event) => {
              draft.change({ text: event.target.value });
            }}
            onBlur={() => {
              if (!published && text.trim() !== review.reply) keep(text);
            }}
          />
        )}
      </Field>
      {marks.length === 0 ? null : (
        <p className="reviews-warn" role="alert">
          {t('reviews.reply.warn')}
          {[...new Set(marks.map(({ kind }) => t(`reviews.reply.rule.${kind}`)))].join('；')}
          {' ('}
          {marks.map(({ start: from, end }) => text.slice(from, end)).join(' / ')}
          {')'}
        </p>
      )}
      {published ? null : (
        <div className="reviews-hints">
          <span className="ink-3" title={t('reviews.reply.hintsWhy')}>
            {t('reviews.reply.hints')}
          </span>
          {hintsFor(review, text).map((hint) => (
            <button
              key={hint.id}
              type="button"
              className={hint.used ? 'btn small plain' : 'btn small'}
              disabled={hint.used}
              onClick={() => {
                insert(wordsIn(hint.sentence, i18n.language));
              }}
            >
              {wordsIn(hint.title, i18n.language)}
              {hint.used ? ` · ${t('reviews.reply.used')}` : ''}
            </button>
          ))}
          {keywords.length === 0 ? null : (
            <>
              <span className="ink-3">{t('reviews.reply.keywords')}</span>
              {keywords.map((word) => (
                <button
                  key={word}
                  type="button"
                  className={text.includes(word) ? 'btn small plain' : 'btn small'}
                  disabled={text.includes(word)}
                  onClick={() => {
                    insert(word);
                  }}
                >
                  {word}
                </button>
              ))}
            </>
          )}
        </div>
      )}
      <div className="reviews-line">
        {published ? (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              unpublishReply(review.id, now()).catch(report);
            }}
          >
            {t('reviews.reply.back')}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="btn"
              onClick={() => {
                fill(isGood(review) && !review.issue ? 'M32.thanks' : 'M32.explain');
              }}
            >
              {t(isGood(review) && !review.issue ? 'reviews.reply.thanks' : 'reviews.reply.explain')}
            </button>
            <span className="grow" />
            <span className="reviews-day">
              <Field
                label={t('reviews.reply.day')}
                problem={at === null || at > now() ? t('reviews.problem.day') : undefined}
              >
                {({ id, describedBy }) => (
                  <DayInput
                    id={id}
                    describedBy={describedBy}
                    value={day}
                    direction="past"
                    now={now()}
                    onChange={setDay}
                  />
                )}
              </Field>
            </span>
            <button type="button" className="btn primary" onClick={publish}>
              {t('reviews.reply.publish')}
            </button>
          </>
        )}
        <button type="button" className="btn" onClick={copy}>
          {t('reviews.reply.copy')}
        </button>
      </div>
    </section>
  );
}
