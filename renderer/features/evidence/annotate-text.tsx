import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markScale, type Size, type Spot } from '../../workers/paint-marks';
import { isComposing } from '../../ui/is-composing';

/** Where a text is typed onto the picture: Enter puts it there (never while an input method composes), Esc does not. */
export function AnnotateText({
  at,
  picture,
  zoom,
  onDone,
}: {
  readonly at: Spot;
  readonly picture: Size;
  readonly zoom: number;
  /** Given the text; empty when it was thrown away. */
  readonly onDone: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <input
      ref={field}
      className="annotate-text"
      aria-label={t('annotate.tool.text')}
      placeholder={t('annotate.typeHere')}
      value={text}
      maxLength={80}
      style={{
        left: `${(at.x / picture.width) * 100}%`,
        top: `${(at.y / picture.height) * 100}%`,
        fontSize: Math.max(12, markScale(picture).text * zoom),
      }}
      onChange={({ target }) => {
        setText(target.value);
      }}
      onBlur={() => {
        onDone(text.trim());
      }}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') onDone(text.trim());
        else if (event.key === 'Escape') onDone('');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
