import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { findCases } from '../../data/evidence-case-search';
import { getCases } from '../../data/case-repository';
import { readAgreed, type ScanResult } from '../../data/parcel-desk';
import { useLive } from '../../data/use-live';
import { promiseWords } from '../../text/commitment-words';
import { PlatformMark } from '../../ui/platform-mark';
import { caseTypeWords } from '../../text/case-type-words';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

const offered = 6;

/** The cases a parcel may belong to, each with what was agreed; one parcel may hold goods of several. */
export function OwnerList({
  found,
  chosen,
  onChange,
}: {
  readonly found: ScanResult;
  readonly chosen: readonly CaseId[];
  readonly onChange: (ids: readonly CaseId[]) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const key = chosen.join();
  const picked = useLive(() => getCases(key === '' ? [] : (key.split(',') as CaseId[])), [key]);
  const others = useLive(() => (text.trim() === '' ? [] : findCases(text)), [text]);
  const shown = new Map(
    [...found.cases, ...(picked ?? []), ...(others ?? []).slice(0, offered)].map((one) => [one.id, one]),
  );
  const toggle = (id: CaseId): void => {
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  const head = chosen.length > 0 ? 'found' : found.cases.length > 0 ? 'maybe' : 'unknown';
  return (
    <div className="parcel-owners" role="group" aria-label={t('parcels.whose')}>
      <p className={head === 'unknown' ? 'parcel-unknown' : 'ink-2'} role="status">
        {t(`parcels.${head}`)}
      </p>
      <ul>
        {[...shown.values()].map((item) => (
          <Owner
            key={item.id}
            item={item}
            on={chosen.includes(item.id)}
            onToggle={() => {
              toggle(item.id);
            }}
          />
        ))}
      </ul>
      <Input
        className="parcel-owner-search"
        value={text}
        allowClear
        aria-label={t('parcels.search')}
        placeholder={t('parcels.search')}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </div>
  );
}

function Owner({
  item,
  on,
  onToggle,
}: {
  readonly item: Case;
  readonly on: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation();
  const agreed = useLive(() => readAgreed(item.id), [item.id]);
  const { product, amountFen } = item;
  const facts = [caseTypeWords(t, item), product, amountFen === null ? '' : `¥${formatYuan(amountFen)}`];
  return (
    <li className={on ? 'parcel-owner on' : 'parcel-owner'}>
      <Checkbox checked={on} onChange={onToggle} aria-label={`${item.caseNo} ${item.buyerId}`} />
      <div className="parcel-owner-what">
        <div className="parcel-owner-head">
          <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
          <bdi className="bold ellipsis">{item.buyerId}</bdi>
          <span className="mono ink-3">{item.caseNo}</span>
          {item.status === 'closed' ? <span className="chip">{t('domain.status.closed')}</span> : null}
        </div>
        <div className="ellipsis ink-2">{facts.filter((part) => part !== '').join(' · ')}</div>
        {agreed === undefined || !on ? null : (
          <div className="parcel-agreed">
            {agreed.memo === '' ? null : (
              <p>
                <b>{t('parcels.agreedMemo')}</b> {agreed.memo}
              </p>
            )}
            {agreed.promises.map((one) => (
              <p key={one.id}>
                <b>{t('parcels.agreedPromise')}</b> {promiseWords(t, one)}
              </p>
            ))}
            {agreed.memo === '' && agreed.promises.length === 0 ? (
              <p className="ink-3">{t('parcels.agreedNone')}</p>
            ) : null}
            {agreed.inspected > 0 ? (
              <p className="ink-3">{t('parcels.inspectedBefore', { count: agreed.inspected })}</p>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
}
