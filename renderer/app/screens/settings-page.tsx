import { ScrubCard } from '../../features/evidence/scrub-card';
import { BackupCard } from '../../features/backup/backup-card';
import { ContactOrderCard } from '../../features/contacts/contact-order-card';
import { LockCard } from '../../features/lock/lock-card';
import { WatchCard } from '../../features/evidence/watch-card';
import { useScreen } from '../../state/screen-store';
import { FlagLegendCard } from '../../features/notes/flag-legend-card';
import { PatrolCard } from '../../features/patrol/patrol-card';
import { PlaybooksCard } from '../../features/playbook/playbooks-card';
import { PlaybooksPage } from '../../features/playbook/playbooks-page';
import { ReminderSettings } from '../../features/reminders/reminder-settings';
import { RulesCard } from '../../features/rules/rules-card';
import { RulesPage } from '../../features/rules/rules-page';
import { PrivacyCard } from '../../features/privacy/privacy-card';
import { PrivacyPage } from '../../features/privacy/privacy-page';
import { KeysCard } from '../../features/scripts/keys-card';
import { LoadCard } from '../../features/setup/load-card';
import { SettingsScreen } from '../../features/setup/settings-screen';
import { TrashCard } from '../../features/trash/trash-card';
import { TrashPage } from '../../features/trash/trash-page';
import '../../features/playbook/playbook-editor.css';

/** Settings with the cards of the features beside them; rules and procedures have pages of their own. */
export function SettingsPage() {
  const page = useScreen((state) => state.settingsPage);
  const open = useScreen((state) => state.openSettings);
  const back = (): void => {
    open(null);
  };
  if (page === 'rules') return <RulesPage onBack={back} />;
  if (page === 'trash') return <TrashPage onBack={back} />;
  if (page === 'privacy') return <PrivacyPage onBack={back} />;
  if (page === 'playbooks') return <PlaybooksPage onBack={back} />;
  return (
    <SettingsScreen
      safety={
        <>
          <BackupCard />
          <ScrubCard />
          <TrashCard
            onOpen={() => {
              open('trash');
            }}
          />
          <LockCard />
          <PrivacyCard
            onOpen={() => {
              open('privacy');
            }}
          />
        </>
      }
    >
      <RulesCard
        onOpen={() => {
          open('rules');
        }}
      />
      <PlaybooksCard
        onOpen={() => {
          open('playbooks');
        }}
      />
      <ContactOrderCard />
      <FlagLegendCard />
      <ReminderSettings />
      <LoadCard />
      <KeysCard />
      <PatrolCard />
      <WatchCard />
    </SettingsScreen>
  );
}
