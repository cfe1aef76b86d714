import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { wordsIn } from '#shared/domain/playbook';
import { retentionOffers } from '#shared/knowledge/decide/retention-offers';
import { noteOffer } from '../../data/decide-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { momentWords } from '../../text/time-words';
import type { CaseWalk } from '../../data/case-walk';
import type { RetentionTry } from '../../data/records';

type OfferDraft = { readonly offer: string; readonly amount: string; readonly note: string };
const empty: OfferDraft = { offer: 'coupon', amount: '', note: '' };
const results = ['accepted', 'refused', 'thinking'] as const;

/** What was offered so that the buyer keeps the goods, and what came of each (R1, R100, R115). */
export function RetentionSection({ walk, present }: { readonly walk: CaseWalk; readonly present: number }) {
  const { t, i18n } = useTranslation();
  const { item, record } = walk;
  const draft = useDraft<OfferDraft>(`case:${item.id}:offer`, empty, now, report);
  const [tried, setTried] = useState(false);
  const value = draft.value ?? empty;
  const offer = retentionOffers.find(({ id }) => id === value.offer);
  const amountFen = parseYuan(value.amount);
  const lacks = offer?.money === true && (amountFen === null || amountFen <= 0);
  const titleOf = (id: string): string => {
    const found = retentionOffers.find((one) => one.id === id);
    return found === undefined ? id : wordsIn(found.title, i18n.language);
  };
  const save = (result: RetentionTry['result']): void => {
    setTried(true);
    if (lacks) return;
    noteOffer(item.id, { offer: value.offer, amountFen, result, note: value.note }, now())
      .then(() => draft.clear())
      .then(() => {
        setTried(false);
      }, report);
  };
  return (
    <section aria-label={t('decide.retention')}>
      <h3>{t('decide.retention')}</h3>
      {(record.offers ?? []).length === 0 ? null : (
        <ul className="walk-tries" aria-label={t('decide.offers')}>
          {record.offers?.map((one) => (
            <li key={`${one.at} ${one.offer}`}>
              <span className="ink-3">{momentWords(t, one.at, present)}</span> {titleOf(one.offer)}
              {one.amountFen === null ? '' : ` ¥${formatYuan(one.amountFen)}`} ·{' '}
              <b>{t(`decide.result.${one.result}`)}</b> <span className="ink-2">{one.note}</span>
            </li>
          ))}
        </ul>
      )}
      {item.status === 'closed' ? null : (
        <div
          className="decide-options"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposing(event)) event.stopPropagation();
          }}
        >
          <Select
            aria-label={t('decide.offer')}
            value={value.offer}
            popupMatchSelectWidth={false}
            options={retentionOffers.map((one) => ({
              value: one.id,
              label: wordsIn(one.title, i18n.language),
            }))}
            onChange={(next: string) => {
              draft.change({ offer: next });
            }}
          />
          {offer?.money === true ? (
            <Input
              className="walk-money"
              aria-label={t('decide.offerAmount')}
              placeholder={t('decide.offerAmount')}
              suffix={t('common.yuan')}
              status={tried && lacks ? 'error' : ''}
              value={value.amount}
              onChange={(event) => {
                draft.change({ amount: event.target.value });
              }}
            />
          ) : null}
          <Input
            className="decide-note-field"
            aria-label={t('decide.offerNote')}
            placeholder={t('decide.offerNote')}
            maxLength={200}
            value={value.note}
            onChange={(event) => {
              draft.change({ note: event.target.value });
            }}
          />
          {results.map((result) => (
            <button
              key={result}
              type="button"
              className="btn"
              onClick={() => {
                save(result);
              }}
            >
              {t(`decide.result.${result}`)}
            </button>
          ))}
          {tried && lacks ? (
            <span className="decide-problem" role="alert">
              {t('decide.amountMissing')}
            </span>
          ) : null}
        </div>
      )}
    </section>
  );
}
