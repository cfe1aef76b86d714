import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { statusOf } from '#shared/domain/playbook-walk';
import { describeValues } from '#shared/domain/step-values';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { CaseWalk } from '../../data/case-walk';

/** The states the thing of the case goes through, as in a register, with what was noted at the present one (R104). */
export function StatusLine({ walk }: { readonly walk: CaseWalk }) {
  const { t, i18n } = useTranslation();
  const { statuses = [] } = walk.playbook;
  const found = statusOf(walk.playbook, walk.walk);
  if (found === null) return null;
  const { status, by } = found;
  const noted = by === null ? '' : describeValues(by.step, walk.values[by.step.id] ?? {}, i18n.language);
  return (
    <div className="walk-status" role="group" aria-label={t('playbook.status')}>
      <span className="ink-3">{t('playbook.status')}</span>
      {statuses.map((one) => (
        <span
          key={one.id}
          className={one.id === status.id ? 'chip soon' : 'ink-3'}
          aria-current={one.id === status.id ? 'step' : undefined}
        >
          {wordsIn(one.title, i18n.language)}
        </span>
      ))}
      {by === null ? null : (
        <span className="ink-2 ellipsis">
          {by.at === 0 ? '' : isoMinute(by.at)} {noted}
        </span>
      )}
    </div>
  );
}
