import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readParcelDesk } from '../../data/parcel-desk';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report } from '../../state/toast-store';
import { MatchDialog } from './match-dialog';
import { ParcelGroup } from './parcel-group';
import { ReceiveForm } from './receive-form';
import { emptyReceive, type ReceiveDraft } from './receive-draft';
import { ScanBox } from './scan-box';
import type { Parcel } from '#shared/domain/parcel';
import type { CaseId } from '#shared/domain/ids';
import './parcels.css';

const groups = ['toInspect', 'unmatched', 'underway', 'done'] as const;

/** Parcels that come back (退件, R38, R179): scan one, see whose it is and what was agreed, take it in, inspect it. */
export function ParcelScreen({
  onOpen,
  onInspect,
}: {
  readonly onOpen: (id: CaseId) => void;
  readonly onInspect: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const present = useNow();
  const desk = useLive(readParcelDesk, []);
  const draft = useDraft<ReceiveDraft>('parcel:receive', emptyReceive, now, report);
  const [matching, setMatching] = useState<Parcel | null>(null);
  if (desk === undefined || draft.value === undefined) return null;
  const isEmpty = groups.every((name) => desk[name].length === 0);
  return (
    <section className="parcel-screen" aria-label={t('parcels.title')}>
      <div className="parcel-bar">
        <h1>{t('parcels.title')}</h1>
        <ScanBox
          idle={draft.value.asked === ''}
          onFound={(text) => {
            draft.change({ ...emptyReceive, asked: text });
          }}
        />
      </div>
      <div className="parcel-scroll">
        {draft.value.asked === '' ? null : (
          <ReceiveForm
            key={draft.value.asked}
            draft={draft.value}
            change={draft.change}
            clear={draft.clear}
          />
        )}
        {isEmpty && draft.value.asked === '' ? (
          <div className="empty">
            <h2>{t('parcels.emptyTitle')}</h2>
            <p>{t('parcels.emptyText')}</p>
          </div>
        ) : null}
        {groups.map((name) => (
          <ParcelGroup
            key={name}
            name={name}
            rows={desk[name]}
            present={present}
            onOpen={onOpen}
            onInspect={onInspect}
            onMatch={setMatching}
            onArrived={({ waybill }) => {
              draft.change({ ...emptyReceive, asked: waybill });
            }}
          />
        ))}
      </div>
      {matching === null ? null : (
        <MatchDialog
          parcel={matching}
          onClose={() => {
            setMatching(null);
          }}
        />
      )}
    </section>
  );
}
