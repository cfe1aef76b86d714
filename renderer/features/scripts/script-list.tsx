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
  // Messages of one group that stand together.
  const groups: { readonly name: string; readonly scripts: LibraryScript[] }[] = [];
  for (const script of scripts) {
    const name = groupOf(script);
    const last = groups.at(-1);
    if (last?.name === name) last.scripts.push(script);
    else groups.push({ name, scripts: [script] });
  }
  return (
    <div className="script-list" role="listbox" id={listId} aria-label={t('scripts.list')}>
      {groups.map(({ name, scripts: some }) => (
        <div
          key={`${name} ${some[0]?.id}`}
          role={name === '' ? 'presentation' : 'group'}
          aria-label={name === '' ? undefined : name}
        >
          {name === '' ? null : (
            <div className="script-group" aria-hidden="true">
              {name}
            </div>
          )}
          {some.map((script) => (
            <ScriptRow
              key={script.id}
              id={`${listId}-${script.id}`}
              script={script}
              chosen={script.id === chosenId}
              onChoose={() => {
                onChoose(script.id);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function ScriptRow({
  id,
  script,
  chosen,
  onChoose,
}: {
  readonly id: string;
  readonly script: LibraryScript;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation();
  const language = useScriptLanguage();
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={chosen ? 'script-row on' : 'script-row'}
      onClick={onChoose}
      onKeyDown={() => {}}
    >
      <span className="script-row-head">
        {script.favourite ? <span aria-label={t('scripts.favourites')}>★</span> : null}
        <b className="ellipsis">{script.title[language]}</b>
        <span className="grow" />
        {script.state === 'shipped' ? null : <span className="ink-3">{t(`scripts.${script.state}`)}</span>}
        <span className="ink-3">{t(`scripts.tone.${script.tone}`)}</span>
      </span>
      <span className="script-row-text ellipsis ink-2">{script.text[language]}</span>
    </div>
  );
}
