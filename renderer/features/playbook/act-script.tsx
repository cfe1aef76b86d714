import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { blanksOfScript, fillScript, missingInScript } from '#shared/domain/fill-script';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { wordsIn } from '#shared/domain/playbook';
import { scriptVariables } from '#shared/knowledge/playbooks/script-variables';
import { completeStep } from '../../data/step-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { Field } from '../../ui/field';
import { ActLibraryScript } from './act-library-script';
import type { Case } from '#shared/domain/case';
import type { ActProps } from './walk-actions';

type Values = Record<string, string>;

function startValue(name: string, item: Case): string {
  const from = Object.hasOwn(scriptVariables, name) ? scriptVariables[name]?.from : undefined;
  if (from === undefined) return '';
  if (from === 'amountFen') return item.amountFen === null ? '' : formatYuan(item.amountFen);
  return item[from];
}

/** What follows from what was typed: 100 paid, 10 back makes 90 to pay (R45). */
function derive(values: Values): Values {
  const paid = parseYuan(values['paid'] ?? '');
  const refund = parseYuan(values['refund'] ?? '');
  if (paid === null || refund === null || refund < 0 || refund > paid) return values;
  const typed = (values['paySeller'] ?? '').trim();
  return { ...values, paySeller: typed === '' ? formatYuan(paid - refund) : typed };
}

/** Copies a message: one of the library, or a text that the seller wrote into the step. */
export function ActScript(props: ActProps) {
  const { script } = props.view.step;
  return script === undefined ? <OwnText {...props} /> : <ActLibraryScript {...props} scriptId={script} />;
}

/** A message with its blanks filled from the case; it can be copied once none is left. */
function OwnText({ walk, view: { step }, actions }: ActProps) {
  const { t, i18n } = useTranslation();
  const { item } = walk;
  const text = step.text === undefined ? '' : wordsIn(step.text, i18n.language);
  const names = blanksOfScript(text);
  const start = Object.fromEntries(names.map((name) => [name, startValue(name, item)]));
  const draft = useDraft<Values>(`case:${item.id}:script:${step.id}`, {}, now, report);
  const typed = Object.fromEntries(Object.entries(draft.value ?? {}).filter(([, value]) => value !== ''));
  const values = derive({ ...start, ...typed });
  const missing = missingInScript(text, values);
  const label = (name: string): string => {
    const known = Object.hasOwn(scriptVariables, name) ? scriptVariables[name] : undefined;
    return known === undefined ? name : wordsIn(known.title, i18n.language);
  };
  return (
    <div className="walk-form">
      {names.length === 0 ? null : (
        <div className="form-grid">
          {names.map((name) => (
            <Field
              key={name}
              label={label(name)}
              problem={missing.includes(name) ? t('playbook.fillIn') : undefined}
            >
              {({ id, describedBy }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  maxLength={300}
                  value={draft.value?.[name] ?? values[name] ?? ''}
                  onChange={(event) => {
                    draft.change({ [name]: event.target.value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      <output className="walk-script">{fillScript(text, values)}</output>
      <div className="walk-options">
        {missing.length > 0 ? (
          <span className="ink-3">
            {t('playbook.blanksLeft', { names: missing.map(label).join(t('playbook.comma')) })}
          </span>
        ) : (
          <CopyButton
            label={t('playbook.copyScript')}
            doneLabel={t('common.copied')}
            copy={async () => {
              await navigator.clipboard.writeText(fillScript(text, values));
              await completeStep(item.id, step.id, {}, now());
            }}
            onError={report}
          />
        )}
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            actions.openScripts(item.id);
          }}
        >
          {t('playbook.otherScripts')}
        </button>
      </div>
    </div>
  );
}
