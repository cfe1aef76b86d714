import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardFor, withoutCount, type ProductCard } from '#shared/domain/product-card';
import { listProductCards, removeProductCard } from '../../data/product-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { report } from '../../state/toast-store';
import { ProductForm, type RenderPictures } from './product-form';
import { ProductView } from './product-view';
import type { CaseId } from '#shared/domain/ids';
import type { ReasonNames } from '#shared/reports/reasons';
import './products.css';

type Props = {
  /** A product as a case names it; null for the list of all cards. */
  readonly name: string | null;
  readonly names: ReasonNames;
  readonly reasonOf: (key: string) => string;
  readonly renderPictures: RenderPictures;
  readonly onOpen: (id: CaseId) => void;
  readonly onClose: () => void;
};

/** What the shop knows of its products (R56): the list, a card to answer from, and its form. */
export function ProductDialog(props: Props) {
  const { t } = useTranslation();
  const cards = useLive(listProductCards, []);
  return (
    <Modal
      open
      centered
      width={760}
      title={t('products.title')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
    >
      {cards === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : (
        <Inside {...props} cards={cards} />
      )}
    </Modal>
  );
}

function Inside({
  name,
  names,
  reasonOf,
  renderPictures,
  onOpen,
  cards,
}: Props & { readonly cards: readonly ProductCard[] }) {
  const { t } = useTranslation();
  const present = useNow();
  const [shown, setShown] = useState(name);
  const [editing, setEditing] = useState(false);
  const card = shown === null ? undefined : cardFor(cards, shown);
  if (editing) {
    return (
      <ProductForm
        key={card?.id ?? 'new'}
        card={card ?? null}
        name={shown ?? ''}
        taken={cards.filter((one) => one.id !== card?.id).map((one) => one.name)}
        renderPictures={renderPictures}
        onDone={(saved) => {
          setEditing(false);
          if (saved !== null) setShown(saved);
        }}
      />
    );
  }
  const edit = (
    <button
      type="button"
      className="btn primary"
      onClick={() => {
        setEditing(true);
      }}
    >
      {t(card === undefined ? 'products.add' : 'common.edit')}
    </button>
  );
  if (shown === null) {
    return (
      <div className="product-form">
        {cards.length === 0 ? <p className="ink-2">{t('products.none')}</p> : null}
        <ul className="product-list">
          {cards.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="product-open"
                onClick={() => {
                  setShown(one.name);
                }}
              >
                <b>{one.name}</b> <span className="ink-3">{one.sku}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className="product-buttons">{edit}</div>
      </div>
    );
  }
  return (
    <div className="product-form">
      <h2 className="product-name">
        {card?.name ?? withoutCount(shown)} <span className="ink-3">{card?.sku}</span>
      </h2>
      {card === undefined ? (
        <p className="ink-2">{t('products.noCard')}</p>
      ) : (
        <ProductView card={card} names={names} present={present} reasonOf={reasonOf} onOpen={onOpen} />
      )}
      <div className="product-buttons">
        <button
          type="button"
          className="btn"
          onClick={() => {
            setShown(null);
          }}
        >
          {t('products.all')}
        </button>
        <span className="grow" />
        {card === undefined ? null : (
          <button
            type="button"
            className="btn danger"
            onClick={() => {
              removeProductCard(card.id).then(() => {
                setShown(null);
              }, report);
            }}
          >
            {t('common.delete')}
          </button>
        )}
        {edit}
      </div>
    </div>
  );
}
