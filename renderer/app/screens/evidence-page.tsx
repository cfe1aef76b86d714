import { useTranslation } from 'react-i18next';
import { EvidenceScreen } from '../../features/evidence/evidence-screen';
import { useIntake } from '../../features/evidence/intake-store';
import { useAlike } from '../../features/evidence/use-alike';
import { InboxStrip } from '../../features/inbox/inbox-strip';
import { useInbox } from '../../features/inbox/use-inbox';
import { inboxPicture } from './inbox-picture';
import type { InboxItem } from '#shared/domain/inbox';

const none: readonly InboxItem[] = [];

/** Evidence: what waits for a case, above the archive of what has one. */
export function EvidencePage() {
  const { t } = useTranslation();
  const busy = useIntake((state) => state.running);
  const alike = useAlike(useInbox() ?? none, null, busy);
  const hintOf = ({ sha256 }: InboxItem): string | undefined => {
    const found = alike.get(sha256);
    if (found === undefined) return undefined;
    return t('evidence.alikeTip', { caseNo: found.caseNo, fileName: found.fileName });
  };
  return (
    <div className="evidence-page">
      <InboxStrip renderPicture={inboxPicture} hintOf={hintOf} />
      <EvidenceScreen />
    </div>
  );
}
