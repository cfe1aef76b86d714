import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paidOf, quantityOf, skuOf, titleOf, type Order, type ProductPicture } from '#shared/domain/order';
import { productPictureOf, readProductPicture, removeProductPicture } from '../../data/order-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { usePictureUrl } from '../../ui/use-picture-url';
import { moneyWords } from './order-words';
import { takeProductPicture, type PictureProblem } from './take-picture';
import './orders.css';

/** An order as after-sales needs it (R127): number, picture, product, quantity, paid, freight. These six and no more. */
export function OrderCard({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const sku = skuOf(order);
  const quantity = quantityOf(order);
  const none = t('common.none');
  return (
    <div className="order-card" role="group" aria-label={t('orders.card')}>
      <ProductThumb order={order} />
      <dl className="order-card-facts">
        <dt>{t('orders.field.orderNo')}</dt>
        <dd className="mono">{order.orderNo}</dd>
        <dt>{t('orders.field.title')}</dt>
        <dd className="order-card-title" title={titleOf(order)}>
          {titleOf(order) || none}
          {sku === '' ? null : <span className="ink-3"> {sku}</span>}
        </dd>
        <dt>{t('orders.field.quantity')}</dt>
        <dd>{quantity === null ? none : quantity}</dd>
        <dt>{t('orders.field.paid')}</dt>
        <dd className="bold">{moneyWords(paidOf(order), none)}</dd>
        <dt>{t('orders.field.freight')}</dt>
        <dd>{moneyWords(order.freightFen, none)}</dd>
      </dl>
    </div>
  );
}

/** The product's picture: platforms export none, so the seller gives one, once per product. */
function ProductThumb({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const picture = useLive(() => productPictureOf(order), [order.key]);
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    takeProductPicture(order, file, now()).then(setProblem, report);
  };
  return (
    <div className="order-thumb-box">
      <button
        type="button"
        className="order-thumb"
        data-takes-files
        aria-label={t(picture === undefined ? 'orders.picture.add' : 'orders.picture.change')}
        title={t('orders.picture.hint')}
        onClick={() => picker.current?.click()}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          take([...event.dataTransfer.files]);
        }}
      >
        {picture === undefined ? (
          <span className="order-thumb-none" aria-hidden="true">
            {t('orders.picture.none')}
          </span>
        ) : (
          <Thumb key={picture.sha256} picture={picture} />
        )}
      </button>
      <input
        ref={picker}
        hidden
        type="file"
        accept="image/*"
        aria-label={t('orders.picture.add')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          take(files);
        }}
      />
      {picture === undefined ? null : (
        <button
          type="button"
          className="btn small plain"
          onClick={() => {
            removeProductPicture(order).catch(report);
          }}
        >
          {t('orders.picture.remove')}
        </button>
      )}
      {problem === null ? null : (
        <span className="problem" role="alert">
          {t(`orders.picture.problem.${problem}`)}
        </span>
      )}
    </div>
  );
}

function Thumb({ picture }: { readonly picture: ProductPicture }) {
  const { t } = useTranslation();
  const load = useCallback(() => readProductPicture(picture), [picture]);
  const url = usePictureUrl(load);
  return url === null ? null : <img className="order-thumb-view" src={url} alt={t('orders.picture.alt')} />;
}
