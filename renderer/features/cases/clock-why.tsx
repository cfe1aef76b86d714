import { useTranslation } from 'react-i18next';
import { explainWhy } from '#shared/deadlines/why-text';
import { isoMinute } from '#shared/domain/shanghai-time';
import { adoptRule } from '../../data/deadline-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { eventWords } from './clock-words';
import type { Case } from '#shared/domain/case';
import type { CaseClock } from '../../data/case-clocks';

/**
 * The worked answer of a clock: the rule and its source, each step from the start to the end, what ends it, what
 * would change it, and what happens when it is missed.
 */
export function ClockWhy({
  item,
  clock: { rule, result, outdated },
  present,
  onAsk,
}: {
  readonly item: Case;
  readonly clock: CaseClock;
  readonly present: number;
  readonly onAsk: (event: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const changes = [...new Set((rule.adjust ?? []).map(({ on }) => on))];
  const note = rule.note?.[language];
  const askable = (names: readonly string[]) => (
    <span className="clock-names">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="when-choice"
          onClick={() => {
            onAsk(name);
          }}
        >
          {eventWords(name, language)}
        </button>
      ))}
    </span>
  );
  return (
    <div className="clock-why">
      <ol>
        {result.why.map((line, index) => (
          // Steps have no identity of their own, and the list is only ever replaced as a whole.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${index}-${line.code}`}>{explainWhy(line, language)}</li>
        ))}
      </ol>
      <dl>
        <dt>{t('cases.whyMiss')}</dt>
        <dd>
          {rule.onMiss === 'none' && rule.basis === 'house'
            ? t('cases.whyMissNone')
            : t(`domain.onMiss.${rule.onMiss}`)}
        </dd>
        {result.openAt === null ? null : (
          <>
            <dt>{t('cases.whyOpens')}</dt>
            <dd>{isoMinute(result.openAt)}</dd>
          </>
        )}
        {rule.closes === undefined || rule.closes.length === 0 ? null : (
          <>
            <dt>{t('cases.whyDone')}</dt>
            <dd>{askable(rule.closes)}</dd>
          </>
        )}
        {changes.length === 0 ? null : (
          <>
            <dt>{t('cases.whyChanges')}</dt>
            <dd>{askable(changes)}</dd>
          </>
        )}
        <dt>{t('cases.whyRule')}</dt>
        <dd className="mono">{`${rule.id} v${rule.version}`}</dd>
      </dl>
      {note === undefined ? null : <p className="context-note ink-2">{note}</p>}
      {outdated ? (
        <div className="clock-outdated">
          <p className="context-note">{t('cases.outdated')}</p>
          <button
            type="button"
            className="btn small"
            onClick={() => {
              adoptRule(item.id, rule.id, Math.max(now(), present)).catch((error: unknown) => {
                report(error);
              });
            }}
          >
            {t('cases.adopt')}
          </button>
        </div>
      ) : null}
    </div>
  );
}
