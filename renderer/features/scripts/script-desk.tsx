import { Input } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  noteScriptsCopied,
  readScriptPicture,
  setFavourite,
  type LibraryScript,
} from '../../data/script-repository';
import { now } from '../../platform/clock';
import { copyPicture } from '../../platform/copy-picture';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { composeMessage } from './compose-message';
import { newDeskMemory, type DeskMemory } from './desk-memory';
import { GiftOffer, giftIn } from './gift-offer';
import { findScripts } from './find-scripts';
import { MessagePictures } from './message-pictures';
import { MessagePane } from './message-pane';
import { ScriptList } from './script-list';
import { useLibrary, useScriptLanguage } from './use-library';
import type { CaseId } from '#shared/domain/ids';
import type { ScriptPicture } from '#shared/domain/script';
import './scripts.css';

/**
 * Find a message, fill its blanks, copy it. The caret stays in the search field: arrows choose, Enter copies, or goes to
 * the first blank that is still empty (a blank is never copied).
 */
export function ScriptDesk({
  caseId,
  startWith = null,
  memory,
  onRemember,
  copyText = (text) => navigator.clipboard.writeText(text),
  hold,
  onCopied,
  onPicture,
  renderActions,
}: {
  readonly caseId: CaseId | null;
  readonly startWith?: string | null;
  /** What was typed the last time the desk was shown, and where it is kept. */
  readonly memory?: DeskMemory;
  readonly onRemember?: (part: Partial<DeskMemory>) => void;
  readonly copyText?: (text: string) => Promise<void>;
  /** Told of what has to end before the database may be let go of. */
  readonly hold?: (work: Promise<unknown>) => void;
  /** All of it was copied: the text, and each picture that goes with it. */
  readonly onCopied: () => void;
  /** One picture was copied. */
  readonly onPicture?: () => void;
  readonly renderActions?: (script: LibraryScript) => ReactNode;
}) {
  const { t } = useTranslation();
  const language = useScriptLanguage();
  const library = useLibrary(caseId);
  const listId = useId();
  const desk = useRef<HTMLDivElement>(null);
  const [before] = useState(() => memory ?? newDeskMemory(startWith));
  const [typed, setTyped] = useState(before.typed);
  const [chosenId, setChosenId] = useState(before.chosenId);
  const [stack, setStack] = useState(before.stack);
  const [values, setValues] = useState(before.values);
  const [nextPicture, setNextPicture] = useState(before.nextPicture);
  const [copied, setCopied] = useState(false);
  const [finished, setFinished] = useState(false);
  useEffect(() => {
    // What was sent is no longer being typed.
    if (!finished) onRemember?.({ typed, chosenId, stack, values, nextPicture });
  }, [finished, onRemember, typed, chosenId, stack, values, nextPicture]);
  if (library === undefined) return <p className="empty">{t('common.loading')}</p>;

  const caseType = library.item?.type ?? null;
  const found = findScripts(library.index, typed, caseType);
  const chosen = found.find(({ id }) => id === chosenId) ?? found[0];
  const parts = [...stack, ...(chosen === undefined || stack.includes(chosen.id) ? [] : [chosen.id])].flatMap(
    (id) => library.scripts.filter((script) => script.id === id),
  );
  const message = composeMessage(parts, language, values, library.facts, library.remembered);

  const gift = giftIn(message.values);
  const pictures = picturesOf(parts);
  const anew = (): void => {
    setCopied(false);
    setFinished(false);
    setNextPicture(null);
  };
  /** The window may be gone by the time this is known: then only its memory takes it. */
  const goOn = (next: number): void => {
    onRemember?.({ nextPicture: next });
    setNextPicture(next);
    if (next < pictures.length) return;
    setFinished(true);
    setStack([]);
    onCopied();
  };
  const choose = (id: string): void => {
    setChosenId(id);
    anew();
  };
  const copyPictureAt = (order: number): void => {
    const picture = pictures[order];
    if (picture === undefined) return;
    readScriptPicture(picture)
      .then(copyPicture)
      .then(() => {
        goOn(order + 1);
        onPicture?.();
      })
      .catch(report);
  };
  const copy = (): void => {
    if (parts.length === 0) return;
    const [missing] = message.missing;
    if (missing !== undefined) {
      const fields = desk.current?.querySelectorAll<HTMLElement>('[data-blank]') ?? [];
      [...fields].find((field) => field.dataset['blank'] === missing)?.focus();
      return;
    }
    const title = parts.map((script) => script.title[language]).join(' + ');
    const work = copyText(message.text)
      .then(() => noteScriptsCopied(parts, title, caseId, message.values, now()))
      .then(() => {
        setCopied(true);
        goOn(0);
      });
    hold?.(work);
    work.catch(report);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const at = chosen === undefined ? -1 : found.indexOf(chosen);
      const next = found[(at + step + found.length) % found.length];
      if (next !== undefined) choose(next.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      copy();
    }
  };

  return (
    <div
      className="script-desk"
      role="presentation"
      ref={desk}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || !/^[1-9]$/.test(event.key) || pictures.length === 0) return;
        event.preventDefault();
        copyPictureAt(Number(event.key) - 1);
      }}
    >
      <div className="script-left">
        <Input
          autoFocus
          allowClear
          data-hotkey="list-search"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
          aria-label={t('common.search')}
          placeholder={t('scripts.search')}
          onFocus={(event) => {
            event.target.select();
          }}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosenId(null);
            anew();
          }}
          onKeyDown={onKeyDown}
        />
        {found.length === 0 ? (
          <p className="empty">{t('scripts.nothingFound')}</p>
        ) : (
          <ScriptList
            listId={listId}
            scripts={found}
            chosenId={chosen?.id ?? null}
            caseType={caseType}
            isSearched={typed.trim() !== ''}
            onChoose={choose}
          />
        )}
      </div>
      <div className="script-right">
        {parts.length === 0 ? (
          <p className="empty">{t('scripts.emptyMessage')}</p>
        ) : (
          <>
            {stack.length > 0 ? (
              <div className="script-stack">
                {parts.map((part) => (
                  <button
                    key={part.id}
                    type="button"
                    className="btn small"
                    aria-label={t('scripts.unstack', { title: part.title[language] })}
                    disabled={!stack.includes(part.id)}
                    onClick={() => {
                      setStack(stack.filter((id) => id !== part.id));
                    }}
                  >
                    {part.title[language]} {stack.includes(part.id) ? '×' : ''}
                  </button>
                ))}
              </div>
            ) : null}
            <MessagePane
              message={message}
              onType={(name, value) => {
                anew();
                setValues(new Map(values).set(name, value));
              }}
              onSubmit={copy}
            />
            {caseId === null || gift === null ? null : <GiftOffer caseId={caseId} what={gift} />}
            <MessagePictures pictures={pictures} next={nextPicture} onCopy={copyPictureAt} />
            <div className="script-buttons">
              {chosen === undefined ? null : (
                <>
                  <button
                    type="button"
                    className="btn small plain"
                    aria-pressed={chosen.favourite}
                    onClick={() => {
                      setFavourite(chosen.id, !chosen.favourite).catch(report);
                    }}
                  >
                    {chosen.favourite ? '★' : '☆'}{' '}
                    {t(chosen.favourite ? 'scripts.unfavourite' : 'scripts.favourite')}
                  </button>
                  {renderActions?.(chosen)}
                </>
              )}
              <span className="grow" />
              {message.missing.length > 0 ? (
                <span className="script-missing" role="status">
                  {t('scripts.missing', { names: message.missing.join(t('common.listSeparator')) })}
                </span>
              ) : null}
              <button
                type="button"
                className="btn"
                disabled={chosen === undefined || stack.includes(chosen.id)}
                onClick={() => {
                  if (chosen !== undefined) setStack([...stack, chosen.id]);
                }}
              >
                {t('scripts.stack')}
              </button>
              <button type="button" className="btn primary" onClick={copy}>
                <span aria-live="polite">{t(copied ? 'scripts.copied' : 'scripts.copy')}</span> <kbd>↵</kbd>
              </button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** Pictures of all parts of a message, none twice. */
function picturesOf(parts: readonly LibraryScript[]): readonly ScriptPicture[] {
  const all = parts.flatMap(({ pictures = [] }) => pictures);
  return [...new Map(all.map((picture) => [picture.sha256, picture])).values()];
}
