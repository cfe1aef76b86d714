import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shippedRules } from '#shared/deadlines/rules/index';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { parseWhen } from '#shared/domain/parse-when';
import { listCasesOfBuyer } from '../../data/case-repository';
import { answerDeadline, listDeadlines, typeDeadline } from '../../data/deadline-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CountdownChip } from '../../ui/countdown-chip';
import { WhenInput } from '../../ui/when-input';
import { countdownWords, momentWords } from '../../text/time-words';
import { AppliedAtField } from './applied-at-field';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { DeadlineRecord } from '../../data/records';

/** Beside a case: its clocks, its order, and what the buyer has had before. */
export function ContextStrip({
  item,
  present,
  onOpen,
}: {
  readonly item: Case;
  readonly present: number;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const deadlines = useLive(() => listDeadlines(item.id), [item.id]);
  const others = useLive(
    () => listCasesOfBuyer(item.platform, item.buyerId),
    [item.platform, item.buyerId],
  )?.filter((one) => one.id !== item.id);
  return (
    <aside className="context" aria-label={t('cases.context')}>
      <section>
        <h2>{t('cases.clocks')}</h2>
        {deadlines?.map((one) => (
          <Clock key={one.id} item={item} deadline={one} present={present} />
        ))}
        {deadlines?.length === 0 ? <p className="ink-3 context-note">{t('cases.noClocks')}</p> : null}
        <AppliedAtField item={item} present={present} />
      </section>
      <section>
        <h2>{t('cases.order')}</h2>
        <div className="key-values">
          <span>{t('cases.orderNo')}</span>
          <span className="mono">{item.orderNo === '' ? t('common.none') : item.orderNo}</span>
          <span>{t('cases.product')}</span>
          <span>{item.product === '' ? t('common.none') : item.product}</span>
          <span>{t('cases.amount')}</span>
          <span>{item.amountFen === null ? t('common.none') : `¥${formatYuan(item.amountFen)}`}</span>
        </div>
      </section>
      <section>
        <h2>
          {t('cases.buyerHistory')} <span className="ink-3">{others?.length ?? ''}</span>
        </h2>
        {others?.length === 0 ? <p className="ink-3 context-note">{t('cases.firstCase')}</p> : null}
        <ul className="context-history">
          {others?.slice(0, 20).map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => {
                  onOpen(one.id);
                }}
              >
                <span className="mono">{one.caseNo}</span>
                <span className="ellipsis">{t(`domain.caseType.${one.type}`)}</span>
                <span className="ink-3">{t(`domain.status.${one.status}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function Clock({
  item,
  deadline,
  present,
}: {
  readonly item: Case;
  readonly deadline: DeadlineRecord;
  readonly present: number;
}) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const rule = shippedRules.find((one) => one.id === deadline.ruleId);
  const side = deadline.actor === 'merchant' || deadline.actor === 'both' ? 'ours' : 'theirs';
  const at = parseWhen(typed ?? '', present, 'future');
  const run = (job: Promise<unknown>): void => {
    job.catch((error: unknown) => {
      report(error);
    });
  };
  const title = rule?.title[i18n.language === 'en' ? 'en' : 'zh'] ?? deadline.ruleId;
  return (
    <div className="clock">
      <div className="clock-line">
        <span>{title}</span>
        {deadline.state === 'answered' ? (
          <span className="chip ok">{t('cases.answered')}</span>
        ) : (
          <CountdownChip
            {...countdownWords(t, deadline.dueAt, present, side)}
            title={momentWords(t, deadline.dueAt, present)}
          />
        )}
      </div>
      <p className="ink-3 context-note">
        {t(`domain.platform.${item.platform}`)} · {momentWords(t, deadline.dueAt, present)} ·{' '}
        {t(`domain.onMiss.${deadline.onMiss}`)}
        {deadline.typed ? ` · ${t('cases.typedDue')}` : ''}
        {deadline.shadowDueAt === null
          ? ''
          : ` · ${t('cases.shadow', { when: momentWords(t, deadline.shadowDueAt, present) })}`}
        {rule === undefined
          ? ''
          : ` · ${t('cases.ruleSource', { ref: rule.source.ref, date: rule.checkedOn ?? rule.source.date ?? '' })}`}
      </p>
      {deadline.state === 'answered' ? null : (
        <div className="clock-actions">
          <button
            type="button"
            className="btn small"
            onClick={() => {
              run(answerDeadline(item.id, deadline.ruleId, now()));
            }}
          >
            {t('cases.markAnswered')}
          </button>
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              setTyped(typed === null ? '' : null);
            }}
          >
            {t('cases.typeDue')}
          </button>
        </div>
      )}
      {typed === null ? null : (
        <div className="clock-typed">
          <WhenInput
            id={`typed-${deadline.id}`}
            value={typed}
            direction="future"
            now={present}
            onChange={setTyped}
          />
          <button
            type="button"
            className="btn small"
            disabled={at === null}
            onClick={() => {
              run(typeDeadline(item.id, deadline.ruleId, at, now()));
              setTyped(null);
            }}
          >
            {t('common.save')}
          </button>
          <span className="ink-3">{isoDay(present)}</span>
        </div>
      )}
    </div>
  );
}
