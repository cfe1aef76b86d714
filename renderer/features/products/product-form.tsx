import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutCount, type ProductCard } from '#shared/domain/product-card';
import { saveProductCard } from '../../data/product-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import type { Sha256 } from '#shared/domain/ids';

/** Pictures of a card that is being written, and the bytes of those that are new. */
export type CardPictures = {
  readonly list: ProductCard['pictures'];
  readonly bytes: ReadonlyMap<Sha256, Blob>;
};
export type RenderPictures = (pictures: CardPictures, onChange: (next: CardPictures) => void) => ReactNode;

type TypedCard = Pick<ProductCard, 'name' | 'sku' | 'sellingPoints' | 'sizeNotes' | 'faults' | 'questions'>;
const texts = ['sellingPoints', 'sizeNotes', 'faults'] as const;
const longest = 4000;

/** A product card as it is written (R56); what is typed is kept until it is saved. */
export function ProductForm({
  card,
  name,
  taken,
  renderPictures,
  onDone,
}: {
  readonly card: ProductCard | null;
  /** What a new card is called to begin with. */
  readonly name: string;
  /** Names of other cards. */
  readonly taken: readonly string[];
  readonly renderPictures: RenderPictures;
  readonly onDone: (name: string | null) => void;
}) {
  const { t } = useTranslation();
  const [start] = useState<TypedCard>(() => ({
    name: card?.name ?? withoutCount(name),
    sku: card?.sku ?? '',
    sellingPoints: card?.sellingPoints ?? '',
    sizeNotes: card?.sizeNotes ?? '',
    faults: card?.faults ?? '',
    questions: card?.questions ?? [],
  }));
  const [pictures, setPictures] = useState<CardPictures>({ list: card?.pictures ?? [], bytes: new Map() });
  const draft = useDraft<TypedCard>(`product:${card?.id ?? `new:${start.name}`}`, start, now, report);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  if (draft.value === undefined) return <p className="empty">{t('common.loading')}</p>;
  const typed = draft.value;
  const plain = withoutCount(typed.name);
  const problem =
    plain === ''
      ? t('products.problem.name')
      : taken.some((one) => one.toLowerCase() === plain.toLowerCase())
        ? t('products.problem.taken')
        : undefined;
  const save = (): void => {
    setTried(true);
    if (problem !== undefined || busy) return;
    setBusy(true);
    saveProductCard(card?.id ?? null, { ...typed, pictures: pictures.list }, pictures.bytes, now()).then(
      async (saved) => {
        await draft.clear();
        tell('products.saved');
        onDone(saved.name);
      },
      (error: unknown) => {
        setBusy(false);
        report(error, save);
      },
    );
  };
  const ask = (index: number, part: Partial<ProductCard['questions'][number]>): void => {
    draft.change({ questions: typed.questions.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  };
  return (
    <div
      className="product-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
      }}
    >
      <div className="product-body">
        <div className="form-grid">
          <Field
            label={t('products.name')}
            hint={t('products.nameHint')}
            problem={tried ? problem : undefined}
          >
            {({ id, describedBy }) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                autoFocus={typed.name === ''}
                maxLength={120}
                status={tried && problem !== undefined ? 'error' : ''}
                value={typed.name}
                onChange={(event) => {
                  draft.change({ name: event.target.value });
                }}
              />
            )}
          </Field>
          <Field label={t('products.sku')}>
            {({ id }) => (
              <Input
                id={id}
                maxLength={120}
                value={typed.sku}
                onChange={(event) => {
                  draft.change({ sku: event.target.value });
                }}
              />
            )}
          </Field>
          {texts.map((field) => (
            <Field key={field} label={t(`products.${field}`)} wide>
              {({ id }) => (
                <Input.TextArea
                  id={id}
                  className="area product-area"
                  maxLength={longest}
                  placeholder={t(`products.hint.${field}`)}
                  value={typed[field]}
                  onChange={(event) => {
                    draft.change({ [field]: event.target.value });
                  }}
                />
              )}
            </Field>
          ))}
          {renderPictures(pictures, setPictures)}
        </div>
        <h3>{t('products.questions')}</h3>
        {typed.questions.map((one, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="product-question">
            <Input
              aria-label={t('products.askOf', { number: index + 1 })}
              placeholder={t('products.ask')}
              maxLength={200}
              value={one.ask}
              onChange={(event) => {
                ask(index, { ask: event.target.value });
              }}
            />
            <Input.TextArea
              className="area product-area"
              aria-label={t('products.answerOf', { number: index + 1 })}
              placeholder={t('products.answer')}
              maxLength={longest}
              value={one.answer}
              onChange={(event) => {
                ask(index, { answer: event.target.value });
              }}
            />
            <button
              type="button"
              className="btn small plain"
              aria-label={t('products.removeAsk', { number: index + 1 })}
              onClick={() => {
                draft.change({ questions: typed.questions.filter((_one, at) => at !== index) });
              }}
            >
              ×
            </button>
          </div>
        ))}
        {typed.questions.length >= 50 ? null : (
          <button
            type="button"
            className="btn small product-add"
            onClick={() => {
              draft.change({ questions: [...typed.questions, { ask: '', answer: '' }] });
            }}
          >
            {t('products.addAsk')}
          </button>
        )}
      </div>
      <div className="product-buttons">
        <button
          type="button"
          className="btn"
          onClick={() => {
            onDone(null);
          }}
        >
          {t('common.back')}
        </button>
        <button type="button" className="btn primary" disabled={busy} onClick={save}>
          {t('common.save')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}
