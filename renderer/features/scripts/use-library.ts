import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import {
  listScripts,
  readRemembered,
  readScriptFacts,
  type LibraryScript,
} from '../../data/script-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { indexScripts, type ScriptIndex } from './find-scripts';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { ScriptLanguage } from '#shared/domain/script';
import type { ScriptFacts } from '#shared/domain/script-values';

export type Library = {
  readonly scripts: readonly LibraryScript[];
  readonly index: ScriptIndex;
  readonly item: Case | undefined;
  readonly facts: ScriptFacts;
  readonly remembered: ReadonlyMap<string, string>;
};

/** The language messages are read and copied in. */
export function useScriptLanguage(): ScriptLanguage {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Everything a message is made of; undefined until read. */
export function useLibrary(caseId: CaseId | null): Library | undefined {
  const language = useScriptLanguage();
  const scripts = useLive(listScripts, []);
  const remembered = useLive(readRemembered, []);
  const known = useLive(
    async () =>
      caseId === null
        ? { item: undefined, facts: {} }
        : { item: await getCase(caseId), facts: await readScriptFacts(caseId, now()) },
    [caseId],
  );
  const index = useMemo(
    () => (scripts === undefined ? undefined : indexScripts(scripts, language)),
    [scripts, language],
  );
  if (scripts === undefined || index === undefined || remembered === undefined || known === undefined)
    return undefined;
  return { scripts, index, remembered, ...known };
}
