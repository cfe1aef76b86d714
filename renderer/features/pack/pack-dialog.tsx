import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { emptyDraft, type PackDraft } from './pack-draft';
import { PackDesk } from './pack-desk';
import { readPackSource } from './pack-source';
import type { CaseId, EvidenceId } from '#shared/domain/ids';
import './pack.css';

/**
 * Makes a case's evidence pack (举证包) with everything proposed: place, missing pieces, order, text, output (R66, R131).
 * What the seller changes is kept with every keystroke.
 */
export function PackDialog({
  caseId,
  only,
  onClose,
}: {
  readonly caseId: CaseId;
  /** Pieces the seller selected for it; the others begin left out. */
  readonly only?: readonly EvidenceId[] | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const source = useLive(() => readPackSource(caseId), [caseId]);
  const draft = useDraft<PackDraft>(`pack:${caseId}`, emptyDraft, now, report);
  const applied = useRef(false);
  const evidence = source?.evidence;
  useEffect(() => {
    if (applied.current || only === undefined || evidence === undefined || draft.value === undefined) return;
    applied.current = true;
    draft.change({ chosen: Object.fromEntries(evidence.map(({ id }) => [id, only.includes(id)])) });
  }, [only, evidence, draft]);
  return (
    <Modal
      open
      centered
      width={1080}
      title={t('pack.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      className="pack-modal"
    >
      {source === undefined || draft.value === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : source === null ? (
        <p className="empty">{t('error.notFound')}</p>
      ) : (
        <PackDesk source={source} draft={draft.value} onChange={draft.change} />
      )}
    </Modal>
  );
}
