import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { readWalk } from '../../data/case-walk';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { BearerSection } from './bearer-section';
import { NoReasonSection } from './no-reason-section';
import { ReasonSection } from './reason-section';
import { RetentionSection } from './retention-section';
import { TreeSection } from './tree-section';
import { WarrantySection } from './warranty-section';
import type { CaseId } from '#shared/domain/ids';
import './decide.css';

/**
 * Helps to decide a case: the reason given and the real one (R4), who is liable (R158, R32), who pays which freight (R3,
 * R12 to R15, R151, R176), whether it may be returned without a reason (R142, R154), what faulty goods
 * entitle to (R152), and what was offered to keep it (R1).
 */
export function DecideDialog({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const present = useNow();
  const walk = useLive(() => readWalk(caseId), [caseId]);
  return (
    <Modal
      open
      centered
      width={760}
      title={t('decide.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {walk === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : (
        <div className="decide">
          <ReasonSection walk={walk} />
          <TreeSection walk={walk} />
          <BearerSection walk={walk} />
          <NoReasonSection walk={walk} present={present} />
          <WarrantySection walk={walk} present={present} />
          <RetentionSection walk={walk} present={present} />
        </div>
      )}
    </Modal>
  );
}
