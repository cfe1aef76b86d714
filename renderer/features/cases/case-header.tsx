import { useTranslation } from 'react-i18next';
import { countsAsExchange } from '#shared/domain/case';
import { reopenCase } from '../../data/case-repository';
import { listNotesOfCase } from '../../data/note-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Flag } from '../../ui/flag';
import { PlatformMark } from '../../ui/platform-mark';
import { CaseStatusChip } from './case-status-chip';
import { deleteCase } from './delete-case';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';

/** Buyer, number, flag and the state of a case, with what is done to the whole case. */
export function CaseHeader({
  item,
  onPack,
  onSlip,
  onScripts,
  onClosing,
}: {
  readonly item: Case;
  readonly onPack: () => void;
  readonly onSlip: () => void;
  readonly onScripts: () => void;
  readonly onClosing: () => void;
}) {
  const { t } = useTranslation();
  const note = useLive(() => listNotesOfCase(item.id), [item.id])?.[0];
  const toggle = (): void => {
    if (item.status === 'open') {
      onClosing();
      return;
    }
    reopenCase(item.id, now()).catch((error: unknown) => {
      report(error, toggle);
    });
  };
  return (
    <header className="case-header">
      <div className="case-header-line">
        <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
        <h1 title={item.buyerId}>
          <bdi>{item.buyerId}</bdi>
        </h1>
        <span className="ink-3 mono">{item.caseNo}</span>
        {note === undefined ? null : (
          <span className="ink-3 case-header-flag">
            <Flag color={note.flag} label={t(`domain.flag.${note.flag}`)} /> {t(`domain.flag.${note.flag}`)} ·{' '}
            {t(note.pastedAt === null ? 'cases.notPasted' : 'cases.pasted')}
          </span>
        )}
        <div className="case-header-actions">
          <button type="button" className="btn small" onClick={onScripts}>
            {t('cases.scripts')} <kbd>H</kbd>
          </button>
          <button type="button" className="btn small" onClick={onPack}>
            {t('cases.pack')} <kbd>E</kbd>
          </button>
          <button type="button" className="btn small" onClick={onSlip}>
            {t('cases.slip')} <kbd>P</kbd>
          </button>
          <button type="button" className="btn small" onClick={toggle}>
            {t(item.status === 'open' ? 'cases.closeCase' : 'cases.reopenCase')}
            {item.status === 'open' ? <kbd>X</kbd> : null}
          </button>
          <button
            type="button"
            className="btn small plain"
            title={t('trash.deleteHint')}
            onClick={() => void deleteCase(item.id)}
          >
            {t('trash.deleteCase')}
          </button>
        </div>
      </div>
      <div className="case-header-chips">
        <span className="chip wait">{caseTypeWords(t, item)}</span>
        {item.newOrderNo === undefined || countsAsExchange(item) ? null : (
          <span className="chip wait">{t('cases.newOrderChip')}</span>
        )}
        <CaseStatusChip item={item} />
        <span className="chip wait">
          {t('cases.liabilityIs', { value: t(`domain.liability.${item.liability}`) })}
        </span>
        <span className="chip wait">{t('cases.goodsAre', { value: t(`domain.goods.${item.goods}`) })}</span>
        {item.status === 'closed' ? (
          <span className="chip ok">
            {t('domain.status.closed')}
            {item.closing === undefined ? '' : ` · ${t(`domain.outcome.${item.closing.outcome}`)}`}
          </span>
        ) : (
          <span className={item.waitingOn === 'us' ? 'chip soon' : 'chip wait'}>
            {t(`domain.waitingOn.${item.waitingOn}`)}
          </span>
        )}
      </div>
    </header>
  );
}
