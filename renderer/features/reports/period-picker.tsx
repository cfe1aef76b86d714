import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isoDay } from '#shared/domain/shanghai-time';
import { choosePeriod, daysOf, periodChoices } from '#shared/reports/period';
import { listShops } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useReportView } from '../../state/report-store';
import { DayInput } from '../../ui/day-input';

/** Which days and which shop the figures are about. */
export function PeriodPicker() {
  const { t } = useTranslation();
  const { choice, from, to, change } = useReportView();
  return (
    <>
      <Segmented
        aria-label={t('reports.period')}
        value={choice}
        options={periodChoices.map((value) => ({ value, label: t(`reports.periods.${value}`) }))}
        onChange={(next) => {
          // The own days begin with what is on the screen.
          const shown = choice === 'own' ? null : choosePeriod(choice, now());
          const [first, last] = shown === null ? [from, to] : daysOf(shown);
          const today = isoDay(now());
          change(
            next === 'own' && from === ''
              ? { choice: next, from: first, to: last > today ? today : last }
              : { choice: next },
          );
        }}
      />
      {choice === 'own' ? (
        <span className="reports-days" role="group" aria-label={t('reports.periods.own')}>
          <label className="visually-hidden" htmlFor="reports-from">
            {t('reports.from')}
          </label>
          <DayInput
            id="reports-from"
            value={from}
            direction="past"
            now={now()}
            onChange={(text) => {
              change({ from: text });
            }}
          />
          <span aria-hidden="true">–</span>
          <label className="visually-hidden" htmlFor="reports-to">
            {t('reports.to')}
          </label>
          <DayInput
            id="reports-to"
            value={to}
            direction="past"
            now={now()}
            onChange={(text) => {
              change({ to: text });
            }}
          />
        </span>
      ) : null}
    </>
  );
}

/** All shops, one, or the cases that have none. */
export function ShopPicker() {
  const { t } = useTranslation();
  const shops = useLive(listShops, []) ?? [];
  const { shop, change } = useReportView();
  return (
    <Select
      className="reports-shop"
      aria-label={t('reports.shop')}
      value={shops.some(({ id }) => id === shop) || shop === 'none' ? shop : 'all'}
      popupMatchSelectWidth={false}
      options={[
        { value: 'all', label: t('reports.allShops') },
        ...shops.map(({ id, name, platform }) => ({
          value: id as string,
          label: `${name} · ${t(`domain.platform.${platform}`)}`,
        })),
        { value: 'none', label: t('reports.noShop') },
      ]}
      onChange={(value: string) => {
        change({ shop: value });
      }}
    />
  );
}
