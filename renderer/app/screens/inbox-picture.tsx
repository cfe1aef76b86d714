import { Thumb } from '../../features/evidence/thumb';
import type { InboxItem } from '#shared/domain/inbox';

/** A waiting file as a small picture, made by the same hands as filed evidence. */
export function inboxPicture(item: InboxItem): React.ReactNode {
  return <Thumb item={{ ...item, fileName: item.originalName }} />;
}
