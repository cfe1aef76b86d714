import type { TFunction } from 'i18next';
import { idleChoices } from '#shared/ipc/schemas';

/** Minutes to choose from, 0 for never. */
export function idleOptions(t: TFunction): { readonly value: number; readonly label: string }[] {
  return idleChoices.map((value) => ({
    value,
    label: value === 0 ? t('lock.never') : t('lock.minutes', { count: value }),
  }));
}
