import { useTranslation } from 'react-i18next';
import { listDeadlines } from '../../data/deadline-repository';
import { useRuleTitles } from '../../data/use-rule-titles';
import { useLive } from '../../data/use-live';
import { countdownWords, dueWords, momentWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import type { Case } from '#shared/domain/case';

/**
 * What comes next in a case: the follow-up the seller set, else our own clock that runs soonest. Only a case with
 * neither is a fault (R7).
 */
export function NextNow({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t, i18n } = useTranslation();
  const titleOf = useRuleTitles();
  const deadlines = useLive(() => listDeadlines(item.id), [item.id]);
  const name = item.nextAction === '' ? t('cases.nextAction') : item.nextAction;
  if (item.nextActionAt !== null)
    return (
      <>
        <span className="bold">{name}</span>
        <CountdownChip {...countdownWords(t, item.nextActionAt, present)} />
        <span className="ink-3">{momentWords(t, item.nextActionAt, present)}</span>
      </>
    );
  if (item.status === 'closed') return <span className="bold">{name}</span>;
  const ours = deadlines?.find(
    ({ state, actor }) => state === 'running' && (actor === 'merchant' || actor === 'both'),
  );
  if (ours !== undefined)
    return (
      <>
        <span className="bold">{titleOf(ours.ruleId, i18n.language) ?? name}</span>
        <CountdownChip {...countdownWords(t, ours.dueAt, present)} />
        <span className="ink-3">
          {[
            dueWords(t, ours.dueAt, present),
            ...(ours.onMiss === 'none' ? [] : [t(`domain.onMiss.${ours.onMiss}`)]),
          ].join(' · ')}
        </span>
      </>
    );
  return (
    <>
      <span className="bold">{name}</span>
      {deadlines === undefined ? null : <CountdownChip state="urgent" text={t('cases.noNextStep')} />}
    </>
  );
}
