import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { logWrongShipment } from '../../data/wrong-shipment-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { readShipment, startShipment, type Problems, type TypedShipment } from './wrong-shipment-form';
import { WrongShipmentFields } from './wrong-shipment-fields';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';
import type { Shop } from '#shared/domain/shop';
import './wrong-shipments.css';

type DialogProps = { readonly caseId: CaseId | null; readonly onClose: () => void };

/** Logs a wrong shipment (R30), with or without a case; what is typed is kept until it is saved. */
export function WrongShipmentDialog({ caseId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const source = useLive(
    async () => ({
      item: caseId === null ? null : ((await getCase(caseId)) ?? null),
      shops: await listShops(),
    }),
    [caseId],
  );
  return (
    <Modal
      open
      centered
      width={720}
      title={t('wrong.logTitle')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {source === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : (
        <ShipmentForm item={source.item} shops={source.shops} onClose={onClose} />
      )}
    </Modal>
  );
}

function ShipmentForm({
  item,
  shops,
  onClose,
}: {
  readonly item: Case | null;
  readonly shops: readonly Shop[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [start] = useState(() => startShipment(item, shops, now()));
  const draft = useDraft<TypedShipment>(`wrongShipment:${item?.id ?? 'new'}`, start, now, report);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const typed = draft.value;
  if (typed === undefined) return <p className="empty">{t('common.loading')}</p>;
  const read = readShipment(typed, item, shops, now());
  const problems = 'problems' in read ? read.problems : {};

  const save = async (): Promise<void> => {
    setTried(true);
    const fresh = readShipment(typed, item, shops, now());
    if (busy || 'problems' in fresh) return;
    setBusy(true);
    try {
      await logWrongShipment(fresh.input, now(), item?.sample ?? false);
      await draft.clear();
      tell('wrong.saved');
      onClose();
    } catch (error) {
      report(error, () => void save());
      setBusy(false);
    }
  };
  return (
    <div
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
        event.preventDefault();
        void save();
      }}
    >
      {item === null ? null : (
        <p className="wrong-case ellipsis" title={item.buyerId}>
          {t('wrong.ofCase', { caseNo: item.caseNo, buyer: item.buyerId })}
        </p>
      )}
      {draft.restored ? (
        <p className="wrong-restored">
          {t('common.draftRestored')}
          <button type="button" className="btn small plain" onClick={() => void draft.clear()}>
            {t('common.discardDraft')}
          </button>
        </p>
      ) : null}
      <WrongShipmentFields
        typed={typed}
        problems={tried ? problems : early(problems)}
        onChange={draft.change}
      />
      <div className="wrong-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="button" className="btn primary" disabled={busy} onClick={() => void save()}>
          {t('common.save')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}

/** Problems of what is already typed; an empty field is not held against anybody yet. */
function early(problems: Problems): Problems {
  const { cost, orderNo } = problems;
  return { ...(cost === undefined ? {} : { cost }), ...(orderNo === undefined ? {} : { orderNo }) };
}
