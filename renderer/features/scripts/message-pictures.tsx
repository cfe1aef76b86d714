import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readScriptPicture } from '../../data/script-repository';
import { PictureChip } from '../../ui/picture-chips';
import type { ScriptPicture } from '#shared/domain/script';

/**
 * The pictures that go with a message, each with its own button and key: a chat takes one thing at a time. `next` is
 * the one to copy now, null before the text was copied.
 */
export function MessagePictures({
  pictures,
  next,
  onCopy,
}: {
  readonly pictures: readonly ScriptPicture[];
  readonly next: number | null;
  readonly onCopy: (order: number) => void;
}) {
  const { t } = useTranslation();
  if (pictures.length === 0) return null;
  return (
    <div className="script-pictures" role="group" aria-label={t('scripts.picture.label')}>
      <span className="ink-2" role="status">
        {next === null
          ? t('scripts.picture.after')
          : next >= pictures.length
            ? t('scripts.picture.allCopied')
            : next === 0
              ? t('scripts.picture.textCopied')
              : t('scripts.picture.copied', { number: next, next: next + 1 })}
      </span>
      <div className="picture-chips">
        {pictures.map((picture, order) => (
          <CopyChip
            key={picture.sha256}
            picture={picture}
            number={order + 1}
            isNext={next === order}
            onCopy={() => {
              onCopy(order);
            }}
          />
        ))}
      </div>
    </div>
  );
}

function CopyChip({
  picture,
  number,
  isNext,
  onCopy,
}: {
  readonly picture: ScriptPicture;
  readonly number: number;
  readonly isNext: boolean;
  readonly onCopy: () => void;
}) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const load = useCallback(() => readScriptPicture(picture), [picture]);
  useEffect(() => {
    if (isNext) button.current?.focus();
  }, [isNext]);
  return (
    <PictureChip number={number} name={picture.name} load={load}>
      <button
        ref={button}
        type="button"
        className={isNext ? 'btn small primary' : 'btn small'}
        onClick={onCopy}
        onKeyDown={(event) => {
          // The desk's own Enter would copy the text again.
          if (event.key === 'Enter') event.stopPropagation();
        }}
      >
        {t('scripts.picture.copy', { number })} <kbd>Ctrl {number}</kbd>
      </button>
    </PictureChip>
  );
}
