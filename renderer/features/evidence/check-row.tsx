import { useTranslation } from 'react-i18next';
import { useScreen } from '../../state/screen-store';
import { CheckIcon, ClockIcon, WarningIcon } from '../../ui/icons';
import { Thumb } from './thumb';
import type { SlotCheck, SlotState } from '#shared/domain/evidence-check';

const icons: Readonly<Record<SlotState, () => React.ReactNode>> = {
  done: CheckIcon,
  toJudge: ClockIcon,
  askAgain: WarningIcon,
  missing: WarningIcon,
};

/** How a line stands in a word; "matched by kind" is said as such, since nobody has looked. */
function stateWord({ slot, state, filled }: SlotCheck): string {
  if (state === 'missing' && slot.need === 'should') return 'should';
  return state === 'done' && filled.every(({ guessed, item }) => guessed && item.verdict == null)
    ? 'guessed'
    : state;
}

/** One line of the checklist: what is asked for, why, how it stands, and the pieces that fill it. */
export function CheckRow({ check }: { readonly check: SlotCheck }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { slot, state, filled } = check;
  const Icon = icons[state];
  const tone = state === 'missing' && slot.need === 'should' ? 'wait' : state;
  return (
    <li className={`check-row ${tone}`} data-slot={slot.id} data-state={state}>
      <span className="check-mark">
        <Icon />
      </span>
      <span className="check-text">
        <span className="bold">{slot.title[language]}</span>{' '}
        <span className="ink-3" title={slot.source.join(', ')}>
          {slot.why[language]}
        </span>
      </span>
      <span className="check-state">{t(`check.state.${stateWord(check)}`)}</span>
      <span className="check-pieces">
        {filled.map(({ item, guessed }) => (
          <button
            key={item.id}
            type="button"
            className={guessed ? 'check-piece guessed' : 'check-piece'}
            title={`${item.fileName}${guessed ? `\n${t('check.guessed')}` : ''}`}
            aria-label={`${item.fileName}${guessed ? `, ${t('check.guessed')}` : ''}`}
            onClick={() => {
              const ids = filled.map((one) => one.item.id);
              useScreen.getState().showOverlay({ kind: 'viewer', ids, index: ids.indexOf(item.id) });
            }}
          >
            <Thumb item={item} />
          </button>
        ))}
      </span>
    </li>
  );
}
