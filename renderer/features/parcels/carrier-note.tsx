import { useTranslation } from 'react-i18next';
import { readCarrierPolicy } from '#shared/domain/carrier-policy';
import { readCarriers } from '../../data/parcel-desk';
import { useLive } from '../../data/use-live';
import type { CaseId } from '#shared/domain/ids';

/** What the shop's own list says about this courier: not taken at all, or freight collect fine or refused (R26, R27). */
export function CarrierNote({
  caseId,
  carrier,
  cod,
}: {
  readonly caseId: CaseId | undefined;
  readonly carrier: string;
  readonly cod: boolean;
}) {
  const { t } = useTranslation();
  const list = useLive(() => readCarriers(caseId), [caseId]) ?? '';
  const policy = readCarrierPolicy(list, carrier);
  return (
    <>
      {policy?.listed === false ? (
        <p className="parcel-cod" role="note">
          {t('parcels.notListed', { carrier: carrier.trim(), list })}
        </p>
      ) : null}
      {cod ? (
        <p className="parcel-cod" role="note">
          {t(policy?.cod === true ? 'parcels.codFine' : 'parcels.codRule', { carrier: carrier.trim() })}
        </p>
      ) : null}
    </>
  );
}
