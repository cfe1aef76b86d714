import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/is-composing';

/** Where a scanner types: the field has the focus as soon as the screen is there, Enter looks up. */
export function ScanBox({ onFound }: { readonly onFound: (text: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const input = useRef<InputRef>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
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
