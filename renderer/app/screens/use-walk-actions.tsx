import { useTranslation } from 'react-i18next';
import { ContactDesk } from '../../features/contacts/contact-desk';
import { copyReturnInfo } from '../../features/slips/return-info';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { caseTypeWords } from '../../text/case-type-words';
import type { WalkActions } from '../../features/playbook/walk-actions';

/** What the other features do for the steps of a procedure. */
export function useWalkActions(): WalkActions {
  const { i18n } = useTranslation();
  const { showOverlay, setTab } = useScreen();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return {
    copyReturnInfo: (id) => copyReturnInfo(id, language, (item) => caseTypeWords(i18n.t, item), now()),
    openSlip: (id) => {
      showOverlay({ kind: 'slip', caseId: id });
    },
    openWrongShipment: (id) => {
      showOverlay({ kind: 'wrongShipment', caseId: id });
    },
    openMemo: () => {
      setTab('notes');
    },
    openEvidence: () => {
      setTab('evidence');
    },
    openScripts: (id) => {
      showOverlay({ kind: 'scripts', caseId: id, scriptId: null });
    },
    renderContact: (item, at) => <ContactDesk item={item} present={at} />,
    openClosing: (id) => {
      showOverlay({ kind: 'closeCase', caseId: id });
    },
  };
}
