import { useSyncExternalStore } from 'react';
import { defaultSettings, readSettings, type Settings } from '../data/setting-repository';
import { useLive } from '../data/use-live';
import type { ThemeMode } from '../ui/theme';

/** The seller's settings; undefined until read. */
export function useSettings(): Settings | undefined {
  return useLive(readSettings, []);
}

const darkQuery = '(prefers-color-scheme: dark)';

/** Light or dark, as chosen or as the system has it. */
export function useThemeMode(theme: Settings['theme'] = defaultSettings.theme): ThemeMode {
  const systemDark = useSyncExternalStore(
    (changed) => {
      const query = matchMedia(darkQuery);
      query.addEventListener('change', changed);
      return () => {
        query.removeEventListener('change', changed);
      };
    },
    () => matchMedia(darkQuery).matches,
  );
  if (theme !== 'auto') return theme;
  return systemDark ? 'dark' : 'light';
}
