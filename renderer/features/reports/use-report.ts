import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { choosePeriod, daysPeriod, type Period } from '#shared/reports/period';
import { isoDay } from '#shared/domain/shanghai-time';
import { parseDay } from '#shared/domain/parse-day';
import { readReport, type ReportSource, type ShopChoice } from '../../data/report-repository';
import { listShops } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { useReportView } from '../../state/report-store';
import { reasonNames } from './reason-words';
import type { Shop } from '#shared/domain/shop';

/** The day of now, `YYYY-MM-DD`; changes once a day. */
export function useToday(): string {
  return isoDay(useNow());
}

/** The period that is chosen; null while the own days are none. */
export function usePeriod(): Period | null {
  const today = useToday();
  const choice = useReportView((state) => state.choice);
  const from = useReportView((state) => state.from);
  const to = useReportView((state) => state.to);
  return useMemo(() => {
    const present = now();
    if (choice !== 'own') return choosePeriod(choice, present);
    const [first, last] = [from, to].map((text) => parseDay(text, present, 'past'));
    return first == null || last == null || first === '' || last === '' ? null : daysPeriod(first, last);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the day stands for the clock
  }, [choice, from, to, today]);
}

/** A report with what it is about: while another is being read, the old one stays and says of when it is. */
export type Report = ReportSource & {
  readonly period: Period;
  readonly shop: ShopChoice;
  readonly shops: readonly Shop[];
};

/** Reads a period, and again when something of it changes; undefined until the first answer. */
export function useReport(period: Period, shop: ShopChoice): Report | undefined {
  const { i18n } = useTranslation();
  const { from, to } = period;
  return useLive(async () => {
    const of = { from, to };
    const [source, shops] = await Promise.all([readReport(of, shop, reasonNames(i18n), now()), listShops()]);
    return { ...source, period: of, shop, shops };
  }, [from, to, shop, i18n]);
}

export function useShopChoice(): ShopChoice {
  return useReportView((state) => state.shop) as ShopChoice;
}
