import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeShop } from '../../data/shop-repository';
import { PlatformMark } from '../../ui/platform-mark';
import { ConfirmDialog } from './confirm-dialog';
import { ShopDialog } from './shop-dialog';
import type { ReturnAddress, Shop } from '#shared/domain/shop';

type Open = { readonly kind: 'edit' | 'remove'; readonly shop: Shop } | { readonly kind: 'add' };

/** The seller's shops, each with its signature and return address. */
export function ShopsCard({
  shops,
  addresses,
}: {
  readonly shops: readonly Shop[];
  readonly addresses: readonly ReturnAddress[];
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <section className="card setup-card" aria-label={t('setup.shops')}>
      <div className="setup-card-head">
        <h2>{t('setup.shops')}</h2>
        <button
          type="button"
          className="btn small"
          onClick={() => {
            setOpen({ kind: 'add' });
          }}
        >
          {t('setup.addShop')}
        </button>
      </div>
      {shops.length === 0 ? <p className="ink-3">{t('setup.noShops')}</p> : null}
      <ul className="setup-list">
        {shops.map((shop) => {
          const address = addresses.find((one) => one.id === shop.addressId);
          return (
            <li key={shop.id}>
              <PlatformMark platform={shop.platform} label={t(`domain.platform.${shop.platform}`)} />
              <div className="setup-item">
                <div className="setup-item-name">
                  <span className="bold ellipsis" title={shop.name}>
                    {shop.name}
                  </span>
                  {shop.sample ? <span className="chip wait">{t('setup.sampleMark')}</span> : null}
                </div>
                <div className="ink-3 ellipsis">
                  {[
                    t(`domain.platform.${shop.platform}`),
                    shop.signature === ''
                      ? t('setup.noSignature')
                      : t('setup.signedBy', { name: shop.signature }),
                    address === undefined ? t('setup.noAddress') : address.label,
                  ].join(' · ')}
                </div>
              </div>
              <button
                type="button"
                className="btn small"
                aria-label={t('setup.editNamed', { name: shop.name })}
                onClick={() => {
                  setOpen({ kind: 'edit', shop });
                }}
              >
                {t('common.edit')}
              </button>
              <button
                type="button"
                className="btn small danger"
                aria-label={t('setup.removeNamed', { name: shop.name })}
                onClick={() => {
                  setOpen({ kind: 'remove', shop });
                }}
              >
                {t('setup.remove')}
              </button>
            </li>
          );
        })}
      </ul>
      {open?.kind === 'add' ? <ShopDialog shop={null} addresses={addresses} onClose={close} /> : null}
      {open?.kind === 'edit' ? <ShopDialog shop={open.shop} addresses={addresses} onClose={close} /> : null}
      {open?.kind === 'remove' ? (
        <ConfirmDialog
          title={t('setup.removeShopTitle', { name: open.shop.name })}
          text={t('setup.removeShopText')}
          okLabel={t('setup.remove')}
          onOk={() => removeShop(open.shop.id)}
          onClose={close}
        />
      ) : null}
    </section>
  );
}
