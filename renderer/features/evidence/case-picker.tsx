import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCases } from '../../data/evidence-case-search';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { PlatformMark } from '../../ui/platform-mark';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** Picks a case by buyer ID, order or case number; arrow keys choose, Enter takes it. */
export function CasePicker({
  title,
  without,
  onPick,
  onClose,
}: {
  readonly title: string;
  /** The case things already belong to. */
  readonly without: CaseId | null;
  readonly onPick: (item: Case) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useLive(() => findCases(text), [text]);
  const cases = found?.filter(({ id }) => id !== without) ?? [];
  const take = (item: Case | undefined): void => {
    if (item === undefined) return;
    onPick(item).then(onClose, (error: unknown) => {
      report(error);
    });
  };
  return (
    <Modal open title={title} footer={null} width={520} zIndex={1100} onCancel={onClose}>
      <Input
        autoFocus
        allowClear
        value={text}
        placeholder={t('archive.pickCase')}
        aria-label={t('archive.pickCase')}
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
      <ul className="case-picker">
        {cases.map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              className={index === chosen ? 'case-picker-row on' : 'case-picker-row'}
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
      {found !== undefined && cases.length === 0 ? <p className="ink-3">{t('archive.noCase')}</p> : null}
    </Modal>
  );
}
