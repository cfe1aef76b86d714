import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The recovery code, shown this once: to be printed or written down before going on. */
export function RecoveryPaper({
  code,
  doneLabel,
  onDone,
}: {
  readonly code: string;
  readonly doneLabel: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <div className="lock-dialog lock-paper">
      <p>{t('lock.codeText')}</p>
      <p className="lock-code">{code}</p>
      <p className="ink-2">{t('lock.codeOnce')}</p>
      <div className="lock-actions">
        <Checkbox
          checked={kept}
          onChange={(event) => {
            setKept(event.target.checked);
          }}
        >
          {t('lock.codeKept')}
        </Checkbox>
        <span className="grow" />
        <button
          type="button"
          className="btn"
          onClick={() => {
            globalThis.print();
          }}
        >
          {t('lock.codePrint')}
        </button>
        <button type="button" className="btn primary" disabled={!kept} onClick={onDone}>
          {doneLabel}
        </button>
      </div>
    </div>
  );
}
