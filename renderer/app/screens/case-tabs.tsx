import { useTranslation } from 'react-i18next';
import { readMoneyOfCase } from '../../data/money-repository';
import { listNotesOfCase } from '../../data/note-repository';
import { countEvents } from '../../data/timeline-repository';
import { useLive } from '../../data/use-live';
import { useEvidenceCount } from '../../features/evidence/use-case-evidence';
import { useScreen, type CaseTab } from '../../state/screen-store';
import type { Case } from '#shared/domain/case';
import type { KeyboardEvent } from 'react';

const tabs: readonly CaseTab[] = ['work', 'evidence', 'notes', 'money', 'timeline'];

/** The tabs of a case with their counts; arrow keys move between them. */
export function CaseTabs({ item }: { readonly item: Case }) {
  const { t } = useTranslation();
  const { caseTab, setTab } = useScreen();
  const counts: Readonly<Record<CaseTab, number | undefined>> = {
    work: undefined,
    evidence: useEvidenceCount(item.id),
    notes: useLive(async () => (await listNotesOfCase(item.id)).length, [item.id]),
    money: useLive(async () => {
      const { costs, claims } = await readMoneyOfCase(item.id);
      return costs.length + claims.length;
    }, [item.id]),
    timeline: useLive(() => countEvents(item.id), [item.id]),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next = tabs[(tabs.indexOf(caseTab) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    setTab(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <div className="case-tabs" role="tablist" aria-label={t('cases.tabs')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          data-tab={tab}
          aria-selected={caseTab === tab}
          tabIndex={caseTab === tab ? 0 : -1}
          className={caseTab === tab ? 'on' : ''}
          onClick={() => {
            setTab(tab);
          }}
        >
          {t(`cases.tab.${tab}`)}
          {counts[tab] === undefined ? null : <small>{counts[tab]}</small>}
        </button>
      ))}
    </div>
  );
}
