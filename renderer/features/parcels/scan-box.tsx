import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/is-composing';

/** Where a scanner types: the field has the focus while no parcel is at hand, Enter looks up. */
export function ScanBox({
  idle,
  onFound,
}: {
  /** No parcel is at hand: the next one may be scanned. */
  readonly idle: boolean;
  readonly onFound: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (idle) input.current?.focus();
  }, [idle]);
  const look = (): void => {
    if (text.trim() === '') return;
    onFound(text.trim());
    setText('');
  };
  return (
    <>
      <Input
        ref={input}
        className="parcel-scan"
        data-hotkey="list-search"
        value={text}
        maxLength={200}
        allowClear
        aria-label={t('parcels.scan')}
        placeholder={t('parcels.scan')}
        title={t('parcels.scanHint')}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) look();
        }}
      />
      <button type="button" className="btn primary" onClick={look} disabled={text.trim() === ''}>
        {t('parcels.scanGo')} <kbd>↵</kbd>
      </button>
    </>
  );
}
