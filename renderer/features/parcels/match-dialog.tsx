import { Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputRef } from 'antd';
import { findCases } from '../../data/evidence-case-search';
import { matchParcel } from '../../data/parcel-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { PlatformMark } from '../../ui/platform-mark';
import type { Case } from '#shared/domain/case';
import type { Parcel } from '#shared/domain/parcel';

/** Which case an unmatched parcel belongs to; arrow keys choose, Enter takes it. */
export function MatchDialog({ parcel, onClose }: { readonly parcel: Parcel; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const input = useRef<InputRef>(null);
  const cases = useLive(() => findCases(text), [text]) ?? [];
  const take = (item: Case | undefined): void => {
    if (item === undefined) return;
    matchParcel(parcel.id, item.id, now()).then(
      () => {
        tell('parcels.matched', { caseNo: item.caseNo });
        onClose();
      },
      (error: unknown) => {
        report(error, () => {
          take(item);
        });
      },
    );
  };
  return (
    <Modal
      open
      footer={null}
      width={540}
      title={t('parcels.matchTitle')}
      onCancel={onClose}
      afterOpenChange={(open) => {
        if (open) input.current?.focus();
      }}
    >
      <Input
        ref={input}
        allowClear
        value={text}
        placeholder={t('parcels.search')}
        aria-label={t('parcels.search')}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            setChosen(Math.max(0, Math.min(cases.length - 1, chosen + step)));
          }
          if (event.key === 'Enter') take(cases[chosen]);
        }}
      />
      <ul className="parcel-match">
        {cases.map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              className={index === chosen ? 'parcel-match-row on' : 'parcel-match-row'}
              aria-current={index === chosen}
              onClick={() => {
                take(item);
              }}
            >
              <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
              <bdi className="bold ellipsis">{item.buyerId}</bdi>
              <span className="ellipsis ink-2">
                {t(`domain.caseType.${item.type}`)} {item.product}
              </span>
              <span className="mono ink-3">{item.caseNo}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
