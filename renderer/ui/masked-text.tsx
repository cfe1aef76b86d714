import { createContext, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskText } from '#shared/domain/mask';

/** Whether phone numbers and addresses are masked on this screen. */
export const MaskContext = createContext(true);

/** A text with its phone numbers and addresses masked; a click shows it until the screen is left. */
export function MaskedText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const on = useContext(MaskContext);
  const [shown, setShown] = useState(false);
  const masked = on ? maskText(text) : text;
  if (masked === text) return <span>{text}</span>;
  return (
    <span>
      {shown ? text : masked}{' '}
      <button
        type="button"
        className="btn small plain mask-button"
        aria-expanded={shown}
        onClick={(event) => {
          event.stopPropagation();
          setShown(!shown);
        }}
      >
        {t(shown ? 'privacy.hide' : 'privacy.show')}
      </button>
    </span>
  );
}

/** The text a field shows: masked while the caret is elsewhere. */
export function useFieldMask(text: string): {
  readonly value: string;
  readonly onFocus: () => void;
  readonly leave: () => void;
} {
  const on = useContext(MaskContext);
  const [inside, setInside] = useState(false);
  return {
    value: on && !inside ? maskText(text) : text,
    onFocus: () => {
      setInside(true);
    },
    leave: () => {
      setInside(false);
    },
  };
}
