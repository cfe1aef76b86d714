import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRuleEntries } from '../../data/rule-repository';
import { useLive } from '../../data/use-live';
import { CalendarTab } from './calendar-tab';
import { PausesTab } from './pauses-tab';
import { RuleForm } from './rule-form';
import { RuleList } from './rule-list';
import './rules.css';

const tabs = ['rules', 'calendar', 'pauses'] as const;
type Tab = (typeof tabs)[number];

/** All deadline rules: find one, edit a copy, try it; the work calendar and the platforms' pauses beside them. */
export function RulesPage({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('rules');
  return (
    <div className="rules-page">
      <div className="rules-head">
        <button type="button" className="btn small" onClick={onBack}>
          ← {t('rules.backToSettings')}
        </button>
        <h1>{t('rules.title')}</h1>
        <Segmented
          aria-label={t('rules.title')}
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`rules.tab.${value}`) }))}
          onChange={setTab}
        />
      </div>
      {tab === 'rules' ? <RulesTab /> : tab === 'calendar' ? <CalendarTab /> : <PausesTab />}
    </div>
  );
}

function RulesTab() {
  const { t } = useTranslation();
  const entries = useLive(listRuleEntries, []);
  const [selected, setSelected] = useState<string | null>(null);
  if (entries === undefined) return null;
  const entry = entries.find(({ key }) => key === selected);
  return (
    <div className="rules-layout">
      <RuleList entries={entries} selected={selected} onSelect={setSelected} />
      {entry === undefined ? (
        <div className="empty rules-none">
          <h2>{t('rules.noneTitle')}</h2>
          <p>{t('rules.noneText')}</p>
        </div>
      ) : (
        <RuleForm key={`${entry.rule.id}@${entry.rule.version}`} entry={entry} />
      )}
    </div>
  );
}
