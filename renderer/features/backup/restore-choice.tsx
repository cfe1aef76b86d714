import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { CaseStanding } from '../../data/restore-preview';
import { RestoreCaseList } from './restore-case-list';
import { sizeWords } from './size-words';
import type { RestoreChoice, RestoreStep } from './use-restore';

const standings: readonly CaseStanding[] = ['missing', 'newerThere', 'newerHere', 'apart', 'same'];
const namesShown = 50;

/** What is in the archive beside what is here, and the choice between the whole shop and single cases. */
export function RestoreChoiceView({
  step,
  onApply,
  onClose,
}: {
  readonly step: Extract<RestoreStep, { name: 'preview' }>;
  readonly onApply: (choice: RestoreChoice) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { facts, preview } = step;
  const [mode, setMode] = useState<'whole' | 'cases'>('whole');
  const counts = standings
    .map((standing) => [standing, preview.cases.filter((one) => one.standing === standing).length] as const)
    .filter(([, count]) => count > 0);
  const altered = preview.cases.filter((one) => one.altered).length;
  return (
    <>
      <div className="key-values">
        <span>{t('backup.madeAt')}</span>
        <span>{isoMinute(Date.parse(facts.createdAt))}</span>
        {preview.shops.length === 0 ? null : (
          <>
            <span>{t('backup.shops')}</span>
            <span className="backup-name">{preview.shops.join(t('common.comma'))}</span>
          </>
        )}
        <span>{t('backup.inside')}</span>
        <span>
          {t('backup.shopInside', { cases: preview.cases.length, files: facts.files })}
          {facts.files === 0 ? null : t('common.inBrackets', { text: sizeWords(facts.fileBytes) })}
        </span>
        <span>{t('backup.compared')}</span>
        <span>
          {counts.length === 0
            ? t('common.none')
            : counts
                .map(([standing, count]) => t(`backup.count.${standing}`, { count }))
                .join(t('common.comma'))}
        </span>
      </div>
      {facts.missing.length === 0 ? null : (
        <p className="backup-problem">{t('backup.filesLacking', { count: facts.missing.length })}</p>
      )}
      {altered === 0 ? null : <p className="backup-problem">{t('backup.altered', { count: altered })}</p>}
      <Segmented
        block
        aria-label={t('backup.howMuch')}
        value={mode}
        onChange={setMode}
        options={[
          { value: 'whole' as const, label: t('backup.wholeShop') },
          { value: 'cases' as const, label: t('backup.someCases') },
        ]}
      />
      {mode === 'whole' ? (
        <Whole step={step} onApply={onApply} onClose={onClose} />
      ) : (
        <RestoreCaseList
          cases={preview.cases}
          onApply={(ids, replace) => {
            onApply({ kind: 'cases', ids, replace });
          }}
          onClose={onClose}
        />
      )}
    </>
  );
}

function Whole({
  step: { preview },
  onApply,
  onClose,
}: {
  readonly step: Extract<RestoreStep, { name: 'preview' }>;
  readonly onApply: (choice: RestoreChoice) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const setBack = preview.cases.filter(({ standing }) => standing === 'newerHere' || standing === 'apart');
  const here = preview.cases.some(({ standing }) => standing !== 'missing') || preview.onlyHere.length > 0;
  return (
    <>
      <p>{t(here ? 'backup.wholeWhat' : 'backup.wholeEmpty')}</p>
      {preview.onlyHere.length === 0 ? null : (
        <>
          <p className="backup-problem">{t('backup.willGo', { count: preview.onlyHere.length })}</p>
          <ul className="backup-names">
            {preview.onlyHere.slice(0, namesShown).map(({ id, caseNo, buyerId }) => (
              <li key={id}>
                <span className="mono">{caseNo}</span> <bdi>{buyerId}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {setBack.length === 0 ? null : (
        <>
          <p className="backup-problem">{t('backup.willGoBack', { count: setBack.length })}</p>
          <ul className="backup-names">
            {setBack.slice(0, namesShown).map(({ id, caseNo, buyerId }) => (
              <li key={id}>
                <span className="mono">{caseNo}</span> <bdi>{buyerId}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="backup-foot">
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className={here ? 'btn danger' : 'btn primary'}
          onClick={() => {
            onApply({ kind: 'whole' });
          }}
        >
          {t(here ? 'backup.replaceShop' : 'backup.bringShop')}
        </button>
      </div>
    </>
  );
}
