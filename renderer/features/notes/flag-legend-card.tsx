import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meaningMax, shippedLegend, withMeaning, type FlagMeaning } from '#shared/domain/flag-legend';
import { wordsIn } from '#shared/domain/playbook';
import { flagUses } from '#shared/knowledge/flag-uses';
import { memoFormats } from '#shared/knowledge/memo-formats';
import { listShops, saveShopHabits } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { Flag } from '../../ui/flag';
import { isComposing } from '../../ui/is-composing';
import type { FlagColor } from '#shared/domain/order-note';
import type { Shop } from '#shared/domain/shop';
import './notes.css';

/** What the flag colours mean in each shop, and which memos take them (R29: 蓝色 = 售后). */
export function FlagLegendCard() {
  const { t } = useTranslation();
  const shops = useLive(listShops, []);
  const [chosen, setChosen] = useState<string | null>(null);
  const shop = shops?.find(({ id }) => id === chosen) ?? shops?.[0];
  if (shops === undefined || shop === undefined) return null;
  return (
    <section className="card setup-card" aria-label={t('notes.legend')}>
      <div className="setup-card-head">
        <h2>{t('notes.legend')}</h2>
        {shops.length === 1 ? null : (
          <Select
            size="small"
            aria-label={t('notes.legendShop')}
            value={shop.id as string}
            popupMatchSelectWidth={false}
            options={shops.map((one) => ({
              value: one.id as string,
              label: `${t(`domain.platform.${one.platform}`)} · ${one.name}`,
            }))}
            onChange={setChosen}
          />
        )}
      </div>
      <div className="notes-legend">
        <p className="ink-3">{t('notes.legendWhy')}</p>
        <Legend key={shop.id} shop={shop} />
      </div>
    </section>
  );
}

function Legend({ shop }: { readonly shop: Shop }) {
  const { t, i18n } = useTranslation();
  const legend = shop.flagLegend ?? shippedLegend(shop.platform, (words) => wordsIn(words, i18n.language));
  const save = (color: FlagColor, meaning: FlagMeaning): void => {
    saveShopHabits(shop.id, { flagLegend: withMeaning(legend, color, meaning) }).catch(report);
  };
  return (
    <ul className="notes-legend-rows">
      {memoFormats[shop.platform].flags.map((color) => {
        const meaning = legend[color] ?? { text: '', uses: [] };
        return (
          <li key={color}>
            <Flag color={color} label={t(`domain.flag.${color}`)} />
            <span>{t(`domain.flag.${color}`)}</span>
            <MeaningField
              key={meaning.text}
              text={meaning.text}
              label={t('notes.meaningOf', { flag: t(`domain.flag.${color}`) })}
              onSave={(text) => {
                save(color, { ...meaning, text });
              }}
            />
            <Select
              mode="multiple"
              size="small"
              aria-label={t('notes.usesOf', { flag: t(`domain.flag.${color}`) })}
              placeholder={t('notes.usesNone')}
              value={[...meaning.uses]}
              maxTagCount={2}
              options={flagUses.map(({ id, title }) => ({ value: id, label: wordsIn(title, i18n.language) }))}
              onChange={(uses) => {
                save(color, { ...meaning, uses });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

function MeaningField({
  text,
  label,
  onSave,
}: {
  readonly text: string;
  readonly label: string;
  readonly onSave: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const save = (): void => {
    if (typed.trim() !== text) onSave(typed);
  };
  return (
    <Input
      size="small"
      aria-label={label}
      placeholder={t('notes.meaningNone')}
      maxLength={meaningMax}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) save();
      }}
    />
  );
}
