import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { cleanWaybill, isWaybill } from '#shared/domain/parcel';
import { listParcelsOfCase } from '../../data/parcel-desk';
import { expectParcel } from '../../data/parcel-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { isComposing } from '../../ui/is-composing';
import { CarrierNote } from './carrier-note';
import type { Case } from '#shared/domain/case';
import './parcels.css';

type Draft = { readonly waybill: string; readonly carrier: string };
const empty: Draft = { waybill: '', carrier: '' };

/** Beside a case: the waybills its goods come back under (R139, R179, R181). Enter notes one down. */
export function CaseParcels({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const rows = useLive(() => listParcelsOfCase(item.id), [item.id]);
  const draft = useDraft<Draft>(`case:${item.id}:parcel`, empty, now, report);
  if (rows === undefined || draft.value === undefined) return null;
  const { waybill, carrier } = draft.value;
  const clean = cleanWaybill(waybill);
  const wrong = clean !== '' && !isWaybill(clean);
  const save = (): void => {
    if (clean === '' || wrong) return;
    expectParcel(item.id, { waybill, carrier }, now()).then(
      async () => {
        await draft.clear();
        tell('parcels.saved');
      },
      (error: unknown) => {
        report(error, save);
      },
    );
  };
  const onEnter = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && !isComposing(event)) save();
  };
  return (
    <section aria-label={t('parcels.caseTitle')}>
      <h2>{t('parcels.caseTitle')}</h2>
      {rows.length === 0 ? <p className="ink-3 context-note">{t('parcels.caseNone')}</p> : null}
      <ul className="parcel-case-list">
        {rows.map((one) => (
          <li key={one.id}>
            <span className="mono">{one.waybill === '' ? t('parcels.noLabel') : one.waybill}</span>
            <span className="ink-3">
              {one.carrier}{' '}
              {one.state === 'arrived'
                ? t('parcels.arrivedAgo', { time: momentWords(t, one.arrivedAt ?? one.updatedAt, present) })
                : t(`parcels.state.${one.state}`)}
            </span>
          </li>
        ))}
      </ul>
      {item.status === 'open' ? (
        <div className="parcel-case-form">
          <Input
            size="small"
            className="mono"
            maxLength={60}
            value={waybill}
            status={wrong ? 'error' : ''}
            aria-label={t('parcels.caseWaybill')}
            placeholder={t('parcels.caseWaybill')}
            onChange={(event) => {
              draft.change({ waybill: event.target.value });
            }}
            onKeyDown={onEnter}
          />
          <Input
            size="small"
            maxLength={40}
            value={carrier}
            aria-label={t('parcels.carrier')}
            placeholder={t('parcels.carrier')}
            onChange={(event) => {
              draft.change({ carrier: event.target.value });
            }}
            onKeyDown={onEnter}
          />
          <button type="button" className="btn small" disabled={clean === '' || wrong} onClick={save}>
            {t('parcels.caseAdd')}
          </button>
        </div>
      ) : null}
      {carrier.trim() === '' ? null : <CarrierNote caseId={item.id} carrier={carrier} cod={false} />}
      {wrong ? (
        <p className="problem" role="alert">
          {t('error.waybillWrong')}
        </p>
      ) : null}
    </section>
  );
}
