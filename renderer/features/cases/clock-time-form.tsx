import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen, type WhenDirection } from '#shared/domain/parse-when';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';

/** One time to be typed in: the field, what was understood, save and cancel. Enter saves, Esc closes. */
export function ClockTimeForm({
  label,
  direction,
  present,
  initial = '',
  save,
  onClose,
}: {
  readonly label: string;
  readonly direction: WhenDirection;
  readonly present: number;
  readonly initial?: string;
  readonly save: (at: number) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(initial);
  const at = parseWhen(text, present, direction);
  const submit = (): void => {
    if (at === null) return;
    save(at).then(onClose, (error: unknown) => {
      report(error, submit);
    });
  };
  return (
    <form
      className="clock-typed"
      onSubmit={(event) => {
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event))
          submit();
        else return;
        event.stopPropagation();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <WhenInput id={id} value={text} direction={direction} now={present} onChange={setText} />
      <div className="clock-actions">
        <button type="button" className="btn small" disabled={at === null} onClick={submit}>
          {t('common.save')}
        </button>
        <button type="button" className="btn small plain" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
