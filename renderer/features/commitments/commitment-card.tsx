import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listCommitmentsOfCase } from '../../data/commitment-repository';
import { useLive } from '../../data/use-live';
import { CommitmentForm } from './commitment-form';
import { CommitmentRow } from './commitment-row';
import { CreditNote } from './credit-note';
import './commitments.css';
import type { Case } from '#shared/domain/case';

/** On a case's Work tab: what was promised to the buyer, what of it is still owed, and credit to be used (R12, R13). */
export function CommitmentCard({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const all = useLive(() => listCommitmentsOfCase(item.id), [item.id]);
  if (all === undefined) return null;
  const open = all.filter(({ state }) => state === 'open');
  const settled = all.filter(({ state }) => state !== 'open');
  const row = (one: (typeof all)[number]) => <CommitmentRow key={one.id} one={one} present={present} />;
  return (
    <section className="card case-card" aria-label={t('commitments.title')}>
      <div className="commitment-head">
        <h2>
          {t('commitments.title')} <span className="ink-3">{open.length === 0 ? '' : open.length}</span>
        </h2>
        <span className="grow" />
        {adding ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('commitments.add')}
          </button>
        )}
      </div>
      <CreditNote item={item} />
      {all.length === 0 && !adding ? <p className="ink-3 side-note">{t('commitments.none')}</p> : null}
      {open.length === 0 ? null : <ul className="commitment-list">{open.map(row)}</ul>}
      {adding ? (
        <CommitmentForm
          caseId={item.id}
          present={present}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {settled.length === 0 ? null : (
        <details className="commitment-fold">
          <summary>{t('commitments.settled', { count: settled.length })}</summary>
          <ul className="commitment-list">{settled.map(row)}</ul>
        </details>
      )}
    </section>
  );
}
