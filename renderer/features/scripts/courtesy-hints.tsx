import { useTranslation } from 'react-i18next';
import { findCourtesyHints } from '#shared/domain/courtesy';
import { wordsIn } from '#shared/domain/playbook';

/** How a message could be more polite (R114); advice only, copying stays free. */
export function CourtesyHints({ text }: { readonly text: string }) {
  const { t, i18n } = useTranslation();
  const hints = findCourtesyHints(text);
  if (hints.length === 0) return null;
  return (
    <ul className="script-courtesy" role="status" aria-label={t('courtesy.title')}>
      {hints.map((hint) => (
        <li key={hint.kind === 'rude' ? hint.found : hint.kind}>
          {hint.kind === 'rude'
            ? t('courtesy.rude', { found: hint.found, instead: wordsIn(hint.instead, i18n.language) })
            : t(`courtesy.${hint.kind}`)}
        </li>
      ))}
    </ul>
  );
}
