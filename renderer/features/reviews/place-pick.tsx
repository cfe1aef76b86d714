import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { platforms, type Platform } from '#shared/domain/platform';
import { Field } from '../../ui/field';
import type { ShopId } from '#shared/domain/ids';
import type { Shop } from '#shared/domain/shop';

/** The platform and shop behind a choice: a shop's id, or a platform where there are no shops. */
export function placeOf(
  value: string,
  shops: readonly Shop[],
): { readonly platform: Platform; readonly shopId: ShopId | null } {
  const shop = shops.find(({ id }) => id === value);
  if (shop !== undefined) return { platform: shop.platform, shopId: shop.id };
  const platform = platforms.find((one) => one === value);
  const [first] = shops;
  if (platform !== undefined) return { platform, shopId: null };
  return first === undefined
    ? { platform: 'taobao', shopId: null }
    : { platform: first.platform, shopId: first.id };
}

/** Which shop it is about; which platform while there is no shop. */
export function PlacePick({
  value,
  shops,
  onChange,
}: {
  readonly value: string;
  readonly shops: readonly Shop[];
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { platform, shopId } = placeOf(value, shops);
  const ofShops = shops.map(({ id, name, platform: on }) => ({
    value: id as string,
    label: `${t(`domain.platform.${on}`)} · ${name}`,
  }));
  const rest = platforms.filter((one) => shops.length === 0 || (one === platform && shopId === null));
  return (
    <Field label={t(shops.length === 0 ? 'reviews.field.platform' : 'reviews.field.shop')}>
      {({ id }) => (
        <Select
          id={id}
          value={shopId ?? platform}
          options={[
            ...ofShops,
            ...rest.map((one) => ({ value: one as string, label: t(`domain.platform.${one}`) })),
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
