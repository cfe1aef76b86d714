import { EvidenceScreen } from '../../features/evidence/evidence-screen';
import { InboxStrip } from '../../features/inbox/inbox-strip';
import { inboxPicture } from './inbox-picture';

/** Evidence: what waits for a case, above the archive of what has one. */
export function EvidencePage() {
  return (
    <div className="evidence-page">
      <InboxStrip renderPicture={inboxPicture} />
      <EvidenceScreen />
    </div>
  );
}
