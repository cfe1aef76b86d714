import { useLive } from '../../data/use-live';
import { useTranslation } from 'react-i18next';
import { findScript, noteScriptsCopied, readScriptFacts } from '../../data/script-repository';
import { completeStep } from '../../data/step-repository';
import { now } from '../../platform/clock';
import { StepMessage } from './step-message';
import type { ActProps } from './walk-actions';

/** Copies a message: one of the library, or a text that the seller wrote into the step. */
export function ActScript(props: ActProps) {
  const { script } = props.view.step;
  return script === undefined ? <OwnText {...props} /> : <LibraryText {...props} scriptId={script} />;
}

/** A text of the step itself. */
function OwnText({ walk: { item }, view: { step }, actions }: ActProps) {
  const facts = useLive(() => readScriptFacts(item.id, now()), [item.id]);
  if (facts === undefined || step.text === undefined) return null;
  const { zh, en } = step.text;
  return (
    <StepMessage
      item={item}
      stepId={step.id}
      text={{ 'zh-CN': zh, en }}
      facts={facts}
      onCopied={async () => {
        await completeStep(item.id, step.id, {}, now());
      }}
      onOther={() => {
        actions.openScripts(item.id);
      }}
    />
  );
}

/** A message of the library, in the seller's words. */
function LibraryText({
  walk: { item },
  view: { step },
  actions,
  scriptId,
}: ActProps & { readonly scriptId: string }) {
  const { t, i18n } = useTranslation();
  const known = useLive(
    async () => ({ found: await findScript(scriptId), facts: await readScriptFacts(item.id, now()) }),
    [scriptId, item.id],
  );
  if (known === undefined) return null;
  const openOthers = (): void => {
    actions.openScripts(item.id);
  };
  if (known.found === null) {
    return (
      <div className="walk-form">
        <p className="ink-2" role="alert">
          {t('playbook.scriptGone')}
        </p>
        <div className="walk-options">
          <button type="button" className="btn small plain" onClick={openOthers}>
            {t('playbook.otherScripts')}
          </button>
        </div>
      </div>
    );
  }
  const { script, removed } = known.found;
  const title = script.title[i18n.language === 'en' ? 'en' : 'zh-CN'];
  return (
    <StepMessage
      item={item}
      stepId={step.id}
      text={script.text}
      facts={known.facts}
      pictures={script.pictures}
      warning={removed ? t('playbook.scriptRemoved') : undefined}
      origin={t(script.state === 'edited' && !removed ? 'playbook.scriptEdited' : 'playbook.scriptFrom', {
        title,
      })}
      onCopied={async (values) => {
        await noteScriptsCopied([script], title, item.id, values, now());
        await completeStep(item.id, step.id, {}, now());
      }}
      onOther={openOthers}
    />
  );
}
