import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCases, listCaseIds } from '../../data/case-repository';
import { matchFiles } from '../../data/case-match';
import { listInbox } from '../../data/inbox-repository';
import { useLive } from '../../data/use-live';
import { CaseSearchDialog } from '../../ui/case-search-dialog';
import { fileItems } from './file-items';
import { useInboxStore } from './inbox-store';
import { useFocusBack } from './use-inbox-focus';
import type { Case } from '#shared/domain/case';
import type { InboxId } from '#shared/domain/ids';

const most = 12;

/** Which case do these belong to? Those their names tell come first, then the ones worked on last. */
export function MoveDialog() {
  const moving = useInboxStore((state) => state.moving);
  return moving === null ? null : <Question key={moving.join()} ids={moving} />;
}

function Question({ ids }: { readonly ids: readonly InboxId[] }) {
  const { t } = useTranslation();
  useFocusBack();
  const [text, setText] = useState('');
  const found = useLive(async () => ({ text, cases: await findTargets(ids, text.trim()) }), [ids, text]);
  return (
    <CaseSearchDialog
      title={t('inbox.where', { count: ids.length })}
      hint={t('inbox.searchCase')}
      none={t('inbox.noCase')}
      text={text}
      found={found}
      onText={setText}
      onTake={(item) => void fileItems(ids, item)}
      onClose={() => {
        useInboxStore.getState().askWhere(null);
      }}
    />
  );
}

async function findTargets(ids: readonly InboxId[], text: string): Promise<Case[]> {
  const filter = { text: text === '' ? undefined : text };
  const [told, open, closed] = await Promise.all([
    text === '' ? findTold(ids) : [],
    listCaseIds({ status: 'open', ...filter }, 'updatedAt'),
    text === '' ? [] : listCaseIds({ status: 'closed', ...filter }, 'updatedAt'),
  ]);
  const rest = await getCases([...open.slice(0, most), ...closed.slice(0, most)]);
  const all = new Map([...told, ...rest].map((item) => [item.id, item]));
  return [...all.values()].slice(0, most);
}

async function findTold(ids: readonly InboxId[]): Promise<Case[]> {
  const items = (await listInbox()).filter(({ id }) => ids.includes(id));
  const words = items.map(({ originalName, folder, hint }) => ({ name: originalName, folder, hint }));
  return (await matchFiles(words)).flat().map(({ item }) => item);
}
