import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn, type StepMacro } from '#shared/domain/playbook';
import { isoDay } from '#shared/domain/shanghai-time';
import { composeMacro } from '#shared/domain/step-macro';
import { planMacro, runMacro } from '../../data/macro-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { Field } from '../../ui/field';
import { Flag } from '../../ui/flag';
import type { ActProps } from './walk-actions';

/** Memo, signature, flag and the extended trade by one press (R35); what it will write stands above the button. */
export function ActMacro({ walk, view: { step }, present, macro }: ActProps & { readonly macro: StepMacro }) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { item, playbook, values } = walk;
  const plan = useLive(() => planMacro(item.id, step.id, present), [item, step.id, present]);
  if (plan === undefined) return null;
  const operator = typed ?? plan.signature;
  const memo = composeMacro(playbook, macro, values, {
    operator,
    day: isoDay(present),
    language: i18n.language,
  });
  const lacks = memo.lacks.map(({ title }) => wordsIn(title, i18n.language)).join('、');
  const ready = lacks === '' && operator.trim() !== '';
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      await runMacro(item.id, step.id, memo.text, now());
    } catch (error) {
      report(error);
      return;
    } finally {
      setBusy(false);
    }
    // Everything is kept by now: a clipboard that refuses must not look like a failed save.
    await navigator.clipboard.writeText(memo.text).then(() => tell('playbook.macro.done'), report);
  };
  return (
    <div className="walk-form walk-macro">
      <Field label={t('playbook.macro.operator')}>
        {({ id }) => (
          <Input
            id={id}
            maxLength={60}
            value={operator}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
        )}
      </Field>
      <ul className="walk-macro-parts" aria-label={t('playbook.macro.parts')}>
        <li className="notes-text">{memo.text}</li>
        <li>
          <Flag color={plan.flag} label={t(`domain.flag.${plan.flag}`)} />{' '}
          {t('playbook.macro.flag', { color: t(`domain.flag.${plan.flag}`) })}
        </li>
        {plan.extend === null ? null : (
          <li>
            {plan.choice === null
              ? t('playbook.macro.extendByHand', { days: plan.extend.days })
              : t('playbook.macro.extend', {
                  days: plan.choice.days,
                  when: momentWords(t, plan.choice.dueAfter, present),
                })}
          </li>
        )}
      </ul>
      {lacks === '' ? null : <p className="ink-2">{t('playbook.macro.lacks', { steps: lacks })}</p>}
      <div className="walk-options">
        <button
          type="button"
          className="btn primary"
          disabled={!ready || busy || item.status === 'closed'}
          aria-keyshortcuts="Control+1"
          onClick={() => void run()}
        >
          {t(plan.extend === null ? 'playbook.macro.runMemo' : 'playbook.macro.run')}{' '}
          <kbd aria-hidden>Ctrl 1</kbd>
        </button>
      </div>
    </div>
  );
}
