import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceOf } from '#shared/knowledge/playbooks/source-rows';
import { wordsIn } from '#shared/domain/playbook';

/** Where a step or gate comes from, on demand. */
export function StepSource({ rows }: { readonly rows: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  if (rows.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="btn small plain"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t('playbook.source')}
      </button>
      {open ? (
        <ul className="walk-source">
          {rows.map((row) => {
            const source = sourceOf(row);
            return (
              <li key={row}>
                <span className="mono">{row}</span>{' '}
                {source === undefined ? '' : wordsIn(source.words, i18n.language)}
                {source === undefined ? null : (
                  <span className="ink-3"> · {t(`playbook.seed.${source.seed}`)}</span>
                )}
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}
