import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { scoreKinds, type ScoreKind } from '#shared/domain/report-records';
import { fromShanghai, isoDay } from '#shared/domain/shanghai-time';
import { parseDay } from '#shared/domain/parse-day';
import { formatHundredths } from '#shared/reports/rates';
import { parseScore } from '#shared/reports/scores';
import { scoreMost } from '#shared/knowledge/report-kinds';
import { addShopScore } from '../../data/report-notes-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { shopName } from './shop-name';
import type { Shop } from '#shared/domain/shop';

/** Types in what the back office shows today (R183, R184): Enter keeps it, shop and day stay for the next number. */
export function ScoreForm({ shops }: { readonly shops: readonly Shop[] }) {
  const { t } = useTranslation();
  const [shopId, setShopId] = useState<string>();
  const [kind, setKind] = useState<ScoreKind>('goodRate');
  const [text, setText] = useState('');
  const [day, setDay] = useState(() => isoDay(now()));
  const [tried, setTried] = useState(false);
  const shop = shops.find(({ id }) => id === shopId) ?? shops[0];
  const hundredths = parseScore(text, scoreMost[kind]);
  const on = parseDay(day, now(), 'past');
  const at = on === null || on === '' ? null : fromShanghai(`${on}T12:00`);
  const late = at !== null && isoDay(at) > isoDay(now());
  const save = (): void => {
    setTried(true);
    if (shop === undefined || hundredths === null || at === null || late) return;
    addShopScore({ platform: shop.platform, shopId: shop.id, kind, hundredths, at }, now()).then(() => {
      setText('');
      setTried(false);
      tell('reports.scores.kept');
    }, report);
  };
  if (shop === undefined) return <p className="ink-2">{t('reports.scores.noShop')}</p>;
  return (
    <div
      className="reports-score-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event)) {
          // In a select, Enter picks.
          if (event.target.closest('.ant-select') === null) save();
        }
      }}
    >
      <Field label={t('reports.shop')}>
        {({ id }) => (
          <Select
            id={id}
            value={shop.id as string}
            options={shops.map((one) => ({ value: one.id as string, label: shopName(t, shops, one.id) }))}
            onChange={setShopId}
          />
        )}
      </Field>
      <Field label={t('reports.scores.what')}>
        {({ id }) => (
          <Select
            id={id}
            value={kind}
            options={scoreKinds.map((value) => ({ value, label: t(`reports.scores.kind.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field
        label={t('reports.scores.value')}
        problem={
          tried && hundredths === null
            ? t('reports.scores.wrong', { most: formatHundredths(scoreMost[kind]) })
            : undefined
        }
      >
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            maxLength={7}
            placeholder={kind === 'goodRate' ? '98.50' : '4.80'}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        )}
      </Field>
      <Field label={t('reports.scores.day')} problem={late ? t('reports.scores.future') : undefined}>
        {({ id, describedBy }) => (
          <DayInput
            id={id}
            describedBy={describedBy}
            value={day}
            direction="past"
            now={now()}
            onChange={setDay}
          />
        )}
      </Field>
      <button type="button" className="btn primary" onClick={save}>
        {t('reports.scores.add')}
      </button>
    </div>
  );
}
