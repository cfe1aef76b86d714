import { useSyncExternalStore } from 'react';
import { defaultSettings, readSettings, type Settings } from '../data/setting-repository';
import { useLive } from '../data/use-live';
import type { ThemeMode } from '../ui/theme';

/** The seller's settings; undefined until read. */
export function useSettings(): Settings | undefined {
  return useLive(readSettings, []);
}

/** Whether the system answers yes to a media query, now and after each change. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => {
        media.removeEventListener('change', changed);
      };
    },
    () => matchMedia(query).matches,
  );
}

/** Light or dark, as chosen or as the system has it. */
export function useThemeMode(theme: Settings['theme'] = defaultSettings.theme): ThemeMode {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  if (theme !== 'auto') return theme;
  return systemDark ? 'dark' : 'light';
}
