import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { useLive } from '../../data/use-live';
import { listWrongShipmentsOfCase } from '../../data/wrong-shipment-repository';
import { useScreen } from '../../state/screen-store';
import type { CaseId } from '#shared/domain/ids';
import './wrong-shipments.css';

/** What was sent wrong in a case (R30), with a button to log more. */
export function CaseWrongShipments({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const rows = useLive(() => listWrongShipmentsOfCase(caseId), [caseId]);
  const showOverlay = useScreen((state) => state.showOverlay);
  return (
    <section className="wrong-of-case" aria-label={t('wrong.title')}>
      <div className="wrong-of-case-head">
        <h2>{t('wrong.title')}</h2>
        {rows === undefined || rows.length === 0 ? (
          <span className="ink-3">{t('wrong.caseEmpty')}</span>
        ) : null}
        <span className="grow" />
        <button
          type="button"
          className="btn small"
          onClick={() => {
            showOverlay({ kind: 'wrongShipment', caseId });
          }}
        >
          {t('wrong.log')}
        </button>
      </div>
      {rows === undefined || rows.length === 0 ? null : (
        <ul className="card">
          {rows.map((row) => (
            <li key={row.id}>
              <span className="chip wait">{t(`domain.wrongKind.${row.kind}`)}</span>
              <span className="wrong-of-case-goods">
                {row.shouldSend || '–'} → {row.sent || '–'} × {row.quantity}
              </span>
              <span className="ink-2">{t(`domain.remedy.${row.remedy}`)}</span>
              <span className="wrong-cost">¥{formatYuan(row.costFen)}</span>
              <span className="ink-3">{isoDay(row.happenedAt).slice(5)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
