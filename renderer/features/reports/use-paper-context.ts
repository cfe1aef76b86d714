import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { daysOf, type Period } from '#shared/reports/period';
import { now } from '../../platform/clock';
import { shopName } from './shop-name';
import type { Shop } from '#shared/domain/shop';
import type { PaperSheet } from '#shared/ipc/contract';
import type { ShopChoice } from '../../data/report-repository';

export type PaperContext = {
  readonly language: PaperSheet['language'];
  /** The days and the shop, in words. */
  readonly about: string;
  readonly days: string;
  readonly shop: string;
  readonly foot: () => string;
  readonly fileName: (what: string) => string;
};

/** What every sheet and file of the reports says of itself. */
export function usePaperContext({
  period,
  shop,
  shops,
}: {
  readonly period: Period;
  readonly shop: ShopChoice;
  readonly shops: readonly Shop[];
}): PaperContext {
  const { t, i18n } = useTranslation();
  const [first, last] = daysOf(period);
  const days = t('reports.between', { first, last });
  const name = shop === 'all' ? t('reports.allShops') : shopName(t, shops, shop === 'none' ? '' : shop);
  return {
    language: i18n.language === 'en' ? 'en' : 'zh-CN',
    about: `${days} · ${name}`,
    days,
    shop: name,
    foot: () => t('reports.paper.foot', { time: isoMinute(now()) }),
    fileName: (what) => `${t('app.screen.reports')}_${what}_${first}_${last}`,
  };
}
