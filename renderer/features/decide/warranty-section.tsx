import { Checkbox, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { judgeWarranty } from '#shared/domain/warranty';
import { warrantyRules } from '#shared/knowledge/decide/warranty-rules';
import { answerQuestion } from '../../data/decide-repository';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import type { CaseWalk } from '../../data/case-walk';

const most = { promised: 240, repairDays: 365 } as const;

/** What a buyer may ask for when goods are faulty, by class of goods, promise and time since delivery (R152, R155). */
export function WarrantySection({ walk, present }: { readonly walk: CaseWalk; readonly present: number }) {
  const { t, i18n } = useTranslation();
  const setTab = useScreen((state) => state.setTab);
  const closeOverlay = useScreen((state) => state.closeOverlay);
  const { item, record } = walk;
  const answers = record.answers ?? {};
  const answerOf = (question: string): string => {
    const key = `warranty.${question}`;
    return Object.hasOwn(answers, key) ? (answers[key] ?? '') : '';
  };
  const numberOf = (question: keyof typeof most): number => {
    const value = Number(answerOf(question));
    return Number.isInteger(value) && value > 0 ? Math.min(value, most[question]) : 0;
  };
  const closed = item.status === 'closed';
  const save = (question: string, value: string | null): void => {
    answerQuestion(item.id, `warranty.${question}`, value, now()).catch(report);
  };
  const { rule, part, answer, basis, ...until } = judgeWarranty(
    {
      goods: answerOf('goods'),
      part: answerOf('part'),
      signedAt: item.events['order.signed'] ?? item.events['order.received'] ?? null,
      promisedMonths: numberOf('promised'),
      repairDays: numberOf('repairDays'),
      twice: answerOf('twice') === 'yes',
    },
    present,
  );
  const number = (question: keyof typeof most) => (
    <label className="decide-number">
      <span className="ink-2">{t(`decide.warranty.${question}`)}</span>
      <InputNumber
        size="small"
        min={0}
        max={most[question]}
        precision={0}
        disabled={closed}
        value={numberOf(question) || null}
        onChange={(value) => {
          save(question, value === null || value === 0 ? null : String(value));
        }}
      />
    </label>
  );
  const lines = [
    ['returnUntil', until.returnUntil],
    ['exchangeUntil', until.exchangeUntil],
    ['repairUntil', until.repairUntil],
  ] as const;
  return (
    <section aria-label={t('decide.warranty.title')}>
      <h3>{t('decide.warranty.title')}</h3>
      <div className="decide-options">
        <Select
          aria-label={t('decide.warranty.goods')}
          className="decide-goods"
          value={rule.id}
          disabled={closed}
          options={warrantyRules.map(({ id, title }) => ({
            value: id,
            label: wordsIn(title, i18n.language),
          }))}
          onChange={(next: string) => {
            save('goods', next);
          }}
        />
        {rule.parts.length < 2 ? null : (
          <Select
            aria-label={t('decide.warranty.part')}
            value={part?.id ?? null}
            disabled={closed}
            popupMatchSelectWidth={false}
            options={rule.parts.map(({ id, title, months }) => ({
              value: id,
              label: `${wordsIn(title, i18n.language)} · ${t('decide.warranty.months', { count: months })}`,
            }))}
            onChange={(next: string) => {
              save('part', next);
            }}
          />
        )}
        {number('promised')}
        {number('repairDays')}
        <Checkbox
          checked={answerOf('twice') === 'yes'}
          disabled={closed}
          onChange={(event) => {
            save('twice', event.target.checked ? 'yes' : null);
          }}
        >
          {t('decide.warranty.twice')}
        </Checkbox>
      </div>
      <div className="decide-verdict" role="status">
        <b>{t(`decide.warranty.answer.${answer}`)}</b>
        <span className="ink-3 mono"> {rule.rows.join(' ')}</span>
        {lines.map(([name, at]) =>
          at === null ? null : (
            <p key={name} className={at <= present ? 'ink-3' : ''}>
              {t(`decide.warranty.${name}`, { when: momentWords(t, at - 60_000, present) })}
              {name === 'repairUntil' && basis === 'promise' ? ` · ${t('decide.warranty.better')}` : ''}
            </p>
          ),
        )}
        <p>{wordsIn(rule.why, i18n.language)}</p>
        <p className="ink-3">
          {wordsIn(rule.source, i18n.language)} · {t(`decide.warranty.sure.${rule.confidence}`)}
        </p>
        <div className="walk-options">
          <span className="ink-2">{t('decide.warranty.prepaidWhy')}</span>
          <button
            type="button"
            className="btn small"
            onClick={() => {
              closeOverlay();
              setTab('money');
            }}
          >
            {t('decide.warranty.prepaid')}
          </button>
        </div>
      </div>
    </section>
  );
}
