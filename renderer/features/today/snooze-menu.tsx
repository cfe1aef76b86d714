import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/parse-when';
import { startOfDay } from '#shared/domain/shanghai-time';
import { momentWords } from '../../text/time-words';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';

const hour = 3_600_000;
const choices = [
  { key: 'time.in1h', at: (now: number) => now + hour },
  { key: 'time.tonight', at: (now: number) => startOfDay(now) + 20 * hour },
  { key: 'time.tomorrow9', at: (now: number) => startOfDay(now, 1) + 9 * hour },
] as const;

/** Until when to put something off: keys 1 to 3, or a time of one's own. Times in the past are not offered. */
export function SnoozeMenu({
  title,
  present,
  onPick,
  onClose,
}: {
  readonly title: string;
  readonly present: number;
  readonly onPick: (until: number) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const own = parseWhen(text, present, 'future');
  const pickOwn = (): void => {
    if (own !== null && own > present) onPick(own);
  };
  return (
    <Modal open width={400} title={t('today.snoozeTitle', { title })} onCancel={onClose} footer={null}>
      <div
        className="snooze"
        onKeyDown={(event) => {
          if (event.target instanceof HTMLInputElement) {
            if (event.key === 'Enter' && !isComposing(event)) pickOwn();
            return;
          }
          const choice = choices[Number(event.key) - 1];
          if (choice !== undefined && choice.at(present) > present) onPick(choice.at(present));
        }}
      >
        {choices.map((choice, index) => {
          const at = choice.at(present);
          return (
            <button
              key={choice.key}
              type="button"
              className="btn snooze-choice"
              // The first choice has the focus, so that 1, 2, 3 and Enter work at once.
              autoFocus={index === 0}
              disabled={at <= present}
              onClick={() => {
                onPick(at);
              }}
            >
              <kbd>{index + 1}</kbd> {t(choice.key)} <span className="grow" />
              <span className="ink-3">{momentWords(t, at, present)}</span>
            </button>
          );
        })}
        <WhenInput
          id="snooze-own"
          value={text}
          direction="future"
          now={present}
          withChoices={false}
          onChange={setText}
        />
        <button type="button" className="btn" disabled={own === null || own <= present} onClick={pickOwn}>
          {t('today.snoozeOwn')}
        </button>
      </div>
    </Modal>
  );
}
