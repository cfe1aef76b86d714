import { setTextLanguage } from '../text/i18n';

/**
 * How a screen looks and speaks that comes before there are settings to read: in the language main remembers, light or
 * dark as the system has it.
 */
export async function dressWithoutSettings(language: 'zh-CN' | 'en'): Promise<void> {
  await setTextLanguage(language);
  document.documentElement.lang = language;
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset['theme'] = theme;
}
