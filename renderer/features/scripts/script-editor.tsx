import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeScript, problemOf, scriptLimits } from '#shared/domain/script-table';
import { scriptScenes, scriptTones, type Script } from '#shared/domain/script';
import { findWording } from '#shared/domain/wording';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import { newScriptId, saveScriptWith, type LibraryScript } from '../../data/script-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { CourtesyHints } from './courtesy-hints';
import { PictureField, usePictureIntake, type Pictures } from './picture-field';
import { useScriptLanguage } from './use-library';

/** Writes a message of the seller's own, or the seller's words for a shipped one. */
export function ScriptEditor({
  script,
  onClose,
}: {
  readonly script: LibraryScript | null;
  readonly onClose: (savedId: string | null) => void;
}) {
  const { t } = useTranslation();
  const language = useScriptLanguage();
  const shipped = shippedScripts.find(({ id }) => id === script?.id);
  const [fields, setFields] = useState({
    title: script?.title[language] ?? '',
    text: script?.text[language] ?? '',
    code: script?.code ?? '',
    tags: script?.tags.join(' ') ?? '',
    scene: script?.scene ?? ('calm' as Script['scene']),
    tone: script?.tone ?? ('plain' as Script['tone']),
  });
  const [pictures, setPictures] = useState<Pictures>({ list: script?.pictures ?? [], bytes: new Map() });
  const intake = usePictureIntake(pictures, setPictures);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof fields>): void => {
    setFields({ ...fields, ...part });
  };
  const problem = problemOf(fields.title, fields.text);
  const kinds = [...new Set(findWording(fields.text).map(({ kind }) => kind))];
  const save = (): void => {
    setTried(true);
    if (problem !== null) return;
    const tags = fields.tags.split(/[\s,，;；、]+/).filter(Boolean);
    const title = fields.title.trim() || fields.text.trim().slice(0, 12);
    const saved = makeScript(script?.id ?? newScriptId(now()), script ?? undefined, language, {
      ...fields,
      title,
      tags,
    });
    const { id, code, scene, tone, for: types, text, sources } = saved;
    const whole = { id, code, scene, tone, for: types, tags, title: saved.title, text, sources };
    const withPictures = pictures.list.length === 0 ? whole : { ...whole, pictures: pictures.list };
    saveScriptWith(withPictures, pictures.bytes, now()).then(() => {
      onClose(id);
    }, report);
  };
  return (
    <Modal
      open
      width={640}
      title={t(script === null ? 'scripts.editor.newTitle' : 'scripts.editor.editTitle')}
      mask={{ closable: false }}
      onCancel={() => {
        onClose(null);
      }}
      footer={
        <button type="button" className="btn primary" onClick={save}>
          {t('scripts.editor.save')} <kbd>Ctrl ↵</kbd>
        </button>
      }
    >
      <form
        className="form-grid"
        {...intake.area}
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
        }}
      >
        <Field label={t('scripts.column.title')}>
          {({ id }) => (
            <Input
              id={id}
              autoFocus
              value={fields.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('scripts.editor.code')} hint={t('scripts.editor.codeHint')}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              className="mono"
              maxLength={scriptLimits.code}
              value={fields.code}
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('scripts.column.text')}
          wide
          hint={t('scripts.editor.hint')}
          problem={tried && problem !== null ? t(`scripts.problem.${problem}`) : undefined}
        >
          {({ id, describedBy }) => (
            <Input.TextArea
              id={id}
              aria-describedby={describedBy}
              className="area script-area"
              value={fields.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <div className="wide">
          <CourtesyHints text={fields.text} />
        </div>
        {kinds.map((kind) => (
          <p key={kind} className="problem field wide" role="alert">
            {t(`scripts.wording.${kind}`)}
          </p>
        ))}
        <Field label={t('scripts.column.scene')}>
          {({ id }) => (
            <Select
              id={id}
              value={fields.scene}
              options={scriptScenes.map((value) => ({ value, label: t(`scripts.scene.${value}`) }))}
              onChange={(scene) => change({ scene })}
            />
          )}
        </Field>
        <Field label={t('scripts.column.tone')}>
          {({ id }) => (
            <Select
              id={id}
              value={fields.tone}
              options={scriptTones.map((value) => ({ value, label: t(`scripts.tone.${value}`) }))}
              onChange={(tone) => change({ tone })}
            />
          )}
        </Field>
        <Field label={t('scripts.column.tags')} wide>
          {({ id }) => (
            <Input id={id} value={fields.tags} onChange={(event) => change({ tags: event.target.value })} />
          )}
        </Field>
        <PictureField
          pictures={pictures}
          problems={intake.problems}
          onTake={intake.take}
          onChange={setPictures}
        />
        {shipped === undefined || script?.state !== 'edited' ? null : (
          <div className="field wide">
            <span className="ink-2">{t('scripts.editor.shippedText')}</span>
            <p className="script-shipped">{shipped.text[language]}</p>
          </div>
        )}
      </form>
    </Modal>
  );
}
