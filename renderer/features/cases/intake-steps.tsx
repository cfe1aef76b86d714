import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { intakeOrder } from '#shared/knowledge/intake-order';
import { findScript, noteScriptsCopied } from '../../data/script-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';

/** The order of taking a complaint in, with the first words to copy (R119). */
export function IntakeSteps() {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const copy = async (id: string): Promise<void> => {
    const found = await findScript(id);
    if (found === null) return;
    await navigator.clipboard.writeText(found.script.text[language]);
    await noteScriptsCopied([found.script], found.script.title[language], null, new Map(), now());
  };
  return (
    <ol className="intake-order" aria-label={t('cases.intakeOrder')}>
      {intakeOrder.map(({ id, title, say, script }) => (
        <li key={id} title={wordsIn(say, i18n.language)}>
          <b>{wordsIn(title, i18n.language)}</b>
          {script === undefined ? null : (
            <CopyButton
              label={t('cases.intakeCopy')}
              doneLabel={t('common.copied')}
              copy={() => copy(script)}
              onError={report}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
