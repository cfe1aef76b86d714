import { Input } from 'antd';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { findCases } from '../../data/evidence-case-search';
import { useLive } from '../../data/use-live';
import { isComposing } from '../../ui/is-composing';
import { useEnter } from '../../ui/use-enter';
import { PlatformMark } from '../../ui/platform-mark';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const shownCases = 6;

/** Which case fills the blanks; F2 or a click, then a buyer ID or an order number, makes it another. */
export function CaseChoice({
  caseId,
  onChoose,
}: {
  readonly caseId: CaseId | null;
  readonly onChoose: (caseId: CaseId | null) => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const item = useLive(async () => (caseId === null ? null : ((await getCase(caseId)) ?? null)), [caseId]);
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F2') return;
      event.preventDefault();
      setAsking(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  if (asking) {
    return (
      <CaseSearch
        onDone={(chosen) => {
          setAsking(false);
          if (chosen !== undefined) onChoose(chosen);
        }}
      />
    );
  }
  return (
    <div className="case-choice">
      <button
        type="button"
        className="btn small plain case-choice-now"
        onClick={() => {
          setAsking(true);
        }}
      >
        {item == null ? (
          <span className="ink-2">{item === null ? t('messageWindow.noCase') : ''}</span>
        ) : (
          <>
            <span className="ink-2">{t('messageWindow.filledFrom')}</span>
            <CaseWords item={item} />
          </>
        )}{' '}
        <kbd>F2</kbd>
      </button>
      {item == null ? null : (
        <button
          type="button"
          className="btn small plain"
          aria-label={t('messageWindow.withoutCase')}
          title={t('messageWindow.withoutCase')}
          onClick={() => {
            onChoose(null);
          }}
        >
          ×
        </button>
      )}
    </div>
  );
}

function CaseWords({ item }: { readonly item: Case }) {
  const { t } = useTranslation();
  return (
    <>
      <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
      <bdi className="bold ellipsis">{item.buyerId}</bdi>
      <span className="ink-2 ellipsis">{caseTypeWords(t, item)}</span>
      <span className="mono ink-3 ellipsis">{item.orderNo}</span>
      <span className="mono ink-3">{item.caseNo}</span>
    </>
  );
}

/** `onDone` with undefined: nothing was chosen. */
function CaseSearch({ onDone }: { readonly onDone: (chosen?: CaseId) => void }) {
  const { t } = useTranslation();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const wanted = typed.trim();
  const answer = useLive(
    async () => ({
      text: wanted,
      cases: wanted === '' ? [] : (await findCases(wanted)).slice(0, shownCases),
    }),
    [wanted],
  );
  const found = answer?.cases;
  const current = found?.[Math.min(at, found.length - 1)];
  const keepEnter = useEnter(wanted, answer?.text === wanted, () => {
    if (current !== undefined) onDone(current.id);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || keepEnter(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (current !== undefined) onDone(current.id);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onDone();
    }
  };
  return (
    <div
      className="case-choice"
      ref={box}
      onBlur={(event) => {
        if (!(box.current?.contains(event.relatedTarget) ?? false)) onDone();
      }}
    >
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.id}`}
        aria-label={t('messageWindow.findCase')}
        placeholder={t('messageWindow.findCase')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {wanted === '' ? null : (
        <div
          className="case-choice-list card"
          role="listbox"
          id={listId}
          aria-label={t('messageWindow.cases')}
        >
          {found?.length === 0 ? <p className="empty">{t('messageWindow.noneFound')}</p> : null}
          {found?.map((item) => (
            <div
              key={item.id}
              id={`${listId}-${item.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={item === current}
              className={item === current ? 'case-choice-row on' : 'case-choice-row'}
              onMouseDown={(event) => {
                event.preventDefault();
                onDone(item.id);
              }}
              onKeyDown={() => {}}
            >
              <CaseWords item={item} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
