import { useEffect, useState } from 'react';
import { listInbox } from '../../data/inbox-repository';
import { matchFiles, type CaseMatch } from '../../data/case-match';
import { watch } from '../../data/live';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import type { InboxId } from '#shared/domain/ids';
import type { InboxItem } from '#shared/domain/inbox';

/** While hundreds of files come in, the list is shown anew this often and not for each of them. */
const settleMs = 400;

/** What waits in the inbox, newest first; undefined until read. */
export function useInbox(): readonly InboxItem[] | undefined {
  const [items, setItems] = useState<readonly InboxItem[]>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest: readonly InboxItem[] = [];
    let shownAt = 0;
    const show = (): void => {
      timer = undefined;
      shownAt = performance.now();
      setItems(newest);
    };
    const stop = watch(
      listInbox,
      (found) => {
        newest = found;
        const wait = shownAt + settleMs - performance.now();
        if (wait <= 0) show();
        else timer ??= setTimeout(show, wait);
      },
      report,
    );
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return items;
}

/** The case each waiting file seems to belong to. Follows the cases: a new one may be what a file waited for. */
export function useSuggestions(items: readonly InboxItem[]): ReadonlyMap<InboxId, CaseMatch> {
  // By what they are, not by the list they stand in: a new list with each drawing would be read again for ever.
  const key = items.map(({ id, hint }) => `${id} ${hint}`).join();
  const found = useLive(async () => {
    const words = items.map(({ originalName, folder, hint }) => ({ name: originalName, folder, hint }));
    const matches = await matchFiles(words);
    return new Map(
      items.flatMap(({ id }, index): [InboxId, CaseMatch][] => {
        const best = matches[index]?.[0];
        return best === undefined ? [] : [[id, best]];
      }),
    );
  }, [key]);
  return found ?? none;
}

const none: ReadonlyMap<InboxId, CaseMatch> = new Map();
