import { useState } from 'react';
import { ScrubCard } from '../../features/evidence/scrub-card';
import { BackupCard } from '../../features/backup/backup-card';
import { LockCard } from '../../features/lock/lock-card';
import { WatchCard } from '../../features/evidence/watch-card';
import { PatrolCard } from '../../features/patrol/patrol-card';
import { ReminderSettings } from '../../features/reminders/reminder-settings';
import { RulesCard } from '../../features/rules/rules-card';
import { RulesPage } from '../../features/rules/rules-page';
import { SettingsScreen } from '../../features/setup/settings-screen';

/** Settings with the cards of the features beside them; the rules have a page of their own. */
export function SettingsPage() {
  const [rules, setRules] = useState(false);
  if (rules) {
    return (
      <RulesPage
        onBack={() => {
          setRules(false);
        }}
      />
    );
  }
  return (
    <SettingsScreen>
      <RulesCard
        onOpen={() => {
          setRules(true);
        }}
      />
      <BackupCard />
      <WatchCard />
      <PatrolCard />
      <ReminderSettings />
      <LockCard />
      <ScrubCard />
    </SettingsScreen>
  );
}
