import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import { useScreen } from '../../state/screen-store';
import { PlatformMark } from '../../ui/platform-mark';
import { issueWords } from './close-warnings';
import { caseTypeWords } from '../../text/case-type-words';
import type { CloseRow } from '../../data/close-many';

/** One of the cases to be closed: who bears it, what is still open, or the gate that keeps it open. */
export function CloseManyRow({ row }: { readonly row: CloseRow }) {
  const { t, i18n } = useTranslation();
  const openCase = useScreen((state) => state.openCase);
  const { item, shares, issues, gates } = row;
  return (
    <li data-stays={gates.length > 0}>
      <div className="close-many-line">
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
        <bdi className="bold ellipsis">{item.buyerId}</bdi>
        <span className="ink-3">{caseTypeWords(t, item)}</span>
        <span className="grow" />
        <span className="chip wait">
          {shares
            .map(
              ({ bearer, percent }) =>
                `${t(`domain.liability.${bearer}`)}${percent === 100 ? '' : ` ${percent}%`}`,
            )
            .join(' · ')}
        </span>
        {gates.length === 0 ? (
          <span className={issues.length === 0 ? 'chip ok' : 'chip soon'}>
            {t(issues.length === 0 ? 'closeMany.fine' : 'closeMany.withOpen')}
          </span>
        ) : (
          <span className="chip late">{t('closeMany.stays')}</span>
        )}
      </div>
      {gates.map(({ gate, missing }) => (
        <p key={gate.id} className="close-many-gate">
          {wordsIn(gate.title, i18n.language)}
          {': '}
          {missing.map(({ words }) => wordsIn(words, i18n.language)).join(t('playbook.comma'))}
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              openCase(item.id);
            }}
          >
            {t('closeMany.open')}
          </button>
        </p>
      ))}
      {gates.length > 0
        ? null
        : issues.map((issue) => (
            <p key={issue.key} className="ink-2">
              {issueWords(t, i18n.language, issue)}
            </p>
          ))}
    </li>
  );
}
