import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/domain/ids';
import { CaseChoice } from '../../features/scripts/case-choice';
import { createDeskKeeper, type DeskMemory } from '../../features/scripts/desk-memory';
import { ScriptDesk } from '../../features/scripts/script-desk';
import { ask } from '../../platform/desktop';
import { report } from '../../state/toast-store';
import { antdTheme } from '../../ui/theme';
import { ErrorBoundary } from '../error-boundary';
import { readNonce } from '../style-nonce';
import { useSettings, useThemeMode } from '../use-settings';

/** What was typed for a case stays when the window goes and comes back, and goes when another case is meant. */
const keeper = createDeskKeeper();
/** A case chosen here counts until another one is opened in the main window. */
let chosenHere: { readonly instead: string | null; readonly caseId: CaseId | null } | null = null;

/** Messages filled from a case, copied by Enter through main, which then hides the window. */
export function MessageDesk({
  openCaseId,
  hold,
}: {
  readonly openCaseId: string | null;
  readonly hold: (work: Promise<unknown>) => void;
}) {
  const { t } = useTranslation();
  const settings = useSettings();
  const mode = useThemeMode(settings?.theme);
  const [chosen, setChosen] = useState(chosenHere);
  const caseId = chosen !== null && chosen.instead === openCaseId ? chosen.caseId : (openCaseId as CaseId);
  useEffect(() => {
    if (settings !== undefined) document.documentElement.dataset['theme'] = mode;
  }, [settings, mode]);
  const remember = useCallback(
    (part: Partial<DeskMemory>) => {
      keeper.keep(caseId, part);
    },
    [caseId],
  );
  if (settings === undefined) return null;
  const choose = (id: CaseId | null): void => {
    chosenHere = { instead: openCaseId, caseId: id };
    setChosen(chosenHere);
  };
  return (
    <ConfigProvider
      csp={{ nonce: readNonce() }}
      theme={antdTheme(mode, 'small')}
      locale={settings.language === 'en' ? enUS : zhCN}
      componentSize="small"
    >
      <ErrorBoundary>
        <CaseChoice caseId={caseId} onChoose={choose} />
        <ScriptDesk
          key={caseId}
          caseId={caseId}
          memory={keeper.of(caseId)}
          onRemember={remember}
          copyText={async (text) => {
            await ask('copyMessage', text);
          }}
          hold={hold}
          onPicture={() => {
            ask('closeMessageWindow').catch(report);
          }}
          onCopied={keeper.clear}
        />
        <footer className="message-foot ink-3">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('messageWindow.choose')}
          </span>
          <span>
            <kbd>↵</kbd> {t('messageWindow.copy')}
          </span>
          <span>
            <kbd>F2</kbd> {t('messageWindow.otherCase')}
          </span>
          <span>
            <kbd>Esc</kbd> {t('messageWindow.close')}
          </span>
        </footer>
      </ErrorBoundary>
    </ConfigProvider>
  );
}
