import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { holds } from '#shared/domain/step-facts';
import { listOpenOfCase } from '../../data/commitment-repository';
import { findMissingEvidence } from '../../data/evidence-check-repository';
import { listNotesOfCase } from '../../data/note-repository';
import { promiseWords } from '../../text/commitment-words';
import { useLive } from '../../data/use-live';
import type { CaseWalk } from '../../data/case-walk';

/** What is still open before a case is closed; it warns, it does not forbid. */
export function CloseWarnings({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const { next, open, complete, stage } = walk.walk;
  const unpasted =
    useLive(
      async () => (await listNotesOfCase(walk.item.id)).filter(({ pastedAt }) => pastedAt === null).length,
      [walk.item.id],
    ) ?? 0;
  const promises = useLive(() => listOpenOfCase(walk.item.id), [walk.item.id]) ?? [];
  const lacking = useLive(() => findMissingEvidence(walk.item.id), [walk.item.id]) ?? [];
  const proofs = lacking.filter(({ need }) => need === 'must');
  const left = [...(next === null ? [] : [next]), ...open].filter(({ step }) => step.optional !== true);
  const needs = walk.playbook.closing.filter(({ met }) => !holds(met, walk.facts));
  const comma = t('playbook.comma');
  const lines = [
    ...(complete || stage.next.length === 0
      ? []
      : [t('playbook.close.stageNow', { stage: wordsIn(stage.title, i18n.language) })]),
    ...(left.length === 0
      ? []
      : [
          t('playbook.close.openSteps', {
            count: left.length,
            steps:
              left
                .slice(0, 6)
                .map(({ step }) => wordsIn(step.title, i18n.language))
                .join(comma) + (left.length > 6 ? ' …' : ''),
          }),
        ]),
    ...(needs.length === 0
      ? []
      : [
          t('playbook.close.needs', {
            needs: needs.map(({ words }) => wordsIn(words, i18n.language)).join(comma),
          }),
        ]),
    ...(proofs.length === 0
      ? []
      : [
          t('playbook.close.evidence', {
            slots: proofs.map(({ title }) => wordsIn(title, i18n.language)).join(comma),
          }),
        ]),
    ...(promises.length === 0
      ? []
      : [
          t('playbook.close.openPromises', {
            count: promises.length,
            promises: promises.map((one) => promiseWords(t, one)).join(comma),
          }),
        ]),
    ...(unpasted === 0 ? [] : [t('playbook.close.unpasted', { count: unpasted })]),
  ];
  return (
    <div className={lines.length === 0 ? 'walk-fine' : 'walk-gate'} role="status">
      {lines.length === 0 ? t('playbook.close.fine') : null}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
