import { Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { listBuyers, type BuyerLine } from '../../data/buyer-list';
import { useLive } from '../../data/use-live';
import { PlatformMark } from '../../ui/platform-mark';
import { WarningIcon } from '../../ui/icons';
import { BuyerDetail } from './buyer-detail';

const shownMax = 200;
const keyOf = ({ platform, buyerId }: BuyerLine): string => `${platform}:${buyerId}`;

/** Buyers over all shops: found by ID, with cautions in front and their whole history beside (R110, R163, R164). */
export function BuyersTab() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const lines = useLive(() => listBuyers(text, shownMax), [text]);
  if (lines === undefined) return null;
  const position = Math.max(
    0,
    lines.findIndex((line) => keyOf(line) === chosen),
  );
  const selected = lines[position];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = lines[Math.min(lines.length - 1, Math.max(0, position + step))];
    if (next !== undefined) setChosen(keyOf(next));
    event.preventDefault();
  };
  return (
    <>
      <div className="people-bar">
        <Input
          className="people-search"
          data-hotkey="list-search"
          aria-label={t('people.findBuyer')}
          placeholder={t('people.findBuyer')}
          allowClear
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <span className="ink-3">{text.trim() === '' ? t('people.seenLast') : ''}</span>
      </div>
      {lines.length === 0 ? (
        <div className="empty">
          <h2>{t(text.trim() === '' ? 'people.noBuyers' : 'people.noBuyerFound')}</h2>
        </div>
      ) : (
        <div className="people-two">
          <div
            className="people-rows card"
            role="listbox"
            aria-label={t('people.tab.buyers')}
            aria-activedescendant={selected === undefined ? undefined : `buyer-${position}`}
            tabIndex={0}
            onKeyDown={onKeyDown}
          >
            {lines.map((line, index) => (
              <div
                key={keyOf(line)}
                id={`buyer-${index}`}
                role="option"
                aria-selected={line === selected}
                className={line === selected ? 'people-row buyer on' : 'people-row buyer'}
                onClick={() => {
                  setChosen(keyOf(line));
                }}
                onKeyDown={undefined}
              >
                <PlatformMark platform={line.platform} label={t(`domain.platform.${line.platform}`)} />
                <bdi className="bold ellipsis" title={line.buyerId}>
                  {line.buyerId}
                </bdi>
                {line.profile === null || line.profile.caution === 'none' ? null : (
                  <span className={line.profile.caution === 'abusive' ? 'chip late' : 'chip soon'}>
                    <WarningIcon />
                    {t(`cases.buyer.caution.${line.profile.caution}`)}
                  </span>
                )}
                <span className="grow" />
                <span className="ink-3">{t('people.caseCount', { count: line.cases })}</span>
              </div>
            ))}
            {lines.length >= shownMax ? <p className="ink-3 people-more">{t('people.typeMore')}</p> : null}
          </div>
          {selected === undefined ? null : (
            <BuyerDetail key={keyOf(selected)} platform={selected.platform} buyerId={selected.buyerId} />
          )}
        </div>
      )}
    </>
  );
}
