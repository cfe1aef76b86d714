import { Checkbox, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { now } from '../../platform/clock';
import { startExport } from './make-backup';
import { portableWords } from './portable-words';

/** A copy for other programs and other years: folder or zip, masked unless asked. */
export function ExportForm() {
  const { t, i18n } = useTranslation();
  const [purpose, setPurpose] = useState<'folder' | 'zip'>('folder');
  const [plain, setPlain] = useState(false);
  return (
    <div className="backup-dialog">
      <p>{t('backup.exportWhat')}</p>
      <Radio.Group
        aria-label={t('backup.exportAs')}
        value={purpose}
        onChange={(event) => {
          setPurpose(event.target.value as 'folder' | 'zip');
        }}
        options={[
          { value: 'folder', label: t('backup.asFolder') },
          { value: 'zip', label: t('backup.asZip') },
        ]}
      />
      <Checkbox
        checked={plain}
        onChange={(event) => {
          setPlain(event.target.checked);
        }}
      >
        {t('backup.unmasked')}
      </Checkbox>
      <p className="ink-2">{t(plain ? 'backup.unmaskedWarning' : 'backup.maskedHint')}</p>
      <div className="backup-foot">
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            void startExport(purpose, !plain, portableWords(t, i18n.language, !plain, now()));
          }}
        >
          {t('backup.choosePlace')}
        </button>
      </div>
    </div>
  );
}
