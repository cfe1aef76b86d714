import { Input, Select, Switch } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveRuleCopy, type RuleEntry } from '../../data/rule-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { PlatformMark } from '../../ui/platform-mark';
import { platforms } from '#shared/domain/platform';
import { platformOf, ruleLanguage, timingWords } from './rule-words';

const bases = ['platform', 'law', 'house'] as const;
const shownPlatforms = [...platforms.filter((name) => name !== 'other'), 'any'] as const;

function matches({ rule }: RuleEntry, platform: string, basis: string, text: string): boolean {
  if (platform !== '' && rule.platform !== platform) return false;
  if (basis !== '' && rule.basis !== basis) return false;
  const wanted = text.trim().toLowerCase();
  return [rule.id, rule.title.zh, rule.title.en, rule.source.ref, ...(rule.source.also ?? [])].some((part) =>
    part.toLowerCase().includes(wanted),
  );
}

/** The rules by platform, with search, a filter by what they rest on, and a switch each. */
export function RuleList({
  entries,
  selected,
  onSelect,
}: {
  readonly entries: readonly RuleEntry[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
}) {
  const { t } = useTranslation();
  const [platform, setPlatform] = useState('');
  const [basis, setBasis] = useState('');
  const [text, setText] = useState('');
  const shown = entries.filter((entry) => matches(entry, platform, basis, text));
  return (
    <section className="rules-list" aria-label={t('rules.tab.rules')}>
      <div className="rules-filter">
        <Input
          allowClear
          data-hotkey="list-search"
          aria-label={t('common.search')}
          placeholder={t('rules.searchHint')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Select
          aria-label={t('rules.platform')}
          value={platform}
          options={[
            { value: '', label: t('rules.allPlatforms') },
            ...shownPlatforms.map((value) => ({
              value,
              label: value === 'any' ? t('rules.anyPlatform') : t(`domain.platform.${value}`),
            })),
          ]}
          onChange={setPlatform}
        />
        <Select
          aria-label={t('rules.basis')}
          value={basis}
          options={[
            { value: '', label: t('rules.allBases') },
            ...bases.map((value) => ({ value, label: t(`domain.basis.${value}`) })),
          ]}
          onChange={setBasis}
        />
      </div>
      <p className="rules-count ink-3">{t('rules.cardCount', { count: shown.length })}</p>
      <ul className="rules-rows">
        {shown.map((entry) => (
          <RuleRow key={entry.key} entry={entry} selected={entry.key === selected} onSelect={onSelect} />
        ))}
      </ul>
      {shown.length === 0 ? <p className="empty">{t('rules.nothing')}</p> : null}
    </section>
  );
}

/** There are some two hundred, and each letter typed into the search draws the list anew. */
const RuleRow = memo(Row);

function Row({
  entry: { key, rule, edited, shippedChanged },
  selected,
  onSelect,
}: {
  readonly entry: RuleEntry;
  readonly selected: boolean;
  readonly onSelect: (key: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const title = rule.title[ruleLanguage(i18n.language)];
  const platform = platformOf(rule);
  return (
    <li className={selected ? 'rules-row on' : 'rules-row'} data-rule={rule.id}>
      {platform === null ? (
        <span className="rules-any">{t(`rules.mark.${rule.basis}`)}</span>
      ) : (
        <PlatformMark platform={platform} label={t(`domain.platform.${platform}`)} />
      )}
      <button
        type="button"
        className={rule.enabled ? 'rules-open' : 'rules-open off'}
        aria-current={selected}
        onClick={() => {
          onSelect(key);
        }}
      >
        <span className="ellipsis" title={title}>
          {title}
        </span>
        <small className="ellipsis ink-3">
          {[
            timingWords(t, rule.timing, i18n.language),
            t(`domain.basis.${rule.basis}`),
            rule.source.ref,
            ...(rule.effective.to === null ? [] : [`${rule.effective.from ?? ''}–${rule.effective.to}`]),
            ...(edited ? [t('rules.edited')] : []),
            ...(shippedChanged ? [t('rules.shippedChanged')] : []),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </small>
      </button>
      <Switch
        size="small"
        aria-label={t('rules.enable', { title })}
        checked={rule.enabled}
        onChange={(enabled) => {
          saveRuleCopy({ ...rule, enabled }, now()).catch((error: unknown) => {
            report(error);
          });
        }}
      />
    </li>
  );
}
