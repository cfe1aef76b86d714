import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCases } from '../../data/evidence-case-search';
import { matchParcel } from '../../data/parcel-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { CaseSearchDialog } from '../../ui/case-search-dialog';
import type { Case } from '#shared/domain/case';
import type { Parcel } from '#shared/domain/parcel';

/** Which case an unmatched parcel belongs to. */
export function MatchDialog({ parcel, onClose }: { readonly parcel: Parcel; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = useLive(async () => ({ text, cases: await findCases(text) }), [text]);
  const take = (item: Case): void => {
    matchParcel(parcel.id, item.id, now()).then(
      () => {
        tell('parcels.matched', { caseNo: item.caseNo });
        onClose();
      },
      (error: unknown) => {
        report(error, () => {
          take(item);
        });
      },
    );
  };
  return (
    <CaseSearchDialog
      title={t('parcels.matchTitle')}
      hint={t('parcels.search')}
      none={t('archive.noCase')}
      text={text}
      found={found}
      onText={setText}
      onTake={take}
      onClose={onClose}
    />
  );
}
