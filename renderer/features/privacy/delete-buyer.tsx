import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteBuyer, type Deletion } from '../../data/privacy-repository';
import { report } from '../../state/toast-store';
import { useScreen } from '../../state/screen-store';
import { BuyerAmount } from './buyer-amount';
import { CleanCard } from './clean-card';
import { leftovers } from './leftovers';
import type { Buyer } from '../../data/privacy-rows';

/** Deletes a buyer, after saying truthfully what goes and where traces may remain, and helps to clear those too. */
export function DeleteBuyer({ buyer, onClose }: { readonly buyer: Buyer; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Deletion | null>(null);
  const go = (): void => {
    setBusy(true);
    deleteBuyer(buyer)
      .then(setDone, (error: unknown) => {
        report(error, go);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Modal
      open
      width={760}
      title={t(done === null ? 'privacy.deleteTitle' : 'privacy.deletedTitle', { buyer: buyer.buyerId })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {done === null ? (
        <>
          <BuyerAmount buyer={buyer} />
          <p>{t('privacy.deleteWhat')}</p>
          <Leftovers />
          <div className="privacy-foot">
            <button type="button" className="btn" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <button type="button" className="btn danger" disabled={busy} onClick={go}>
              {t('privacy.deleteNow')}
            </button>
          </div>
        </>
      ) : (
        <>
          <p role="status">{t('privacy.deleted', { count: done.rows, evidence: done.evidence })}</p>
          <Mentions deletion={done} onClose={onClose} />
          <CleanCard words={done.words} />
          <Leftovers />
        </>
      )}
    </Modal>
  );
}

/** Where traces may remain after a deletion, how long, and what clears them. */
function Leftovers() {
  const { t } = useTranslation();
  return (
    <table className="privacy-table">
      <caption>{t('privacy.leftovers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('privacy.column.place')}</th>
          <th scope="col">{t('privacy.column.long')}</th>
          <th scope="col">{t('privacy.column.clear')}</th>
        </tr>
      </thead>
      <tbody>
        {leftovers.map((name) => (
          <tr key={name} data-leftover={name}>
            <th scope="row">{t(`privacy.left.${name}.place`)}</th>
            <td>{t(`privacy.left.${name}.long`)}</td>
            <td>{t(`privacy.left.${name}.clear`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mentions({ deletion, onClose }: { readonly deletion: Deletion; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const { mentions } = deletion;
  if (mentions.length === 0) return <p>{t('privacy.noMentions')}</p>;
  return (
    <>
      <p role="alert">{t('privacy.mentions', { count: mentions.length })}</p>
      <ul className="privacy-mentions">
        {mentions.map(({ table, caseId, count }) => (
          <li key={`${table}:${caseId ?? ''}`}>
            {t([`privacy.table.${table}`, 'privacy.table.other'])} × {count}{' '}
            {caseId === null ? null : (
              <button
                type="button"
                className="btn small"
                onClick={() => {
                  onClose();
                  openCase(caseId, 'timeline');
                }}
              >
                {t('common.open')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
