import { Modal } from 'antd';
import { Command } from 'cmdk';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlatformMark } from './platform-mark';
import { useEnter } from './use-enter';
import { caseTypeWords } from '../text/case-type-words';
import type { Case } from '#shared/domain/case';

/** Cases that were found, and for which text. */
export type FoundCases = { readonly text: string; readonly cases: readonly Case[] };

/** One case as a row of a search: who, what, which order. */
export function CaseSearchRow({ item }: { readonly item: Case }) {
  const { t } = useTranslation();
  return (
    <>
      <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
      <bdi className="bold ellipsis">{item.buyerId}</bdi>
      <span className="ink-3 ellipsis">{caseTypeWords(t, item)}</span>
      <span className="ink-2 ellipsis">{item.product}</span>
      <span className="grow" />
      <span className="ink-3 mono ellipsis">{item.orderNo}</span>
      <span className="mono">{item.caseNo}</span>
    </>
  );
}

/** Asks for one case by what is typed: arrow keys choose, Enter takes it, never a row of an older search. */
export function CaseSearchDialog({
  title,
  hint,
  none,
  text,
  found,
  onText,
  onTake,
  onClose,
}: {
  readonly title: string;
  readonly hint: string;
  /** Said when nothing was found. */
  readonly none: string;
  readonly text: string;
  /** The latest answer; it may still be the one to an earlier text. */
  readonly found: FoundCases | undefined;
  readonly onText: (text: string) => void;
  readonly onTake: (item: Case) => void;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const cases = found?.cases ?? [];
  // The best case is chosen as soon as it is found, so that Enter means it from then on.
  const at = cases.find(({ id }) => id === chosen) ?? cases[0];
  const keepEnter = useEnter(text, found?.text === text, () => {
    if (at !== undefined) onTake(at);
  });
  return (
    <Modal
      open
      footer={null}
      width={720}
      zIndex={1100}
      // The dialog takes the focus for itself while it opens.
      afterOpenChange={(open) => {
        if (open) input.current?.focus();
      }}
      title={title}
      onCancel={onClose}
    >
      <Command
        shouldFilter={false}
        label={hint}
        className="palette"
        loop
        value={at?.id ?? ''}
        onValueChange={setChosen}
        onKeyDown={keepEnter}
      >
        <Command.Input
          ref={input}
          autoFocus
          value={text}
          onValueChange={(next) => {
            onText(next);
            setChosen('');
          }}
          placeholder={hint}
        />
        <Command.List>
          <Command.Empty>{found === undefined ? '' : none}</Command.Empty>
          {cases.map((item) => (
            <Command.Item
              key={item.id}
              value={item.id}
              onSelect={() => {
                onTake(item);
              }}
            >
              <CaseSearchRow item={item} />
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Modal>
  );
}
