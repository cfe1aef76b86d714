import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { waitingOns, type Case, type WaitingOn } from '#shared/domain/case';
import { parseWhen } from '#shared/domain/parse-when';
import { updateCase } from '../../data/case-repository';
import { completeFollowUp, setRepeat } from '../../data/reminder-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';
import { momentWords } from '../../text/time-words';
import { NextNow } from './next-now';
import { NextRepeat } from './next-repeat';
import { WaitingPerson } from './waiting-person';
import { useId } from 'react';

type NextDraft = { readonly text: string; readonly at: string; readonly days: number | null };

const empty: NextDraft = { text: '', at: '', days: null };

/**
 * What happens next, whose move it is, and how often to come back to it (R111). An open case with neither a next
 * date nor a clock of our own is shown as a fault (R7: never wait without knowing until when).
 */
export function NextActionCard({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const draft = useDraft(`case:${item.id}:next`, empty, now, report);
  const whenId = useId();
  const value = draft.value ?? empty;
  const at = parseWhen(value.at, present, 'future');

  const save = (): void => {
    if (at === null) return;
    updateCase(
      item.id,
      { nextAction: value.text.trim() === '' ? item.nextAction : value.text, nextActionAt: at },
      now(),
    )
      .then(() => (value.days === null ? undefined : setRepeat(item.id, value.days)))
      .then(() => draft.clear())
      .then(
        () => {
          tell('cases.nextSaved', { when: momentWords(t, at, now()) });
        },
        (error: unknown) => {
          report(error, save);
        },
      );
  };
  const run = (job: () => Promise<unknown>): void => {
    job().catch((error: unknown) => {
      report(error);
    });
  };

  return (
    <section className="card case-card" aria-label={t('cases.nextAction')}>
      <div className="case-next-now">
        <NextNow item={item} present={present} />
        <span className="grow" />
        {item.nextActionAt === null ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              run(() => completeFollowUp(item.id, now()));
            }}
          >
            {t('common.done')}
          </button>
        )}
      </div>
      <div
        className="case-next-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event) && event.target instanceof HTMLInputElement)
            save();
        }}
      >
        <Select
          aria-label={t('cases.waitingOn')}
          value={item.waitingOn}
          options={waitingOns.map((one) => ({ value: one, label: t(`domain.waitingOn.${one}`) }))}
          onChange={(waitingOn: WaitingOn) => {
            run(() => updateCase(item.id, { waitingOn }, now()));
          }}
        />
        <Input
          aria-label={t('cases.nextAction')}
          placeholder={t('cases.nextActionPlaceholder')}
          value={value.text}
          onChange={(event) => {
            draft.change({ text: event.target.value });
          }}
        />
        <WhenInput
          id={whenId}
          value={value.at}
          direction="future"
          now={present}
          onChange={(text) => {
            draft.change({ at: text });
          }}
        />
        <button type="button" className="btn" disabled={at === null} onClick={save}>
          {t('cases.setNext')}
        </button>
      </div>
      <div className="case-next-more">
        <NextRepeat
          item={item}
          days={value.days}
          onChange={(days) => {
            draft.change({ days });
          }}
        />
        <WaitingPerson item={item} />
      </div>
    </section>
  );
}
