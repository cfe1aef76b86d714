import { useTranslation } from 'react-i18next';
import { wordsIn, type EvidenceSlot } from '#shared/domain/playbook';
import { listEvidenceOfCase } from '../../data/evidence-repository';
import { type CaseWalk } from '../../data/case-walk';
import { acceptEvidence } from '../../data/step-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CheckIcon } from '../../ui/icons';
import type { Evidence } from '#shared/domain/evidence';
import type { ActProps } from './walk-actions';

/** What has to be on file for this step; the seller looks at a piece and accepts it for its place. */
export function ActEvidence({ walk, view: { step }, actions }: ActProps) {
  const { t } = useTranslation();
  const all = useLive(() => listEvidenceOfCase(walk.item.id), [walk.item.id]) ?? [];
  return (
    <div className="walk-form">
      {(step.slots ?? []).map((slot) => (
        <Slot key={slot.id} walk={walk} slot={slot} all={all} />
      ))}
      <div className="walk-options">
        <button
          type="button"
          className="btn"
          onClick={() => {
            actions.openEvidence(walk.item.id);
          }}
        >
          {t('playbook.toEvidence')}
        </button>
        <span className="ink-3">{t('playbook.dropHere')}</span>
      </div>
    </div>
  );
}

function Slot({
  walk,
  slot,
  all,
}: {
  readonly walk: CaseWalk;
  readonly slot: EvidenceSlot;
  readonly all: readonly Evidence[];
}) {
  const { t, i18n } = useTranslation();
  const there = new Set(all.map(({ id }) => id));
  const accepted = (walk.record.slots[slot.id] ?? []).map(({ id }) => id).filter((id) => there.has(id));
  const counted = walk.facts.slots[slot.id]?.length ?? 0;
  const fitting = all.filter(({ kind, id }) => slot.kinds.includes(kind) || accepted.includes(id));
  const toggle = (one: Evidence): void => {
    const next = accepted.includes(one.id) ? accepted.filter((id) => id !== one.id) : [...accepted, one.id];
    acceptEvidence(walk.item.id, slot, next, now()).catch((error: unknown) => {
      report(error);
    });
  };
  return (
    <fieldset className="walk-slot">
      <legend>
        {counted >= slot.min ? <CheckIcon /> : null} {wordsIn(slot.title, i18n.language)}{' '}
        <span className="ink-3">
          {counted} / {slot.min}
        </span>
      </legend>
      {fitting.length === 0 ? <span className="ink-3">{t('playbook.noEvidence')}</span> : null}
      {fitting.map((one) => (
        <label key={one.id} className={accepted.includes(one.id) ? 'walk-piece on' : 'walk-piece'}>
          <input
            type="checkbox"
            checked={accepted.includes(one.id)}
            disabled={walk.item.status === 'closed'}
            onChange={() => {
              toggle(one);
            }}
          />
          <span className="ellipsis" title={one.fileName}>
            {one.fileName}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
