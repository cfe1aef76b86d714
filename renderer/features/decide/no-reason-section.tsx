import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { productClasses, type ProductClass } from '#shared/domain/inspection';
import { judgeNoReason } from '#shared/domain/no-reason';
import { wordsIn } from '#shared/domain/playbook';
import { checklistOf } from '#shared/knowledge/inspection/checklists';
import { answerQuestion } from '../../data/decide-repository';
import { listInspections } from '../../data/inspection-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import type { CaseWalk } from '../../data/case-walk';

/** Whether the goods may be sent back without a reason, by their class, and until when (R142, R154). */
export function NoReasonSection({ walk, present }: { readonly walk: CaseWalk; readonly present: number }) {
  const { t, i18n } = useTranslation();
  const { item, record } = walk;
  const inspected = useLive(() => listInspections(item.id), [item.id])?.[0]?.productClass;
  const answers = record.answers ?? {};
  const goods =
    productClasses.find((one) => one === answers['noReason.goods']) ??
    inspected ??
    ('general' as ProductClass);
  const opened = answers['noReason.opened'] === 'yes';
  const confirmed = answers['noReason.confirmed'] === 'yes';
  const signedAt = item.events['order.signed'] ?? item.events['order.received'] ?? null;
  const { rule, answer, until } = judgeNoReason({ goods, opened, confirmed, signedAt }, present);
  const closed = item.status === 'closed';
  const save = (question: string, value: string | null): void => {
    answerQuestion(item.id, `noReason.${question}`, value, now()).catch(report);
  };
  return (
    <section aria-label={t('decide.noReason')}>
      <h3>{t('decide.noReason')}</h3>
      <div className="decide-options">
        <Select
          aria-label={t('playbook.productClass')}
          value={goods}
          disabled={closed}
          popupMatchSelectWidth={false}
          options={productClasses.map((one) => ({ value: one, label: t(`playbook.class.${one}`) }))}
          onChange={(next: ProductClass) => {
            save('goods', next);
          }}
        />
        {(['opened', 'confirmed'] as const).map((question) => (
          <Checkbox
            key={question}
            checked={answers[`noReason.${question}`] === 'yes'}
            disabled={closed || rule.answer !== 'untilOpened'}
            onChange={(event) => {
              save(question, event.target.checked ? 'yes' : null);
            }}
          >
            {t(`decide.${question}`)}
          </Checkbox>
        ))}
      </div>
      <div className="decide-verdict" role="status">
        <b>{t(`decide.noReasonAnswer.${answer}`)}</b>
        <span className="ink-3 mono"> {rule.rows.join(' ')}</span>
        <p>{wordsIn(rule.why, i18n.language)}</p>
        {rule.answer === 'no' ? null : (
          <p className="ink-2">
            {until === null
              ? t('decide.signedUnknown')
              : t('decide.until', { when: momentWords(t, until - 60_000, present) })}
          </p>
        )}
        {rule.answer === 'no' ? null : (
          <p className="ink-2">
            {t('decide.intact', {
              points: checklistOf(goods)
                .map(({ title }) => wordsIn(title, i18n.language))
                .join(t('playbook.comma')),
            })}
          </p>
        )}
        <p className="ink-3">{wordsIn(rule.source, i18n.language)}</p>
      </div>
    </section>
  );
}
