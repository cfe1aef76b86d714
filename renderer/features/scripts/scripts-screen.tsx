import { Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listScripts,
  newScriptId,
  readScriptPicture,
  removeScript,
  restoreScript,
  type LibraryScript,
} from '../../data/script-repository';
import { useLive } from '../../data/use-live';
import { ask, upload } from '../../platform/desktop';
import { now } from '../../platform/clock';
import { report, tell, warn } from '../../state/toast-store';
import { ImportPreview } from './import-preview';
import { KeysHint } from './keys-card';
import { RuleDialog } from './rule-dialog';
import { ScriptDesk } from './script-desk';
import { ScriptEditor } from './script-editor';
import {
  makeScriptFile,
  readScriptFile,
  scriptFileKinds,
  tableWords,
  type ScriptFileKind,
  type ScriptImport,
} from './script-files';
import { useScriptLanguage } from './use-library';

/** The library of messages (话术): find, copy, edit, carry to another computer (R123). */
export function ScriptsScreen() {
  const { t, i18n } = useTranslation();
  const language = useScriptLanguage();
  const scripts = useLive(listScripts, []) ?? [];
  const picker = useRef<HTMLInputElement>(null);
  const [editing, setEditing] = useState<LibraryScript | 'new' | null>(null);
  const [rules, setRules] = useState(false);
  const [found, setFound] = useState<ScriptImport | null>(null);
  const hidden = scripts.filter((script) => script.hidden);
  const shown = scripts.filter((script) => !script.hidden);

  const save = async (kind: ScriptFileKind): Promise<void> => {
    const suggestedName = `${t('scripts.fileWord')}.${kind}`;
    const target = await ask('chooseSaveTarget', { suggestedName, kind });
    if (target === null) return;
    const file = await makeScriptFile(kind, shown, language, tableWords(t), readScriptPicture);
    await upload(target.url, file);
    tell('scripts.exported', { name: target.fileName });
    const count = shown.reduce((sum, { pictures = [] }) => sum + pictures.length, 0);
    if (kind !== 'json' && count > 0) warn('scripts.exportedWithout', { count });
  };
  const read = async (file: File): Promise<void> => {
    const words = (['zh-CN', 'en'] as const).map((one) => tableWords(i18n.getFixedT(one)));
    setFound(await readScriptFile(file, scripts, language, words, () => newScriptId(now())));
  };

  return (
    <section className="scripts-screen" aria-label={t('scripts.title')}>
      <div className="scripts-bar">
        <h1>{t('scripts.title')}</h1>
        <span className="ink-3">{t('scripts.count', { count: shown.length })}</span>
        <KeysHint />
        <span className="grow" />
        {hidden.length > 0 ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: hidden.map((script) => ({
                key: script.id,
                label: `${t('scripts.restore')} · ${script.title[language]}`,
                onClick: () => {
                  restoreScript(script.id).catch(report);
                },
              })),
            }}
          >
            <button type="button" className="btn plain">
              {t('scripts.hidden', { count: hidden.length })}
            </button>
          </Dropdown>
        ) : null}
        <input
          ref={picker}
          hidden
          type="file"
          aria-label={t('scripts.import')}
          accept=".csv,.xlsx,.json,.txt"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) read(file).catch(report);
          }}
        />
        <button
          type="button"
          className="btn"
          onClick={() => {
            setRules(true);
          }}
        >
          {t('courtesy.rules')}
        </button>
        <button type="button" className="btn" onClick={() => picker.current?.click()}>
          {t('scripts.import')}
        </button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: scriptFileKinds.map((kind) => ({
              key: kind,
              label: t(`scripts.exportKind.${kind}`),
              onClick: () => {
                save(kind).catch(report);
              },
            })),
          }}
        >
          <button type="button" className="btn">
            {t('scripts.export')}
          </button>
        </Dropdown>
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            setEditing('new');
          }}
        >
          {t('scripts.new')}
        </button>
      </div>
      <div className="card scripts-card">
        <ScriptDesk
          caseId={null}
          onCopied={() => {
            tell('scripts.copiedToast');
          }}
          renderActions={(script) => <Actions script={script} onEdit={setEditing} />}
        />
      </div>
      {editing === null ? null : (
        <ScriptEditor
          script={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
      {rules ? (
        <RuleDialog
          onClose={() => {
            setRules(false);
          }}
        />
      ) : null}
      {found === null ? null : (
        <ImportPreview
          found={found}
          onClose={() => {
            setFound(null);
          }}
        />
      )}
    </section>
  );
}

function Actions({
  script,
  onEdit,
}: {
  readonly script: LibraryScript;
  readonly onEdit: (script: LibraryScript) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <button
        type="button"
        className="btn small plain"
        onClick={() => {
          onEdit(script);
        }}
      >
        {t('scripts.edit')}
      </button>
      {script.state === 'edited' ? (
        <button
          type="button"
          className="btn small plain"
          title={script.outdated ? t('scripts.outdated') : undefined}
          onClick={() => {
            restoreScript(script.id).catch(report);
          }}
        >
          {t('scripts.restore')}
          {script.outdated ? ` · ${t('scripts.outdated')}` : ''}
        </button>
      ) : null}
      <button
        type="button"
        className="btn small plain danger"
        onClick={() => {
          removeScript(script.id, now()).catch(report);
        }}
      >
        {t(script.state === 'own' ? 'scripts.remove' : 'scripts.hide')}
      </button>
      {script.sources.length > 0 ? (
        <span className="ink-3" title={t('scripts.source')}>
          {script.sources.join(' ')}
        </span>
      ) : null}
    </>
  );
}
