import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LeadDraft, RuleDraft } from './rule-draft';

const units = ['minute', 'hour', 'day'] as const;
const maxLeads = 8;

/** When the rule rings: at once, half-way, and so long before its end. */
export function LeadFields({
  draft,
  onChange,
}: {
  readonly draft: RuleDraft;
  readonly onChange: (part: Partial<RuleDraft>) => void;
}) {
  const { t } = useTranslation();
  const change = (index: number, part: Partial<LeadDraft>): void => {
    onChange({ leads: draft.leads.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  };
  return (
    <fieldset className="rules-timing">
      <legend>{t('rules.leads')}</legend>
      <div className="rules-leads">
        <Checkbox
          checked={draft.atStart}
          onChange={(event) => {
            onChange({ atStart: event.target.checked });
          }}
        >
          {t('rules.atStart')}
        </Checkbox>
        <Checkbox
          checked={draft.atHalf}
          onChange={(event) => {
            onChange({ atHalf: event.target.checked });
          }}
        >
          {t('rules.atHalf')}
        </Checkbox>
        {draft.leads.map((lead, index) => (
          // eslint-disable-next-line react/no-array-index-key -- leads are told apart by their place only
          <span key={index} className="rules-lead">
            <Input
              aria-label={t('rules.leadLength', { index: index + 1 })}
              maxLength={5}
              value={lead.n}
              onChange={(event) => {
                change(index, { n: event.target.value });
              }}
            />
            <Select
              aria-label={t('rules.unit')}
              value={lead.unit}
              options={(lead.unit === 'workday' ? ([...units, 'workday'] as const) : units).map((value) => ({
                value,
                label: t(`rules.unitName.${value}`),
              }))}
              onChange={(unit) => {
                change(index, { unit });
              }}
            />
            <button
              type="button"
              className="btn small plain"
              aria-label={t('rules.dropLead', { index: index + 1 })}
              onClick={() => {
                onChange({ leads: draft.leads.filter((_, at) => at !== index) });
              }}
            >
              ×
            </button>
          </span>
        ))}
        {draft.leads.length >= maxLeads ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              onChange({ leads: [...draft.leads, { n: '', unit: 'hour' }] });
            }}
          >
            + {t('rules.addLead')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
