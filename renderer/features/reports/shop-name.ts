import type { Shop } from '#shared/domain/shop';
import type { TFunction } from 'i18next';

/** A shop as the reports call it; empty means cases without one, an unknown id a shop that is gone. */
export function shopName(t: TFunction, shops: readonly Shop[], id: string): string {
  if (id === '') return t('reports.noShop');
  const shop = shops.find((one) => one.id === id);
  return shop === undefined
    ? t('reports.goneShop')
    : `${shop.name} · ${t(`domain.platform.${shop.platform}`)}`;
}
