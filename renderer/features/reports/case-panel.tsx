import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { getCases } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { PlatformMark } from '../../ui/platform-mark';
import { caseTypeWords } from '../../text/case-type-words';
import type { CaseId } from '#shared/domain/ids';

/** What a figure is made of. */
export type Behind = { readonly title: string; readonly ids: readonly CaseId[] };

/** How many are drawn; the number says how many there are. */
const shownMost = 200;

/** The cases behind a figure, with the way to each. */
export function CasePanel({ behind, onClose }: { readonly behind: Behind; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const { title, ids } = behind;
  const cases = useLive(() => getCases(ids.toReversed().slice(0, shownMost)), [ids]);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (title !== '') close.current?.focus();
  }, [title]);
  return (
    <section
      className="card reports-behind"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h2>
        <span className="ellipsis" title={title}>
          {title}
        </span>
        <span className="ink-3">{t('reports.cases', { count: ids.length })}</span>
        <span className="grow" />
        <button ref={close} type="button" className="btn small" onClick={onClose}>
          {t('common.close')} <kbd>Esc</kbd>
        </button>
      </h2>
      <ul>
        {(cases ?? []).map((item) => (
          <li key={item.id}>
            <button
              type="button"
              onClick={() => {
                openCase(item.id);
              }}
            >
              <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
              <span className="reports-behind-what">
                <bdi className="bold ellipsis">{item.buyerId}</bdi>
                <span className="ink-2 ellipsis" title={item.product}>
                  {item.product || t('common.none')}
                </span>
              </span>
              <span className="reports-behind-when">
                <span>{caseTypeWords(t, item)}</span>
                <span className="ink-3">{isoDay(item.createdAt)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {ids.length > shownMost ? (
        <p className="ink-3">{t('reports.shownMost', { count: shownMost })}</p>
      ) : null}
    </section>
  );
}
