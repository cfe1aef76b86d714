import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { countFaults } from '../../data/product-repository';
import { readScriptPicture } from '../../data/script-repository';
import { useLive } from '../../data/use-live';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { PictureChip } from '../../ui/picture-chips';
import type { CaseId } from '#shared/domain/ids';
import type { ProductCard } from '#shared/domain/product-card';
import type { ReasonNames } from '#shared/reports/reasons';

const texts = ['sellingPoints', 'sizeNotes', 'faults'] as const;

/** A product card to answer from (R56): every text copies in one click, faults are counted from the cases. */
export function ProductView({
  card,
  names,
  present,
  reasonOf,
  onOpen,
}: {
  readonly card: ProductCard;
  readonly names: ReasonNames;
  readonly present: number;
  readonly reasonOf: (key: string) => string;
  readonly onOpen: (id: CaseId) => void;
}) {
  const { t } = useTranslation();
  const counted = useLive(() => countFaults(card, names, present), [card.name, names]);
  const copy = (text: string) => (
    <CopyButton
      label={t('common.copy')}
      doneLabel={t('common.copied')}
      copy={() => navigator.clipboard.writeText(text)}
      onError={report}
    />
  );
  return (
    <div className="product-body">
      {card.pictures.length === 0 ? null : (
        <div className="picture-chips">
          {card.pictures.map((picture, index) => (
            <Picture key={picture.sha256} number={index + 1} picture={picture} />
          ))}
        </div>
      )}
      {texts.map((field) =>
        card[field] === '' ? null : (
          <section key={field}>
            <h3>
              {t(`products.${field}`)} {copy(card[field])}
            </h3>
            <p className="product-text">{card[field]}</p>
          </section>
        ),
      )}
      <section aria-label={t('products.counted')}>
        <h3>
          {t('products.counted')}{' '}
          <span className="ink-3">
            {counted === undefined ? '' : t('products.ofCases', { count: counted.cases })}
          </span>
        </h3>
        {counted?.faults.length === 0 ? <p className="ink-2">{t('products.noFaults')}</p> : null}
        <ul className="product-faults">
          {counted?.faults.map(({ reason, ids }) => (
            <li key={reason}>
              <span>{reasonOf(reason)}</span>
              <b>{t('products.times', { count: ids.length })}</b>
              <button
                type="button"
                className="btn small plain"
                onClick={() => {
                  const newest = ids.at(-1);
                  if (newest !== undefined) onOpen(newest);
                }}
              >
                {t('products.newest')}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {card.questions.length === 0 ? null : (
        <section>
          <h3>{t('products.questions')}</h3>
          <ul className="product-faults">
            {card.questions.map(({ ask, answer }, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <div className="product-what">
                  <b>{ask}</b>
                  <div className="product-text">{answer}</div>
                </div>
                {copy(answer)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Picture({
  number,
  picture,
}: {
  readonly number: number;
  readonly picture: ProductCard['pictures'][number];
}) {
  const load = useCallback(() => readScriptPicture(picture), [picture]);
  return (
    <PictureChip number={number} name={picture.name} load={load}>
      {null}
    </PictureChip>
  );
}
