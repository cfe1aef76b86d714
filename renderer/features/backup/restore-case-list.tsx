import { Checkbox, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import type { CasePreview } from '../../data/restore-preview';

const shownAtOnce = 200;

function matches({ caseNo, buyerId, product }: CasePreview, wanted: string): boolean {
  return [caseNo, buyerId, product].some((text) => text.toLowerCase().includes(wanted));
}

/** Single cases of the archive to bring back; one that went on here asks which of the two counts. */
export function RestoreCaseList({
  cases,
  onApply,
  onClose,
}: {
  readonly cases: readonly CasePreview[];
  readonly onApply: (ids: readonly string[], replace: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [replace, setReplace] = useState<ReadonlySet<string>>(new Set());
  const wanted = text.trim().toLowerCase();
  const found = cases.filter((one) => matches(one, wanted));
  const missing = found.filter(({ standing }) => standing === 'missing');
  const asks = ({ standing }: CasePreview): boolean => standing === 'newerHere' || standing === 'apart';
  // What stays as it is here needs no restoring.
  const ids = cases
    .filter((one) => chosen.has(one.id) && (!asks(one) || replace.has(one.id)))
    .map(({ id }) => id);
  return (
    <>
      <div className="backup-picks">
        <Input
          allowClear
          aria-label={t('backup.findCase')}
          placeholder={t('backup.findCase')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <button
          type="button"
          className="btn small"
          disabled={missing.length === 0}
          onClick={() => {
            setChosen(new Set([...chosen, ...missing.map(({ id }) => id)]));
          }}
        >
          {t('backup.pickMissing', { count: missing.length })}
        </button>
      </div>
      <ul className="backup-list" aria-label={t('backup.someCases')}>
        {found.slice(0, shownAtOnce).map((one) => (
          <li key={one.id}>
            <Checkbox
              aria-label={`${one.caseNo} ${one.buyerId}`}
              disabled={one.standing === 'same'}
              checked={chosen.has(one.id)}
              onChange={(event) => {
                setChosen(toggled(chosen, one.id, event.target.checked));
              }}
            />
            <span className="mono">{one.caseNo}</span>
            <span className="ellipsis" title={`${one.buyerId} ${one.product}`}>
              <bdi className="bold">{one.buyerId}</bdi> <span className="ink-3">{one.product}</span>
            </span>
            <span className="ink-2">
              {isoDay(one.createdAt)} · {t('backup.files', { count: one.files })}
            </span>
            <span className={asks(one) ? 'chip soon' : 'chip'}>{t(`backup.standing.${one.standing}`)}</span>
            {chosen.has(one.id) && asks(one) ? (
              <span className="backup-which">
                <Segmented
                  size="small"
                  aria-label={t('backup.whichCounts', { caseNo: one.caseNo })}
                  value={replace.has(one.id) ? 'there' : 'here'}
                  onChange={(which) => {
                    setReplace(toggled(replace, one.id, which === 'there'));
                  }}
                  options={[
                    { value: 'here', label: t('backup.keepHere') },
                    { value: 'there', label: t('backup.takeThere') },
                  ]}
                />
              </span>
            ) : null}
          </li>
        ))}
        {found.length > shownAtOnce ? (
          <li>{t('backup.moreCases', { count: found.length - shownAtOnce })}</li>
        ) : null}
        {found.length === 0 ? <li>{t('backup.noCases')}</li> : null}
      </ul>
      <div className="backup-foot">
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={ids.length === 0}
          onClick={() => {
            onApply(ids, replace);
          }}
        >
          {t('backup.bringCases', { count: ids.length })}
        </button>
      </div>
    </>
  );
}

function toggled(set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}
