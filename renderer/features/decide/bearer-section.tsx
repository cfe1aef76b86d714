import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { bearerOf } from '#shared/domain/bearer-rule';
import { wordsIn } from '#shared/domain/playbook';
import { circumstances } from '#shared/knowledge/decide/bearer-rules';
import { answerQuestion } from '../../data/decide-repository';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import type { Bearer } from '#shared/domain/outcome';
import type { CaseWalk } from '../../data/case-walk';

/** Who pays which freight, with the rule it rests on; a swap gets its difference worked out (R15). */
export function BearerSection({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const { item, facts, record } = walk;
  const answers = record.answers ?? {};
  const rule = bearerOf(facts, answers);
  const name = (bearer: Bearer | null): string =>
    bearer === null ? t('decide.toAgree') : t(`domain.liability.${bearer}`);
  return (
    <section aria-label={t('decide.freight')}>
      <h3>{t('decide.freight')}</h3>
      <div className="decide-options">
        {circumstances.map((one) => (
          <Checkbox
            key={one.id}
            checked={answers[`circ.${one.id}`] === 'yes'}
            disabled={item.status === 'closed'}
            onChange={(event) => {
              answerQuestion(item.id, `circ.${one.id}`, event.target.checked ? 'yes' : null, now()).catch(
                report,
              );
            }}
          >
            {wordsIn(one.title, i18n.language)}
          </Checkbox>
        ))}
      </div>
      {rule === null ? (
        <p className="ink-3">{t('decide.liabilityFirst')}</p>
      ) : (
        <div className="decide-verdict" role="status">
          <b>{wordsIn(rule.title, i18n.language)}</b>
          <span className="ink-3 mono"> {rule.rows.join(' ')}</span>
          <p>
            {t('decide.outbound', { who: name(rule.outbound) })} ·{' '}
            {t('decide.back', { who: name(rule.back) })}
          </p>
          <p>{wordsIn(rule.say, i18n.language)}</p>
          {rule.script === undefined ? null : (
            <button
              type="button"
              className="btn"
              onClick={() => {
                showOverlay({ kind: 'scripts', caseId: item.id, scriptId: rule.script ?? null });
              }}
            >
              {t('decide.message')}
            </button>
          )}
        </div>
      )}
      {['circ.priceSwap', 'circ.presale'].some((key) => answers[key] === 'yes') ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            showOverlay({ kind: 'swap', caseId: item.id });
          }}
        >
          {t('swap.title')}
        </button>
      ) : null}
    </section>
  );
}
