import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { repeatContacts } from '#shared/domain/buyer';
import { wordsIn } from '#shared/domain/playbook';
import { countFirstTimes } from '../../data/buyer-list';
import { noteBuyerAsked, readBuyer } from '../../data/buyer-repository';
import { listEvidenceOfCase } from '../../data/evidence-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { useScreen } from '../../state/screen-store';
import { WarningIcon } from '../../ui/icons';
import { BuyerForm } from './buyer-form';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** The message that goes with a buyer who had to come again and again (R164), and with rough words (R163). */
const repeatScript = 'M14.repeat';
const calmScript = 'M14.abuse';

/** What is known of the buyer beyond this case: caution, how often they came, the same nick elsewhere. */
export function BuyerCard({ item, onOpen }: { readonly item: Case; readonly onOpen: (id: CaseId) => void }) {
  const { t, i18n } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const [editing, setEditing] = useState(false);
  const buyer = useLive(() => readBuyer(item), [item.id, item.platform, item.buyerId]);
  const firsts =
    useLive(
      () => countFirstTimes(item.platform, item.buyerId, item.id),
      [item.platform, item.buyerId, item.id],
    )?.filter(({ count }) => count > 0) ?? [];
  const hasChat = useLive(
    async () => (await listEvidenceOfCase(item.id)).some(({ kind }) => kind === 'chat'),
    [item.id],
  );
  if (buyer === undefined) return null;
  const caution = buyer.profile?.caution ?? 'none';
  const send = (scriptId: string): void => {
    showOverlay({ kind: 'scripts', caseId: item.id, scriptId });
  };
  return (
    <section className="buyer-card">
      <h2>
        {t('cases.buyer.title')}
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            setEditing(!editing);
          }}
        >
          {t('cases.buyer.edit')}
        </button>
      </h2>
      {caution === 'none' ? null : (
        <p className={`buyer-caution ${caution}`} role="note">
          <WarningIcon />
          <span>
            <b>{t(`cases.buyer.caution.${caution}`)}</b>
            {buyer.profile?.reason === '' ? null : ` · ${buyer.profile?.reason}`}
            {caution === 'abusive' ? (
              <button type="button" className="btn small plain" onClick={() => send(calmScript)}>
                {t('cases.buyer.calm')}
              </button>
            ) : null}
          </span>
        </p>
      )}
      {caution !== 'none' && hasChat === false && item.status === 'open' ? (
        <p className="buyer-caution careful" role="note">
          <WarningIcon />
          <span>
            {t('cases.buyer.noChat')} <kbd>Ctrl V</kbd>
          </span>
        </p>
      ) : null}
      {(buyer.profile?.note ?? '') === '' ? null : <p className="context-note">{buyer.profile?.note}</p>}
      {editing ? (
        <BuyerForm
          item={item}
          profile={buyer.profile}
          onDone={() => {
            setEditing(false);
          }}
        />
      ) : null}
      {firsts.map(({ first, count }) => (
        <p key={first.id} className="buyer-first" role="note">
          <b>
            {wordsIn(first.title, i18n.language)} {t('people.times', { count })}
          </b>{' '}
          {wordsIn(first.afterwards, i18n.language)}
        </p>
      ))}
      <p className="buyer-asked">
        <span>{t('cases.buyer.asked', { count: buyer.asked })}</span>
        <button
          type="button"
          className="btn small"
          onClick={() => {
            noteBuyerAsked(item, now()).catch(report);
          }}
        >
          {t('cases.buyer.askedAgain')}
        </button>
      </p>
      {buyer.asked >= repeatContacts ? (
        <p className="buyer-caution careful" role="note">
          <WarningIcon />
          <span>
            {t('cases.buyer.repeat')}
            <button type="button" className="btn small plain" onClick={() => send(repeatScript)}>
              {t('cases.buyer.repeatScript')}
            </button>
          </span>
        </p>
      ) : null}
      {buyer.elsewhere.length === 0 ? null : (
        <>
          <p className="ink-3 context-note">{t('cases.buyer.elsewhere')}</p>
          <ul className="context-history">
            {buyer.elsewhere.slice(0, 5).map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  onClick={() => {
                    onOpen(one.id);
                  }}
                >
                  <span className="mono">{one.caseNo}</span>
                  <span className="ellipsis">{t(`domain.platform.${one.platform}`)}</span>
                  <span className="ink-3">{t(`domain.status.${one.status}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
