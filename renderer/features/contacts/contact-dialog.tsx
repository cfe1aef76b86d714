import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { ContactDesk } from './contact-desk';
import type { CaseId } from '#shared/domain/ids';

/** Reaching the buyer of a case, from anywhere (key L). */
export function ContactDialog({
  caseId,
  onClose,
}: {
  readonly caseId: CaseId;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const present = useNow();
  const item = useLive(() => getCase(caseId), [caseId]);
  return (
    <Modal
      open
      centered
      width={720}
      title={item === undefined ? t('contacts.title') : t('contacts.titleOf', { buyer: item.buyerId })}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {item === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : (
        <ContactDesk item={item} present={present} />
      )}
    </Modal>
  );
}
