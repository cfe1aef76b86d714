import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanWaybill, isWaybill } from '#shared/domain/parcel';
import { findForScan } from '../../data/parcel-desk';
import { receiveParcel, refuseParcel } from '../../data/parcel-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { CarrierNote } from './carrier-note';
import { OwnerList } from './owner-list';
import type { Draft } from '../../data/use-draft';
import type { CaseId } from '#shared/domain/ids';
import type { ReceiveDraft } from './receive-draft';

/**
 * A parcel at the door: whose it is, what was agreed, whether freight is asked for; then it is taken in or turned away
 * (R27, R38). Ctrl+Enter takes it in.
 */
export function ReceiveForm({
  draft,
  change,
  clear,
}: { readonly draft: ReceiveDraft } & Pick<Draft<ReceiveDraft>, 'change' | 'clear'>) {
  const { t } = useTranslation();
  const present = useNow();
  const [busy, setBusy] = useState(false);
  const found = useLive(() => findForScan(draft.asked), [draft.asked]);
  if (found === undefined) return null;
  const waybill = draft.waybill ?? found.waybill;
  const clean = cleanWaybill(waybill);
  const wrong = clean !== '' && !isWaybill(clean);
  const sure: readonly CaseId[] = found.certain ? found.cases.map(({ id }) => id) : [];
  const caseIds = draft.caseIds ?? sure;
  const carrier = draft.carrier ?? found.carrier;
  const facts = { waybill, carrier, cod: draft.cod, note: draft.note };

  const save = (work: typeof receiveParcel, told: string): void => {
    if (wrong || busy) return;
    setBusy(true);
    work(facts, caseIds, now())
      .then(async () => {
        await clear();
        tell(told);
      })
      .catch((error: unknown) => {
        report(error, () => {
          save(work, told);
        });
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const receive = (): void => {
    save(receiveParcel, caseIds.length > 0 ? 'parcels.received' : 'parcels.receivedUnmatched');
  };
  return (
    <form
      className="card parcel-form"
      aria-label={t('parcels.here')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) receive();
      }}
    >
      <h2>{t('parcels.here')}</h2>
      {found.before.map((one) => (
        <p key={one.id} className="parcel-before" role="status">
          {t(`parcels.before.${one.state}`, {
            time: momentWords(t, one.arrivedAt ?? one.updatedAt, present),
          })}
        </p>
      ))}
      <OwnerList
        found={found}
        chosen={caseIds}
        onChange={(ids) => {
          change({ caseIds: ids });
        }}
      />
      <div className="parcel-fields">
        <Field
          label={t('parcels.waybill')}
          hint={t('parcels.waybillHint')}
          problem={wrong ? t('error.waybillWrong') : undefined}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              className="mono"
              maxLength={60}
              value={waybill}
              onChange={(event) => {
                change({ waybill: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label={t('parcels.carrier')}>
          {({ id }) => (
            <Input
              id={id}
              maxLength={40}
              value={carrier}
              onChange={(event) => {
                change({ carrier: event.target.value });
              }}
            />
          )}
        </Field>
        <Field label={t('parcels.note')} wide>
          {({ id }) => (
            <Input
              id={id}
              maxLength={500}
              value={draft.note}
              onChange={(event) => {
                change({ note: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <Checkbox
        // The first thing to ask at the door; from here Ctrl+Enter takes it in.
        autoFocus
        checked={draft.cod}
        onChange={(event) => {
          change({ cod: event.target.checked });
        }}
      >
        {t('parcels.cod')}
      </Checkbox>
      <CarrierNote caseId={caseIds[0]} carrier={carrier} cod={draft.cod} />
      <div className="parcel-foot">
        <button type="button" className="btn plain" onClick={() => void clear()}>
          {t('common.cancel')}
        </button>
        <span className="grow" />
        <button
          type="button"
          className={draft.cod ? 'btn danger' : 'btn'}
          disabled={busy || wrong}
          onClick={() => {
            save(refuseParcel, 'parcels.refused');
          }}
        >
          {t('parcels.refuse')}
        </button>
        <button type="button" className="btn primary" disabled={busy || wrong} onClick={receive}>
          {t(caseIds.length > 0 ? 'parcels.receive' : 'parcels.receiveUnmatched')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </form>
  );
}
