import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeAddress } from '../../data/shop-repository';
import { AddressDialog } from './address-dialog';
import { ConfirmDialog } from './confirm-dialog';
import type { ReturnAddress, Shop } from '#shared/domain/shop';

type Open = { readonly kind: 'edit' | 'remove'; readonly address: ReturnAddress } | { readonly kind: 'add' };

/** Where buyers send goods back to (R25). */
export function AddressesCard({
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
  const usersOf = (address: ReturnAddress): number =>
    shops.filter((shop) => shop.addressId === address.id).length;
  return (
    <section className="card setup-card" aria-label={t('setup.addresses')}>
      <div className="setup-card-head">
        <h2>{t('setup.addresses')}</h2>
        <button
          type="button"
          className="btn small"
          onClick={() => {
            setOpen({ kind: 'add' });
          }}
        >
          {t('setup.addAddress')}
        </button>
      </div>
      {addresses.length === 0 ? <p className="ink-3">{t('setup.noAddresses')}</p> : null}
      <ul className="setup-list">
        {addresses.map((address) => (
          <li key={address.id}>
            <div className="setup-item">
              <div className="setup-item-name">
                <span className="bold ellipsis" title={address.label}>
                  {address.label}
                </span>
                {address.sample ? <span className="chip wait">{t('setup.sampleMark')}</span> : null}
                <span className="ink-3">{t('setup.usedBy', { count: usersOf(address) })}</span>
              </div>
              <div className="setup-address">
                {address.recipient} {address.phone} {address.address}
              </div>
              <div className="ink-3 ellipsis" title={address.carriers}>
                {t('setup.accepts', { carriers: address.carriers })}
              </div>
            </div>
            <button
              type="button"
              className="btn small"
              aria-label={t('setup.editNamed', { name: address.label })}
              onClick={() => {
                setOpen({ kind: 'edit', address });
              }}
            >
              {t('common.edit')}
            </button>
            <button
              type="button"
              className="btn small danger"
              aria-label={t('setup.removeNamed', { name: address.label })}
              onClick={() => {
                setOpen({ kind: 'remove', address });
              }}
            >
              {t('setup.remove')}
            </button>
          </li>
        ))}
      </ul>
      {open?.kind === 'add' ? <AddressDialog address={null} onClose={close} /> : null}
      {open?.kind === 'edit' ? <AddressDialog address={open.address} onClose={close} /> : null}
      {open?.kind === 'remove' ? (
        <ConfirmDialog
          title={t('setup.removeAddressTitle', { name: open.address.label })}
          text={t('setup.removeAddressText', { count: usersOf(open.address) })}
          okLabel={t('setup.remove')}
          onOk={() => removeAddress(open.address.id)}
          onClose={close}
        />
      ) : null}
    </section>
  );
}
