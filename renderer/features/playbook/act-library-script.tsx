import { Input } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { fillScript, type ScriptLanguage, type ScriptPicture } from '#shared/domain/script';
import { valuesFor } from '#shared/domain/script-values';
import {
  findScript,
  noteScriptsCopied,
  readRemembered,
  readScriptFacts,
  readScriptPicture,
} from '../../data/script-repository';
import { completeStep } from '../../data/step-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { copyPicture } from '../../platform/copy-picture';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { PictureChip } from '../../ui/picture-chips';
import { Field } from '../../ui/field';
import type { ActProps } from './walk-actions';

/** A message of the library, in the seller's words, filled from the case; it can be copied once no blank is left. */
export function ActLibraryScript({
  walk: { item },
  view: { step },
  actions,
  scriptId,
}: ActProps & { readonly scriptId: string }) {
  const { t, i18n } = useTranslation();
  const language: ScriptLanguage = i18n.language === 'en' ? 'en' : 'zh-CN';
  const draft = useDraft<Record<string, string>>(`case:${item.id}:script:${step.id}`, {}, now, report);
  const known = useLive(
    async () => ({
      found: await findScript(scriptId),
      facts: await readScriptFacts(item.id, now()),
      remembered: await readRemembered(),
    }),
    [scriptId, item.id],
  );
  if (known === undefined) return null;
  const other = (
    <button
      type="button"
      className="btn small plain"
      onClick={() => {
        actions.openScripts(item.id);
      }}
    >
      {t('playbook.otherScripts')}
    </button>
  );
  if (known.found === null) {
    return (
      <div className="walk-form">
        <p className="ink-2" role="alert">
          {t('playbook.scriptGone')}
        </p>
        <div className="walk-options">{other}</div>
      </div>
    );
  }
  const { script, removed } = known.found;
  const whole = script.text[language];
  const typed = new Map(Object.entries(draft.value ?? {}).filter(([, value]) => value !== ''));
  const values = valuesFor(whole, typed, known.facts, known.remembered);
  const { text, missing } = fillScript(whole, values);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    await noteScriptsCopied([script], script.title[language], item.id, values, now());
    await completeStep(item.id, step.id, {}, now());
  };
  return (
    <div className="walk-form">
      {removed ? <p className="ink-2">{t('playbook.scriptRemoved')}</p> : null}
      {values.size === 0 ? null : (
        <div className="form-grid">
          {[...values].map(([name, value]) => (
            <Field
              key={name}
              label={name}
              problem={missing.includes(name) ? t('playbook.fillIn') : undefined}
            >
              {({ id, describedBy }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  maxLength={300}
                  value={draft.value?.[name] ?? value}
                  onChange={(event) => {
                    draft.change({ [name]: event.target.value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <output className="walk-script">{text}</output>
      {(script.pictures ?? []).map((picture, order) => (
        <StepPicture key={picture.sha256} picture={picture} number={order + 1} />
      ))}
      <div className="walk-options">
        {missing.length > 0 ? (
          <span className="ink-3">
            {t('playbook.blanksLeft', { names: missing.join(t('playbook.comma')) })}
          </span>
        ) : (
          <CopyButton
            label={t('playbook.copyScript')}
            doneLabel={t('common.copied')}
            copy={copy}
            onError={report}
          />
        )}
        {other}
        <span className="ink-3">
          {t(script.state === 'edited' && !removed ? 'playbook.scriptEdited' : 'playbook.scriptFrom', {
            title: script.title[language],
          })}
        </span>
      </div>
    </div>
  );
}

/** A picture that goes with the message, copied by itself after the text. */
function StepPicture({ picture, number }: { readonly picture: ScriptPicture; readonly number: number }) {
  const { t } = useTranslation();
  const load = useCallback(() => readScriptPicture(picture), [picture]);
  return (
    <PictureChip number={number} name={picture.name} load={load}>
      <CopyButton
        label={t('scripts.picture.copy', { number })}
        doneLabel={t('common.copied')}
        copy={async () => {
          await copyPicture(await load());
        }}
        onError={report}
      />
    </PictureChip>
  );
}
