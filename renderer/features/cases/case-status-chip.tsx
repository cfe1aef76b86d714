import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { readStanding } from '../../data/case-standings';
import { useLive } from '../../data/use-live';
import type { Case } from '#shared/domain/case';

/** Where the thing the case is about stands, for procedures that know such states (R104). */
export function CaseStatusChip({ item }: { readonly item: Case }) {
  const { t, i18n } = useTranslation();
  const status = useLive(() => readStanding(item.id), [item.id]) ?? null;
  if (status === null) return null;
  return (
    <span className="chip soon">
      {t('playbook.status')} · {wordsIn(status.title, i18n.language)}
    </span>
  );
}

/** The same in a line of the list, behind the type. */
export function StandingWords({ item }: { readonly item: Case }) {
  const { i18n } = useTranslation();
  const status = useLive(() => readStanding(item.id), [item.id]) ?? null;
  return status === null ? null : ` · ${wordsIn(status.title, i18n.language)}`;
}
