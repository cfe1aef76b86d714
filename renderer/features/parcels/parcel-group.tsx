import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysUnderway, isSlow, type Parcel } from '#shared/domain/parcel';
import { finishParcel, removeParcel } from '../../data/parcel-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';
import { isComposing } from '../../ui/is-composing';
import { PlatformMark } from '../../ui/platform-mark';
import { caseTypeWords } from '../../text/case-type-words';
import type { CaseId } from '#shared/domain/ids';
import type { DeskParcel, ParcelDesk } from '../../data/parcel-desk';

type Acts = {
  readonly onOpen: (id: CaseId) => void;
  readonly onInspect: (id: CaseId) => void;
  readonly onMatch: (parcel: Parcel) => void;
  readonly onArrived: (parcel: Parcel) => void;
};

/** Parcels that wait for the same thing; nothing is shown while none does. */
export function ParcelGroup({
  name,
  rows,
  present,
  ...acts
}: {
  readonly name: keyof ParcelDesk;
  readonly rows: readonly DeskParcel[];
  readonly present: number;
} & Acts) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <section className="parcel-group" aria-label={t(`parcels.${name}`)}>
      <h2>
        {t(`parcels.${name}`)} <span className="ink-3">{rows.length}</span>
      </h2>
      <ul className="card">
        {rows.map((row) => (
          <ParcelRow key={row.parcel.id} row={row} place={name} present={present} {...acts} />
        ))}
      </ul>
    </section>
  );
}

function ParcelRow({
  row: { parcel, item },
  place,
  present,
  onOpen,
  onInspect,
  onMatch,
  onArrived,
}: { readonly row: DeskParcel; readonly place: keyof ParcelDesk; readonly present: number } & Acts) {
  const { t } = useTranslation();
  const [finishing, setFinishing] = useState(false);
  const label = [parcel.carrier, parcel.waybill === '' ? t('parcels.noLabel') : parcel.waybill];
  const remove = (): void => {
    removeParcel(parcel.id).catch((error: unknown) => {
      report(error, remove);
    });
  };
  return (
    <li className="parcel-row">
      {item === null ? (
        <span />
      ) : (
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
      )}
      <div className="parcel-row-what">
        <bdi className="bold ellipsis">
          {item === null ? parcel.note || t('parcels.unmatched') : item.buyerId}
        </bdi>
        <div className="ellipsis ink-3">
          {item === null ? '' : `${item.caseNo} · ${caseTypeWords(t, item)} ${item.product}`}
        </div>
      </div>
      <div className="parcel-row-label">
        <div className="mono ellipsis" title={label.join(' ')}>
          {label.filter((part) => part !== '').join(' ')}
        </div>
        {item !== null && parcel.note !== '' ? (
          <div className="ellipsis ink-3" title={parcel.note}>
            {parcel.note}
          </div>
        ) : null}
      </div>
      <span className="parcel-row-when">
        <When parcel={parcel} place={place} present={present} />
      </span>
      <span className="parcel-row-acts">
        {place === 'underway' ? (
          <button type="button" className="btn small" onClick={() => onArrived(parcel)}>
            {t('parcels.arrivedHere')}
          </button>
        ) : null}
        {place === 'toInspect' && item?.status === 'open' ? (
          <button type="button" className="btn small primary" onClick={() => onInspect(item.id)}>
            {t('parcels.inspect')}
          </button>
        ) : null}
        {place === 'unmatched' ? (
          <button type="button" className="btn small primary" onClick={() => onMatch(parcel)}>
            {t('parcels.match')}
          </button>
        ) : null}
        {place === 'unmatched' || place === 'toInspect' ? (
          <button type="button" className="btn small" onClick={() => setFinishing(!finishing)}>
            {t('parcels.finish')}
          </button>
        ) : null}
        {item === null ? null : (
          <button type="button" className="btn small" onClick={() => onOpen(item.id)}>
            {t('parcels.openCase')}
          </button>
        )}
        <button
          type="button"
          className="btn small plain"
          title={t('parcels.remove')}
          aria-label={`${t('parcels.remove')} ${label.join(' ')}`}
          onClick={remove}
        >
          ×
        </button>
      </span>
      {finishing ? <FinishLine parcel={parcel} onClose={() => setFinishing(false)} /> : null}
    </li>
  );
}

function When({
  parcel,
  place,
  present,
}: {
  readonly parcel: Parcel;
  readonly place: keyof ParcelDesk;
  readonly present: number;
}) {
  const { t } = useTranslation();
  const cod = parcel.cod ? <span className="chip wait">{t('parcels.codMark')}</span> : null;
  if (place === 'underway') {
    const count = daysUnderway(parcel, present);
    return isSlow(parcel, present) ? (
      <span className="chip soon">{t('parcels.slow', { count })}</span>
    ) : (
      <span className="chip wait">{t('parcels.days', { count })}</span>
    );
  }
  const at = parcel.arrivedAt ?? parcel.doneAt ?? parcel.updatedAt;
  return (
    <>
      {cod}
      <span className="ink-2">
        {place === 'done'
          ? `${t(`parcels.state.${parcel.state}`)} · ${momentWords(t, at, present)}`
          : t('parcels.arrivedAgo', { time: momentWords(t, at, present) })}
      </span>
    </>
  );
}

/** How a parcel was dealt with, in a line. Enter keeps it. */
function FinishLine({ parcel, onClose }: { readonly parcel: Parcel; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const save = (): void => {
    finishParcel(parcel.id, text, now()).then(onClose, (error: unknown) => {
      report(error, save);
    });
  };
  return (
    <div className="parcel-finish">
      <Input
        autoFocus
        maxLength={200}
        value={text}
        aria-label={t('parcels.finishWhat')}
        placeholder={t('parcels.finishWhat')}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) save();
          if (event.key === 'Escape') onClose();
        }}
      />
      <button type="button" className="btn small primary" onClick={save}>
        {t('common.save')} <kbd>↵</kbd>
      </button>
    </div>
  );
}
