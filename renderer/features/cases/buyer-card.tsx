import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buyerCautions, repeatContacts, type BuyerProfile } from '#shared/domain/buyer';
import { noteBuyerAsked, readBuyer, saveBuyer } from '../../data/buyer-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { useScreen } from '../../state/screen-store';
import { Field } from '../../ui/field';
import { WarningIcon } from '../../ui/icons';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** The message that goes with a buyer who had to come again and again (R164), and with rough words (R163). */
const repeatScript = 'M14.repeat';
const calmScript = 'M14.abuse';

/** What is known of the buyer beyond this case: caution, how often they came, the same nick elsewhere. */
export function BuyerCard({ item, onOpen }: { readonly item: Case; readonly onOpen: (id: CaseId) => void }) {
  const { t } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  const [editing, setEditing] = useState(false);
  const buyer = useLive(() => readBuyer(item), [item.id, item.platform, item.buyerId]);
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

function BuyerForm({
  item,
  profile,
  onDone,
}: {
  readonly item: Case;
  readonly profile: BuyerProfile | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [caution, setCaution] = useState(profile?.caution ?? 'none');
  const [reason, setReason] = useState(profile?.reason ?? '');
  const [note, setNote] = useState(profile?.note ?? '');
  const [tried, setTried] = useState(false);
  const lacksReason = caution !== 'none' && reason.trim() === '';
  const save = (): void => {
    setTried(true);
    if (lacksReason) return;
    const change = { caution, reason: caution === 'none' ? '' : reason.trim(), note: note.trim() };
    saveBuyer(item.platform, item.buyerId, change, now()).then(onDone, report);
  };
  return (
    <form
      className="buyer-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Segmented
        block
        aria-label={t('cases.buyer.cautionLabel')}
        value={caution}
        options={buyerCautions.map((value) => ({ value, label: t(`cases.buyer.caution.${value}`) }))}
        onChange={setCaution}
      />
      {caution === 'none' ? null : (
        <Field
          label={t('cases.buyer.reason')}
          problem={tried && lacksReason ? t('cases.buyer.reasonMissing') : undefined}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={200}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
            />
          )}
        </Field>
      )}
      <Field label={t('cases.buyer.note')} hint={t('cases.buyer.private')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            maxLength={500}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        )}
      </Field>
      <button type="submit" className="btn small primary">
        {t('common.save')}
      </button>
    </form>
  );
}
