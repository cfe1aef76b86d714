import '@fontsource-variable/noto-sans-sc';
import '../ui/tokens.css';
import '../ui/base.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { toAppError } from '#shared/errors';
import { openDatabase } from '../data/database';
import { keepShippedRules } from '../data/rule-repository';
import { defaultSettings, readSettings } from '../data/setting-repository';
import { beginSession } from '../data/settle-store';
import { undoUnfinishedRestore } from '../data/restore-staging';
import { beginUndo } from '../data/undo/undo-repository';
import { prepareTimeline } from '../data/timeline-repository';
import { now } from '../platform/clock';
import { setTextLanguage, startTexts } from '../text/i18n';
import { App } from './app';
import { FatalScreen } from './fatal-screen';
import { openStore } from './open-store';
import { reportToLog } from './report-to-log';
import { giveStylesTheNonce } from './style-nonce';
import { RescueScreen } from '../features/rescue/rescue-screen';
import { unlockFirst } from './unlock-first';
import { installTrustedTypes } from './trusted-types';

installTrustedTypes();
giveStylesTheNonce();
reportToLog();

const element = document.querySelector('#root');
if (element === null) throw new Error('#root is missing');
const root = createRoot(element);

/** Opens the data first: nothing is shown that is not really there. A store that will not open gets a real screen. */
async function start(): Promise<void> {
  await startTexts(defaultSettings.language);
  try {
    await unlockFirst(root);
    await Promise.all([openDatabase(), prepareTimeline()]);
    const settings = await readSettings();
    await setTextLanguage(settings.language);
    const answer = await openStore();
    if (answer.mode === 'rescue') {
      root.render(<RescueScreen rescue={answer} />);
      return;
    }
    await undoUnfinishedRestore();
    addEventListener('pagehide', await beginSession(now()));
    await keepShippedRules(now());
    await beginUndo();
    root.render(<App />);
  } catch (error) {
    console.error(error);
    root.render(<FatalScreen error={toAppError(error)} />);
  }
}

void start();
