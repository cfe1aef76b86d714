import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { fillScript, type ScriptLanguage, type ScriptPicture } from '#shared/domain/script';
import { valuesFor, type ScriptFacts } from '#shared/domain/script-values';
import { scriptVariables } from '#shared/knowledge/playbooks/script-variables';
import { readRemembered, readScriptPicture } from '../../data/script-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { copyPicture } from '../../platform/copy-picture';
import { report, tell } from '../../state/toast-store';
import { BlankInput } from '../../ui/blank-input';
import { CopyButton } from '../../ui/copy-button';
import { Field } from '../../ui/field';
import { PictureChip } from '../../ui/picture-chips';
import type { Case } from '#shared/domain/case';

/** The message of a step with its blanks filled from the case; it can be copied once none is left. */
export function StepMessage({
  item,
  stepId,
  text: texts,
  facts,
  pictures = [],
  warning,
  origin,
  onCopied,
  onOther,
}: {
  readonly item: Case;
  readonly stepId: string;
  readonly text: Readonly<Record<ScriptLanguage, string>>;
  readonly facts: ScriptFacts;
  readonly pictures?: readonly ScriptPicture[] | undefined;
  readonly warning?: string | undefined;
  /** Which message of the library it is. */
  readonly origin?: string;
  readonly onCopied: (values: ReadonlyMap<string, string>) => Promise<void>;
  readonly onOther: () => void;
}) {
  const { t, i18n } = useTranslation();
  const area = useRef<HTMLDivElement>(null);
  const draft = useDraft<Record<string, string>>(`case:${item.id}:script:${stepId}`, {}, now, report);
  const remembered = useLive(readRemembered, []);
  if (remembered === undefined || draft.value === undefined) return null;
  const whole = texts[i18n.language === 'en' ? 'en' : 'zh-CN'];
  const values = valuesFor(whole, new Map(Object.entries(draft.value)), facts, remembered);
  const { text, missing } = fillScript(whole, values);
  const labelOf = (name: string): string => {
    const known = Object.hasOwn(scriptVariables, name) ? scriptVariables[name] : undefined;
    return known === undefined ? name : wordsIn(known, i18n.language);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    await onCopied(values);
  };
  /** Enter in a blank: on to the next empty one, and after the last the message is copied. */
  const goOn = (): void => {
    const [first] = missing;
    const fields = area.current?.querySelectorAll<HTMLElement>('[data-blank]') ?? [];
    if (first !== undefined) [...fields].find((field) => field.dataset['blank'] === first)?.focus();
    else {
      copy().then(() => {
        tell('scripts.copiedToast');
      }, report);
    }
  };
  return (
    <div className="walk-form" ref={area}>
      {warning === undefined ? null : <p className="ink-2">{warning}</p>}
      {values.size === 0 ? null : (
        <div className="form-grid">
          {[...values].map(([name, value]) => (
            <Field
              key={name}
              label={labelOf(name)}
              problem={missing.includes(name) ? t('playbook.fillIn') : undefined}
            >
              {({ id, describedBy }) => (
                <BlankInput
                  id={id}
                  describedBy={describedBy}
                  name={name}
                  value={value}
                  missing={missing.includes(name)}
                  onChange={(typed) => {
                    draft.change({ [name]: typed });
                  }}
                  onEnter={goOn}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <output className="walk-script">{text}</output>
      {pictures.map((picture, order) => (
        <StepPicture key={picture.sha256} picture={picture} number={order + 1} />
      ))}
      <div className="walk-options">
        {missing.length > 0 ? (
          <span className="ink-3">
            {t('playbook.blanksLeft', { names: missing.map(labelOf).join(t('playbook.comma')) })}
          </span>
        ) : (
          <CopyButton
            label={t('playbook.copyScript')}
            doneLabel={t('common.copied')}
            copy={copy}
            onError={report}
          />
        )}
        <button type="button" className="btn small plain" onClick={onOther}>
          {t('playbook.otherScripts')}
        </button>
        {origin === undefined ? null : <span className="ink-3">{origin}</span>}
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
