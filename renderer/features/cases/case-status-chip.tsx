import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { statusOf } from '#shared/domain/playbook-walk';
import { readWalk } from '../../data/case-walk';
import { useLive } from '../../data/use-live';
import type { Case } from '#shared/domain/case';

/** Where the thing the case is about stands, for procedures that know such states (R104). */
export function CaseStatusChip({ item }: { readonly item: Case }) {
  const { t, i18n } = useTranslation();
  const walk = useLive(() => readWalk(item.id), [item.id]);
  const found = walk === undefined ? null : statusOf(walk.playbook, walk.walk);
  if (found === null) return null;
  return (
    <span className="chip soon">
      {t('playbook.status')} · {wordsIn(found.status.title, i18n.language)}
    </span>
  );
}
