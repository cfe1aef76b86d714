import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockWords, readClock } from '#shared/domain/quiet-hours';
import { guessedBuyerHour } from '#shared/domain/snooze';
import { writeBuyerHour } from '../../data/buyer-hour-repository';
import { report } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import type { Case } from '#shared/domain/case';

/**
 * When this buyer is usually online, typed once and kept for all of the buyer's cases (R165: 顾客习惯晚上12点后上线).
 * Saved with Enter or on leaving the field.
 */
export function BuyerHourField({ item, hour }: { readonly item: Case; readonly hour: number | null }) {
  const { t } = useTranslation();
  const [text, setText] = useState(hour === null ? '' : clockWords(hour));
  const minute = readClock(text);
  const wrong = text.trim() !== '' && minute === null;
  const save = (): void => {
    if (minute === null || minute === hour) return;
    writeBuyerHour(item.platform, item.buyerId, minute).catch((error: unknown) => {
      report(error, save);
    });
  };
  return (
    <label className="snooze-field">
      {t('reminders.buyerHour')}
      <Input
        size="small"
        value={text}
        placeholder={clockWords(guessedBuyerHour)}
        status={wrong ? 'error' : ''}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) save();
        }}
        onBlur={save}
      />
      <span className="ink-3" role={wrong ? 'alert' : undefined}>
        {t(
          wrong
            ? 'reminders.notAClock'
            : hour === null
              ? 'reminders.buyerHourGuess'
              : 'reminders.buyerHourKnown',
        )}
      </span>
    </label>
  );
}
