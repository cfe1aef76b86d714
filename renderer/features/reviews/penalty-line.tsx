import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { appealStates, isInForce, mayAppeal, type AppealState, type Penalty } from '#shared/domain/penalty';
import { isoMinute } from '#shared/domain/shanghai-time';
import { deletePenalty, openAppealCase, setAppeal } from '../../data/penalty-repository';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { countdownWords, dueWords, momentWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { MaskedText } from '../../ui/masked-text';
import { PlatformMark } from '../../ui/platform-mark';

/** One penalty with its reason, its end, and its appeal (R145). */
export function PenaltyLine({ penalty }: { readonly penalty: Penalty }) {
  const { t } = useTranslation();
  const present = useNow();
  const openCase = useScreen((state) => state.openCase);
  const [text, setText] = useState(penalty.appealText);
  const { id, appeal, appealBy, caseId, until } = penalty;
  const holds = isInForce(penalty, present);
  const left = mayAppeal(penalty, present) && appealBy !== null ? countdownWords(t, appealBy, present) : null;
  const keep = (next: AppealState): void => {
    setAppeal(id, next, text, now()).catch(report);
  };
  const open = (): void => {
    const words = { who: t('reviews.penalty.who'), nextAction: t('reviews.penalty.next') };
    openAppealCase(id, words, now()).then((item) => {
      tell('reviews.openedCase', { caseNo: item.caseNo });
      openCase(item.id);
    }, report);
  };
  return (
    <li className="reviews-penalty">
      <div className="reviews-row-head">
        <PlatformMark platform={penalty.platform} label={t(`domain.platform.${penalty.platform}`)} />
        <b>{t(`reviews.penalty.kind.${penalty.kind}`)}</b>
        <span className={holds ? 'chip late' : 'chip wait'}>
          {t(holds ? 'reviews.penalty.inForce' : 'reviews.penalty.over')}
        </span>
        <span className="ink-3" title={isoMinute(penalty.at)}>
          {momentWords(t, penalty.at, present)}
          {' → '}
          {until === null
            ? t('reviews.penalty.noEnd')
            : t('reviews.penalty.untilOf', { when: dueWords(t, until, present) })}
        </span>
        {penalty.amountFen === null ? null : <b>¥{formatYuan(penalty.amountFen)}</b>}
        <span className="mono ink-3">{penalty.orderNo}</span>
        <span className="grow" />
        {left === null ? null : (
          <CountdownChip
            state={left.state}
            text={`${t('reviews.penalty.appealLeft')} ${left.text}`}
            title={dueWords(t, appealBy ?? 0, present)}
          />
        )}
        <button
          type="button"
          className="btn small plain danger"
          title={t('trash.deleteHint')}
          aria-label={t('reviews.penalty.deleteOf', { reason: penalty.reason })}
          onClick={() => {
            deletePenalty(id, now()).catch(report);
          }}
        >
          {t('common.delete')}
        </button>
      </div>
      <p className="reviews-words">
        <MaskedText text={penalty.reason} />
      </p>
      <div className="reviews-line">
        <Segmented
          size="small"
          aria-label={t('reviews.penalty.appealLabel')}
          value={appeal}
          options={appealStates.map((value) => ({ value, label: t(`reviews.penalty.appeal.${value}`) }))}
          onChange={keep}
        />
        <Input
          className="reviews-grow"
          size="small"
          maxLength={2000}
          value={text}
          aria-label={t('reviews.penalty.appealText')}
          placeholder={t('reviews.penalty.appealText')}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onBlur={() => {
            if (text.trim() !== penalty.appealText) keep(appeal);
          }}
        />
        {penalty.appealAt === null ? null : (
          <span className="ink-3">{momentWords(t, penalty.appealAt, present)}</span>
        )}
        <button
          type="button"
          className="btn small"
          onClick={() => {
            if (caseId === null) open();
            else openCase(caseId);
          }}
        >
          {t(caseId === null ? 'reviews.penalty.openCase' : 'reviews.goCase')}
        </button>
      </div>
    </li>
  );
}
