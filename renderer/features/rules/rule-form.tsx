import { Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { deadlineEvents } from '#shared/deadlines/events';
import { dropRuleCopies, saveRuleCopy, type RuleEntry } from '../../data/rule-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { toDraft, toRule, type RuleDraft } from './rule-draft';
import { LeadFields } from './rule-lead-fields';
import { RuleSourceLine } from './rule-source-line';
import { TimingFields } from './rule-timing-fields';
import { RuleTrial } from './rule-trial';
import { eventName, ruleLanguage } from './rule-words';

/** Edits a copy of a rule and tries it at once. Every keystroke is a draft; nothing counts before it is saved. */
export function RuleForm({ entry }: { readonly entry: RuleEntry }) {
  const { rule, shipped, edited, shippedChanged } = entry;
  const { t, i18n } = useTranslation();
  const initial = toDraft(rule);
  const draft = useDraft<RuleDraft>(`rule:${rule.id}@${rule.version}`, initial, now, report);
  if (draft.value === undefined) return null;
  const { value } = draft;
  const result = toRule(value, rule);
  const changed = JSON.stringify(value) !== JSON.stringify(initial);
  const save = (): void => {
    if (!result.ok || !changed) return;
    saveRuleCopy(result.rule, now())
      .then(async () => {
        await draft.clear();
        tell('rules.saved', { title: result.rule.title[ruleLanguage(i18n.language)] });
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  const events = Object.keys(deadlineEvents);
  const eventOptions =
    rule.event !== undefined && !events.includes(rule.event) ? [rule.event, ...events] : events;
  return (
    <section className="rules-detail" aria-label={rule.title[ruleLanguage(i18n.language)]}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
        }}
      >
        <header className="rules-detail-head">
          <h2>{rule.title[ruleLanguage(i18n.language)]}</h2>
          <label className="rules-switch">
            <Switch
              size="small"
              checked={value.enabled}
              onChange={(enabled) => {
                draft.change({ enabled });
              }}
            />
            {t('rules.enabled')}
          </label>
        </header>
        <RuleSourceLine rule={rule} edited={edited} />
        {shippedChanged ? <p className="rules-note">{t('rules.shippedChangedText')}</p> : null}
        {draft.restored && changed ? <p className="rules-note">{t('common.draftRestored')}</p> : null}
        <div className="form-grid">
          <Field label={t('rules.titleZh')}>
            {({ id }) => (
              <Input
                id={id}
                maxLength={120}
                value={value.titleZh}
                onChange={(event) => {
                  draft.change({ titleZh: event.target.value });
                }}
              />
            )}
          </Field>
          <Field label={t('rules.titleEn')}>
            {({ id }) => (
              <Input
                id={id}
                maxLength={120}
                value={value.titleEn}
                onChange={(event) => {
                  draft.change({ titleEn: event.target.value });
                }}
              />
            )}
          </Field>
          {rule.event === undefined ? null : (
            <Field label={t('rules.event')} wide>
              {({ id }) => (
                <Select
                  id={id}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={value.event}
                  options={eventOptions.map((name) => ({
                    value: name,
                    label: eventName(name, i18n.language),
                  }))}
                  onChange={(event) => {
                    draft.change({ event });
                  }}
                />
              )}
            </Field>
          )}
        </div>
        <TimingFields parts={value.parts} onChange={(parts) => draft.change({ parts })} />
        <LeadFields draft={value} onChange={draft.change} />
        <div className="form-grid">
          {(['from', 'to'] as const).map((side) => (
            <Field key={side} label={t(`rules.${side}`)} hint={t(`rules.${side}Hint`)}>
              {({ id, describedBy }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  placeholder="2026-12-01"
                  maxLength={30}
                  value={value[side]}
                  onChange={(event) => {
                    draft.change({ [side]: event.target.value });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        {result.ok ? null : (
          <p className="rules-problem" role="alert">
            {t(result.problem.key, { ...result.problem.values })}
          </p>
        )}
        <div className="rules-foot">
          {edited ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                dropRuleCopies(rule.id, shipped?.version)
                  .then(draft.clear)
                  .then(() => {
                    tell('rules.dropped');
                  })
                  .catch((error: unknown) => {
                    report(error);
                  });
              }}
            >
              {t('rules.backToShipped')}
            </button>
          ) : null}
          <span className="grow ink-3">{t('rules.oldCasesKeep')}</span>
          <button
            type="button"
            className="btn"
            disabled={!changed}
            onClick={() => {
              draft.clear().catch((error: unknown) => {
                report(error);
              });
            }}
          >
            {t('rules.undo')}
          </button>
          <button type="button" className="btn primary" disabled={!result.ok || !changed} onClick={save}>
            {t('rules.saveCopy')} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </form>
      {result.ok ? <RuleTrial rule={result.rule} /> : null}
    </section>
  );
}
