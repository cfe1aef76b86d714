import { useReviewView } from '../state/review-store';
import { useScreen } from '../state/screen-store';
import { takeBackNewest } from '../features/trash/take-back';
import {
  always,
  closeChosen,
  focusListSearch,
  hasCase,
  hasChosen,
  lockNow,
  stepButtons,
} from './command-acts';
import { screens } from './navigation';

/** One thing a seller can do from anywhere: named in the palette and the key sheet, run by key, menu or button. */
export type Command = {
  readonly name: string;
  readonly label: string;
  /** `Ctrl+K`, `Alt+1`, or a single key that works outside text fields; empty when it is only in the palette. */
  readonly keys: string;
  readonly enabled: () => boolean;
  /** Keys that mean something else inside a text field. */
  readonly notWhileTyping?: true;
  /** One of a row of keys: the key sheet names the row, the palette leaves it out. */
  readonly quiet?: true;
  readonly run: () => void;
};

/** All commands, as data. */
export const commands: readonly Command[] = [
  {
    name: 'newCase',
    label: 'cases.newTitle',
    keys: 'N',
    enabled: always,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'newCase' });
    },
  },
  {
    name: 'search',
    label: 'app.searchEverything',
    keys: 'Ctrl+K',
    enabled: always,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'palette' });
    },
  },
  { name: 'listSearch', label: 'cases.filterText', keys: '/', enabled: always, run: focusListSearch },
  {
    name: 'printSlip',
    label: 'cases.slip',
    keys: 'P',
    enabled: hasCase,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (caseId !== null) showOverlay({ kind: 'slip', caseId });
    },
  },
  {
    name: 'evidencePack',
    label: 'pack.command',
    keys: 'E',
    enabled: hasCase,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (caseId !== null) showOverlay({ kind: 'pack', caseId });
    },
  },
  {
    name: 'logWrongShipment',
    label: 'app.logWrongShipment',
    keys: 'W',
    enabled: always,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      showOverlay({ kind: 'wrongShipment', caseId: hasCase() ? caseId : null });
    },
  },
  {
    name: 'newInvoice',
    label: 'invoices.new',
    keys: 'I',
    enabled: always,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      showOverlay({ kind: 'invoice', caseId: hasCase() ? caseId : null });
    },
  },
  {
    name: 'sendMessage',
    label: 'app.sendMessage',
    keys: 'H',
    enabled: always,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      showOverlay({ kind: 'scripts', caseId: hasCase() ? caseId : null, scriptId: null });
    },
  },
  {
    name: 'contactBuyer',
    label: 'contacts.title',
    keys: 'L',
    enabled: hasCase,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (caseId !== null) showOverlay({ kind: 'contact', caseId });
    },
  },
  {
    name: 'decide',
    label: 'decide.title',
    keys: 'Q',
    enabled: hasCase,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (caseId !== null) showOverlay({ kind: 'decide', caseId });
    },
  },
  {
    name: 'closeCase',
    label: 'playbook.close.command',
    keys: 'X',
    enabled: () => hasCase() || hasChosen(),
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (hasChosen()) closeChosen();
      else if (caseId !== null) showOverlay({ kind: 'closeCase', caseId });
    },
  },
  { name: 'closeMany', label: 'closeMany.command', keys: '', enabled: hasChosen, run: closeChosen },
  {
    name: 'swap',
    label: 'swap.title',
    keys: '',
    enabled: hasCase,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (caseId !== null) showOverlay({ kind: 'swap', caseId });
    },
  },
  ...(['refund', 'activities'] as const).map((tab): Command => ({
    name: `discount-${tab}`,
    label: tab === 'refund' ? 'discount.open' : 'discount.add',
    keys: '',
    enabled: always,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      showOverlay({ kind: 'discount', caseId: hasCase() ? caseId : null, tab, activity: null });
    },
  })),
  {
    name: 'productCards',
    label: 'products.title',
    keys: '',
    enabled: always,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'product', name: null });
    },
  },
  {
    name: 'newOrder',
    label: 'cases.newOrderCommand',
    keys: '',
    enabled: hasCase,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      if (caseId !== null) showOverlay({ kind: 'newOrder', caseId });
    },
  },
  {
    name: 'newPerson',
    label: 'people.add',
    keys: '',
    enabled: always,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'person', personId: null });
    },
  },
  {
    name: 'tasks',
    label: 'tasks.command',
    keys: 'T',
    enabled: always,
    run: () => {
      const { caseId, showOverlay } = useScreen.getState();
      showOverlay({ kind: 'tasks', caseId: hasCase() ? caseId : null });
    },
  },
  {
    name: 'newReview',
    label: 'reviews.add',
    keys: '',
    enabled: always,
    run: () => {
      useScreen.getState().go('reviews');
      useReviewView.getState().add(true);
    },
  },
  {
    name: 'weekView',
    label: 'calendar.open',
    keys: 'G',
    enabled: always,
    run: () => {
      useScreen.getState().go('calendar');
    },
  },
  {
    name: 'visits',
    label: 'visits.title',
    keys: '',
    enabled: always,
    run: () => {
      useScreen.getState().showCalendar('visits');
    },
  },
  ...(['archive', 'export', 'restore'] as const).map((what): Command => ({
    name: `backup-${what}`,
    label: { archive: 'backup.makeArchive', export: 'backup.exportCopy', restore: 'backup.restore' }[what],
    keys: '',
    enabled: always,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'backup', what });
    },
  })),
  {
    name: 'lock',
    label: 'lock.lockNow',
    keys: 'Ctrl+L',
    enabled: always,
    run: lockNow,
  },
  {
    name: 'undo',
    label: 'undo.undo',
    keys: 'Ctrl+Z',
    enabled: always,
    notWhileTyping: true,
    run: () => void takeBackNewest(),
  },
  {
    name: 'recent',
    label: 'undo.recent',
    keys: 'Ctrl+Shift+Z',
    enabled: always,
    notWhileTyping: true,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'recent' });
    },
  },
  {
    name: 'trash',
    label: 'trash.title',
    keys: 'Alt+T',
    enabled: always,
    run: () => {
      useScreen.getState().openSettings('trash');
    },
  },
  {
    name: 'privacy',
    label: 'privacy.title',
    keys: 'Alt+Y',
    enabled: always,
    run: () => {
      useScreen.getState().openSettings('privacy');
    },
  },
  {
    name: 'keys',
    label: 'app.keySheet',
    keys: '?',
    enabled: always,
    run: () => {
      useScreen.getState().showOverlay({ kind: 'keys' });
    },
  },
  ...[1, 2, 3, 4, 5, 6].map((place): Command => ({
    name: `step-${place}`,
    label: 'app.keyStep',
    keys: `Ctrl+${place}`,
    quiet: true,
    enabled: () => hasCase() && stepButtons()[place - 1] !== undefined,
    run: () => {
      stepButtons()[place - 1]?.click();
    },
  })),
  ...screens.map((screen): Command => ({
    name: screen.name,
    label: `app.screen.${screen.name}`,
    keys: `Alt+${screen.key}`,
    enabled: always,
    run: () => {
      useScreen.getState().go(screen.name);
    },
  })),
];
