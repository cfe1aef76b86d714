import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from '../ui/theme';
import { setTextLanguage } from '../text/i18n';
import { GateDialog } from '../features/playbook/gate-dialog';
import { SetupScreen } from '../features/setup/setup-screen';
import { startUndoOffers } from '../features/trash/undo-offers';
import { DropZone } from '../features/evidence/drop-zone';
import { startKeptIntake } from '../features/evidence/kept-intake';
import { startScrub } from '../features/evidence/scrub';
import { startThumbnailer } from '../features/evidence/thumbnailer';
import { listenForDrops } from '../features/inbox/drag-items';
import { MoveDialog } from '../features/inbox/move-dialog';
import { ProposalDialog } from '../features/inbox/proposal-dialog';
import { startWatchIntake } from '../features/evidence/watch-intake';
import { warnOfTakenKeys } from '../features/scripts/taken-keys';
import { startReminders } from '../features/reminders/schedule-sync';
import { startMirror } from './start-mirror';
import { readPrivacy } from '../data/privacy-settings';
import { useLive } from '../data/use-live';
import { MaskContext } from '../ui/masked-text';
import { writeSettings } from '../data/setting-repository';
import { report } from '../state/toast-store';
import { useScreen } from '../state/screen-store';
import { warmSearch } from '../data/case-repository';
import { ask, listen } from '../platform/desktop';
import { commands } from './commands';
import { ErrorBoundary } from './error-boundary';
import { Frame } from './frame';
import { Overlays } from './overlays';
import { Toasts } from './toasts';
import { startHousekeeping } from './start-housekeeping';
import { startStorageWatch } from './storage-watch';
import { followOwnTypeNames } from './own-type-names';
import { readNonce } from './style-nonce';
import { useHotkeys } from './use-hotkeys';
import { useSettings, useThemeMode } from './use-settings';
import type { CaseId } from '#shared/domain/ids';
import type { Settings } from '../data/setting-repository';

/** Everything around the screens: theme, language, and the first run. */
export function App() {
  const settings = useSettings();
  const privacy = useLive(readPrivacy, []);
  const mode = useThemeMode(settings?.theme);
  useEffect(() => {
    document.documentElement.dataset['theme'] = mode;
  }, [mode]);
  if (settings === undefined) return null;
  return (
    <ConfigProvider
      csp={{ nonce: readNonce() }}
      theme={antdTheme(mode, settings.density)}
      locale={settings.language === 'en' ? enUS : zhCN}
      componentSize={settings.density === 'small' ? 'small' : 'middle'}
    >
      <MaskContext value={privacy?.maskScreen ?? true}>
        <ErrorBoundary>
          <Inside settings={settings} />
        </ErrorBoundary>
      </MaskContext>
      <Toasts />
    </ConfigProvider>
  );
}

function Inside({ settings }: { readonly settings: Settings }) {
  const { i18n } = useTranslation();
  useHotkeys();
  useEffect(startMirror, []);
  useEffect(() => followOwnTypeNames(report), []);
  useEffect(listenForDrops, []);
  useEffect(warnOfTakenKeys, []);
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      warmSearch().catch(report);
    });
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  useEffect(() => {
    document.documentElement.dataset['density'] = settings.density;
  }, [settings.density]);
  useEffect(() => {
    if (i18n.language !== settings.language) void setTextLanguage(settings.language);
    document.documentElement.lang = settings.language;
    ask('setLanguage', settings.language).catch(report);
  }, [i18n, settings.language]);
  useEffect(() => {
    // The notification texts follow the language, so the schedule is handed over anew with it.
    const stopReminders = startReminders(
      settings.language,
      (caseId) => {
        if (caseId === null) useScreen.getState().walkRound();
        else useScreen.getState().openCase(caseId as CaseId);
      },
      report,
    );
    const stopThumbnails = startThumbnailer();
    const stopWatchFolder = startWatchIntake();
    startKeptIntake();
    const stopScrub = startScrub();
    const stopStorageWatch = startStorageWatch();
    const stopUndoOffers = startUndoOffers();
    const stopHousekeeping = startHousekeeping();
    const stopCommands = listen('command', ({ name }) => {
      commands.find((one) => one.name === name && one.enabled())?.run();
    });
    return () => {
      stopReminders();
      stopThumbnails();
      stopWatchFolder();
      stopScrub();
      stopStorageWatch();
      stopUndoOffers();
      stopHousekeeping();
      stopCommands();
    };
  }, [settings.language]);

  if (!settings.setUp) {
    return (
      <SetupScreen
        onDone={() => {
          writeSettings({ setUp: true }).catch(report);
        }}
      />
    );
  }
  return (
    <>
      <Frame />
      <Overlays />
      <GateDialog />
      <DropZone />
      <MoveDialog />
      <ProposalDialog />
    </>
  );
}
