import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

type Area = Readonly<Record<string, unknown>>;
const files = import.meta.glob<Area>('./*/*.json', { eager: true, import: 'default' });

/** All texts of a language: one file per area, the file's name is the first part of the key. */
function textsOf(language: Language): Record<string, Area> {
  const texts: Record<string, Area> = {};
  for (const [path, area] of Object.entries(files)) {
    const [, folder, name] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (folder === language && name !== undefined) texts[name] = area;
  }
  return texts;
}

/** Starts the texts. Chinese is the fallback, so a missing English text shows Chinese, never a key. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: Object.fromEntries(languages.map((one) => [one, { translation: textsOf(one) }])),
    // React escapes what it renders; escaping here too would show &lt; to the seller.
    interpolation: { escapeValue: false },
    // Keys name areas by their first part; nothing is looked for behind a colon, at every text drawn.
    nsSeparator: false,
    returnNull: false,
  });
}

/** Switches the language of the running window. */
export async function setTextLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
