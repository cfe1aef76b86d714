import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { writeSettings, type Settings } from '../../data/setting-repository';
import { report } from '../../state/toast-store';
import { setTextLanguage } from '../../text/i18n';

/** Each language is written in itself, so that it can be found from the other one. */
const languages: { readonly value: Settings['language']; readonly label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** Switches the screen at once and remembers it. */
async function chooseLanguage(language: Settings['language']): Promise<void> {
  await setTextLanguage(language);
  await writeSettings({ language });
}

/** 中文 or English. The main process is told by whoever watches the setting. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Segmented<Settings['language']>
      aria-label={t('setup.language')}
      value={i18n.language === 'en' ? 'en' : 'zh-CN'}
      options={languages}
      onChange={(language) => {
        chooseLanguage(language).catch(report);
      }}
    />
  );
}
