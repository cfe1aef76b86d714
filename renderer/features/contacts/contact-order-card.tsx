import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { contactChannels, type ContactChannel } from '#shared/domain/contact';
import { shippedLadder } from '#shared/knowledge/contact-ladder';
import { listShops, saveShopHabits } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import type { Shop } from '#shared/domain/shop';
import './contacts.css';

/** In which order each shop tries to reach its buyers (R86). */
export function ContactOrderCard() {
  const { t } = useTranslation();
  const shops = useLive(listShops, []);
  if (shops === undefined || shops.length === 0) return null;
  return (
    <section className="card setup-card" aria-label={t('contacts.order')}>
      <div className="setup-card-head">
        <h2>{t('contacts.order')}</h2>
      </div>
      <div className="contact-orders">
        <p className="ink-3">{t('contacts.orderWhy')}</p>
        {shops.map((shop) => (
          <ShopOrder key={shop.id} shop={shop} />
        ))}
      </div>
    </section>
  );
}

function ShopOrder({ shop }: { readonly shop: Shop }) {
  const { t } = useTranslation();
  const order = shop.contactOrder ?? shippedLadder;
  const save = (contactOrder: readonly ContactChannel[]): void => {
    saveShopHabits(shop.id, { contactOrder }).catch(report);
  };
  const free = contactChannels.filter((one) => !order.includes(one));
  const nameOf = (channel: ContactChannel): string => t(`playbook.channel.${channel}`);
  const move = (from: number, by: -1 | 1): void => {
    const one = order[from];
    if (one === undefined || from + by < 0 || from + by >= order.length) return;
    save(order.toSpliced(from, 1).toSpliced(from + by, 0, one));
  };
  return (
    <div className="contact-order" role="group" aria-label={t('contacts.orderOf', { shop: shop.name })}>
      <span className="bold">{shop.name}</span>
      {order.map((channel, place) => (
        <span key={channel} className="contact-order-one">
          {nameOf(channel)}
          <button
            type="button"
            className="btn small plain"
            disabled={place === 0}
            aria-label={t('contacts.earlierThan', { channel: nameOf(channel) })}
            onClick={() => {
              move(place, -1);
            }}
          >
            ←
          </button>
          <button
            type="button"
            className="btn small plain"
            disabled={place === order.length - 1}
            aria-label={t('contacts.laterThan', { channel: nameOf(channel) })}
            onClick={() => {
              move(place, 1);
            }}
          >
            →
          </button>
          <button
            type="button"
            className="btn small plain"
            disabled={order.length === 1}
            aria-label={t('contacts.without', { channel: nameOf(channel) })}
            onClick={() => {
              save(order.toSpliced(place, 1));
            }}
          >
            ×
          </button>
        </span>
      ))}
      {free.length === 0 ? null : (
        <Select
          size="small"
          aria-label={t('contacts.addChannel')}
          value={null}
          placeholder={t('contacts.addChannel')}
          popupMatchSelectWidth={false}
          options={free.map((one) => ({ value: one, label: nameOf(one) }))}
          onChange={(channel: ContactChannel | null) => {
            if (channel !== null) save([...order, channel]);
          }}
        />
      )}
    </div>
  );
}
