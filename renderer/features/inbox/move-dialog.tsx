import { Modal } from 'antd';
import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCases, listCaseIds } from '../../data/case-repository';
import { matchFiles } from '../../data/case-match';
import { listInbox } from '../../data/inbox-repository';
import { useLive } from '../../data/use-live';
import { PlatformMark } from '../../ui/platform-mark';
import { fileItems } from './file-items';
import { useInboxStore } from './inbox-store';
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
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // The dialog takes the focus for itself while it opens.
  const focusInput = (): void => {
    input.current?.focus();
  };
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus(), 60);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const wanted = text.trim();
  const found = useLive(() => findTargets(ids, wanted), [ids, wanted]);
  // The best case is chosen as soon as it is found, so that Enter means it from then on.
  const all: readonly string[] = (found ?? []).map(({ id }) => id);
  const value = all.includes(chosen) ? chosen : (all[0] ?? '');
  return (
    <Modal
      open
      footer={null}
      width={560}
      afterOpenChange={focusInput}
      title={t('inbox.where', { count: ids.length })}
      onCancel={() => {
        useInboxStore.getState().askWhere(null);
      }}
    >
      <Command
        shouldFilter={false}
        label={t('inbox.where', { count: ids.length })}
        className="palette"
        loop
        value={value}
        onValueChange={setChosen}
      >
        <Command.Input
          ref={input}
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t('inbox.searchCase')}
        />
        <Command.List>
          <Command.Empty>{t('inbox.noCase')}</Command.Empty>
          {found?.map((item) => (
            <Command.Item key={item.id} value={item.id} onSelect={() => void fileItems(ids, item)}>
              <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
              <bdi className="bold ellipsis">{item.buyerId}</bdi>
              <span className="ink-3 ellipsis">{t(`domain.caseType.${item.type}`)}</span>
              <span className="grow" />
              <span className="ink-3 mono ellipsis">{item.orderNo}</span>
              <span className="mono">{item.caseNo}</span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Modal>
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
