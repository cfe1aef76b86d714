import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromShanghai, isoDay, startOfDay } from '#shared/domain/shanghai-time';
import { parseDay } from '#shared/domain/parse-day';
import { addQualityAction } from '../../data/report-notes-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import type { CaseId } from '#shared/domain/ids';

export type ActionStart = {
  readonly product: string;
  readonly reason: string;
  readonly ids: readonly CaseId[];
};

/** What is to be done so that it does not come again, by when (R157). */
export function ActionForm({ start, onDone }: { readonly start: ActionStart; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [product, setProduct] = useState(start.product);
  const [text, setText] = useState('');
  const [day, setDay] = useState(() => isoDay(startOfDay(now(), 7)));
  const [tried, setTried] = useState(false);
  const due = parseDay(day, now(), 'future');
  const missing = t('reports.actions.missing');
  const save = (): void => {
    setTried(true);
    if (text.trim() === '' || product.trim() === '' || due === null) return;
    const end = due === '' ? null : fromShanghai(`${due}T23:59`);
    addQualityAction(
      { product, text, reason: start.reason, dueAt: end ?? 0, caseIds: start.ids },
      now(),
    ).then(() => {
      tell('reports.actions.kept');
      onDone();
    }, report);
  };
  return (
    <div
      className="reports-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event) && !(event.target instanceof HTMLButtonElement))
          save();
      }}
    >
      <div className="reports-action-form">
        <Field label={t('reports.product')} problem={tried && product.trim() === '' ? missing : undefined}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={120}
              value={product}
              onChange={(event) => {
                setProduct(event.target.value);
              }}
            />
          )}
        </Field>
        <Field label={t('reports.actions.what')} problem={tried && text.trim() === '' ? missing : undefined}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              autoFocus
              aria-describedby={describedBy}
              placeholder={t('reports.actions.hint')}
              maxLength={300}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
              }}
            />
          )}
        </Field>
        <Field
          label={t('reports.actions.due')}
          problem={due === null ? t('reports.actions.noDay') : undefined}
        >
          {({ id, describedBy }) => (
            <DayInput
              id={id}
              describedBy={describedBy}
              value={day}
              direction="future"
              now={now()}
              onChange={setDay}
            />
          )}
        </Field>
      </div>
      <div className="reports-give">
        <button type="button" className="btn primary" onClick={save}>
          {t('common.save')}
        </button>
        <button type="button" className="btn plain" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </div>
  );
}
