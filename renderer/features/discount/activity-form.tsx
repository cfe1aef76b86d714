import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestActivityNote, type Activity } from '#shared/domain/activity';
import { parseDay } from '#shared/domain/parse-day';
import { platforms, type Platform } from '#shared/domain/platform';
import { fromShanghai, isoDay, startOfDay } from '#shared/domain/shanghai-time';
import { saveActivity } from '../../data/activity-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { newStep, readStep, typeStep, type TypedStep } from './discount-draft';
import { StepsEditor } from './steps-editor';

type TypedActivity = {
  readonly name: string;
  readonly platform: Platform | '';
  readonly from: string;
  readonly to: string;
  readonly steps: readonly TypedStep[];
  readonly note: string;
};

/** First instant of a typed day, epoch ms; null when it is none. */
function dayStart(text: string, at: number): number | null {
  const day = parseDay(text, at, 'future');
  return day === null || day === '' ? null : fromShanghai(`${day}T00:00`);
}

/** A promotion (R57): name, days, discounts in their order, and what operations said about it. */
export function ActivityForm({
  activity,
  onDone,
}: {
  readonly activity: Activity | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [start] = useState<TypedActivity>(() => ({
    name: activity?.name ?? '',
    platform: activity?.platform ?? '',
    from: isoDay(activity?.from ?? now()),
    to: activity === null ? '' : isoDay(activity.to - 1),
    steps: activity?.steps.map(typeStep) ?? [newStep],
    note: activity?.note ?? '',
  }));
  const draft = useDraft<TypedActivity>(`activity:${activity?.id ?? 'new'}`, start, now, report);
  const [tried, setTried] = useState(false);
  if (draft.value === undefined) return null;
  const typed = draft.value;
  const from = dayStart(typed.from, now());
  const last = dayStart(typed.to, now());
  const steps = typed.steps.flatMap((one) => readStep(one) ?? []);
  const problem = {
    name: typed.name.trim() === '' ? t('discount.problem.name') : undefined,
    from: from === null ? t('discount.problem.day') : undefined,
    to: last === null || (from !== null && last < from) ? t('discount.problem.to') : undefined,
    steps: steps.length < typed.steps.length ? t('discount.problem.steps') : undefined,
  };
  const save = (): void => {
    setTried(true);
    if (from === null || last === null || Object.values(problem).some((one) => one !== undefined)) return;
    const { name, platform, note } = typed;
    const input = {
      name,
      platform: platform === '' ? null : platform,
      note,
      steps,
      from,
      to: startOfDay(last, 1),
    };
    saveActivity(activity?.id ?? null, input, now()).then(async () => {
      await draft.clear();
      tell('discount.saved');
      onDone();
    }, report);
  };
  const said = (name: keyof typeof problem): string | undefined => (tried ? problem[name] : undefined);
  return (
    <div
      className="discount-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
      }}
    >
      <div className="discount-body">
        <div className="form-grid">
          <Field label={t('discount.name')} problem={said('name')}>
            {({ id, describedBy }) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                autoFocus
                maxLength={60}
                placeholder={t('discount.nameHint')}
                value={typed.name}
                onChange={(event) => {
                  draft.change({ name: event.target.value });
                }}
              />
            )}
          </Field>
          <Field label={t('cases.platform')}>
            {({ id }) => (
              <Select<string>
                id={id}
                value={typed.platform}
                options={[
                  { value: '', label: t('common.all') },
                  ...platforms.map((value) => ({
                    value: value as string,
                    label: t(`domain.platform.${value}`),
                  })),
                ]}
                onChange={(platform) => {
                  draft.change({ platform: platform as Platform | '' });
                }}
              />
            )}
          </Field>
          {(['from', 'to'] as const).map((name) => (
            <Field key={name} label={t(`discount.${name}`)} problem={said(name)}>
              {({ id, describedBy }) => (
                <DayInput
                  id={id}
                  describedBy={describedBy}
                  value={typed[name]}
                  direction="future"
                  now={now()}
                  onChange={(day) => {
                    draft.change({ [name]: day });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        <h3>{t('discount.steps')}</h3>
        <StepsEditor
          steps={typed.steps}
          onChange={(next) => {
            draft.change({ steps: next });
          }}
        />
        {said('steps') === undefined ? null : (
          <span className="problem" role="alert">
            {said('steps')}
          </span>
        )}
        <Field label={t('discount.note')}>
          {({ id }) => (
            <Input.TextArea
              id={id}
              className="area"
              maxLength={longestActivityNote}
              placeholder={t('discount.noteHint')}
              value={typed.note}
              onChange={(event) => {
                draft.change({ note: event.target.value });
              }}
            />
          )}
        </Field>
      </div>
      <div className="discount-buttons">
        <span className="grow" />
        <button type="button" className="btn" onClick={onDone}>
          {t('common.back')}
        </button>
        <button type="button" className="btn primary" onClick={save}>
          {t('common.save')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}
