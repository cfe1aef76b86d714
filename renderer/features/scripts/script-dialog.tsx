import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { tell } from '../../state/toast-store';
import { ScriptDesk } from './script-desk';
import type { CaseId } from '#shared/domain/ids';

/** Messages over the screen, filled from a case. `scriptId` opens with one chosen. */
export function ScriptDialog({
  caseId,
  scriptId,
  onClose,
}: {
  readonly caseId: CaseId | null;
  readonly scriptId: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const item = useLive(() => (caseId === null ? Promise.resolve(undefined) : getCase(caseId)), [caseId]);
  return (
    <Modal
      open
      centered
      width={920}
      footer={null}
      title={item === undefined ? t('scripts.title') : t('scripts.forCase', { buyer: item.buyerId })}
      onCancel={onClose}
    >
      <ScriptDesk
        caseId={caseId}
        startWith={scriptId}
        onCopied={() => {
          tell('scripts.copiedToast');
          onClose();
        }}
      />
    </Modal>
  );
}
