import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useScriptLanguage } from './use-library';
import type { LibraryScript } from '../../data/script-repository';
import type { CaseType } from '#shared/domain/case';

/** Messages to choose from; those for the case's type stand apart while nothing is searched. */
export function ScriptList({
  listId,
  scripts,
  chosenId,
  caseType,
  isSearched,
  onChoose,
}: {
  readonly listId: string;
  readonly scripts: readonly LibraryScript[];
  readonly chosenId: string | null;
  readonly caseType: CaseType | null;
  readonly isSearched: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const language = useScriptLanguage();
  useEffect(() => {
    document.getElementById(`${listId}-${chosenId}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosenId]);
  const fits = (script: LibraryScript): boolean => caseType !== null && script.for.includes(caseType);
  const groupOf = (script: LibraryScript): string => {
    if (isSearched) return '';
    if (fits(script)) return t('scripts.suggested');
    if (script.favourite) return t('scripts.favourites');
    return t(`scripts.scene.${script.scene}`);
  };
  return (
    <div className="script-list" role="listbox" id={listId} aria-label={t('scripts.list')}>
      {scripts.map((script, order) => {
        const group = groupOf(script);
        const before = scripts[order - 1];
        return (
          <div key={script.id} role="presentation">
            {group !== '' && (before === undefined || groupOf(before) !== group) ? (
              <h3 className="script-group">{group}</h3>
            ) : null}
            <div
              id={`${listId}-${script.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={script.id === chosenId}
              className={script.id === chosenId ? 'script-row on' : 'script-row'}
              onClick={() => {
                onChoose(script.id);
              }}
              onKeyDown={() => {}}
            >
              <span className="script-row-head">
                {script.favourite ? <span aria-label={t('scripts.favourites')}>★</span> : null}
                <b className="ellipsis">{script.title[language]}</b>
                <span className="grow" />
                {script.state === 'shipped' ? null : (
                  <span className="ink-3">{t(`scripts.${script.state}`)}</span>
                )}
                <span className="ink-3">{t(`scripts.tone.${script.tone}`)}</span>
              </span>
              <span className="script-row-text ellipsis ink-2">{script.text[language]}</span>
            </div>
          </div>
        );
      })}
    </div>
  );
}
