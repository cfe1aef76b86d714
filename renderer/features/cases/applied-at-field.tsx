import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/parse-when';
import { isoMinute } from '#shared/domain/shanghai-time';
import { recordEvent } from '../../data/deadline-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { WhenInput } from '../../ui/when-input';
import { momentWords } from '../../text/time-words';
import type { Case } from '#shared/domain/case';

/** When the buyer filed the request: the event most platform clocks start from. */
export function AppliedAtField({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const id = useId();
  const stored = item.events['aftersale.applied'];
  const [text, setText] = useState<string | null>(null);
  const at = parseWhen(text ?? '', present, 'past');
  if (text === null) {
    return (
      <button
        type="button"
        className="btn small plain applied-at"
        onClick={() => {
          setText(stored === undefined ? '' : isoMinute(stored));
        }}
      >
        {stored === undefined
          ? t('cases.setAppliedAt')
          : t('cases.appliedWas', { when: momentWords(t, stored, present) })}
      </button>
    );
  }
  return (
    <div className="clock-typed">
      <label htmlFor={id}>{t('cases.appliedAt')}</label>
      <WhenInput id={id} value={text} direction="past" now={present} onChange={setText} />
      <button
        type="button"
        className="btn small"
        disabled={at === null}
        onClick={() => {
          if (at === null) return;
          recordEvent(item.id, 'aftersale.applied', at, now()).then(
            () => {
              setText(null);
            },
            (error: unknown) => {
              report(error);
            },
          );
        }}
      >
        {t('common.save')}
      </button>
    </div>
  );
}
