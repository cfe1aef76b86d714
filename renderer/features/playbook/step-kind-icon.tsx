import { useTranslation } from 'react-i18next';
import type { StepKind } from '#shared/domain/playbook';

/** A sign per kind, so that a list of steps can be skimmed. Decoration: the title says what it is. */
export function StepKindIcon({ kind }: { readonly kind: StepKind }) {
  const { t } = useTranslation();
  return (
    <span className="walk-kind" aria-hidden="true">
      {t(`playbook.sign.${kind}`)}
    </span>
  );
}
