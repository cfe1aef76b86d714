import './no-code-from-text';
import '@fontsource-variable/noto-sans-sc';
import '../ui/tokens.css';
import '../ui/base.css';
import './app.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppError, toAppError } from '#shared/errors';
import { openDatabase } from '../data/database';
import { keepShippedRules } from '../data/rule-repository';
import { defaultSettings, readSettings } from '../data/setting-repository';
import { beginSession } from '../data/settle-store';
import { undoUnfinishedRestore } from '../data/restore-staging';
import { beginUndo } from '../data/undo/undo-repository';
import { prepareTimeline } from '../data/timeline-repository';
import { now } from '../platform/clock';
import { ask } from '../platform/desktop';
import { setTextLanguage, startTexts } from '../text/i18n';
import { App } from './app';
import { beginAnewOnce, startedWell } from './begin-anew';
import { dressWithoutSettings } from './before-settings';
import { FatalScreen } from './fatal-screen';
import { readOwnTypeNames } from './own-type-names';
import { openStore } from './open-store';
import { reportToLog } from './report-to-log';
import { giveStylesTheNonce } from './style-nonce';
import { takeKept } from '../features/evidence/kept-intake';
import { recheckFiles } from '../features/evidence/scrub';
import { RescueScreen } from '../features/rescue/rescue-screen';
import { SlowStart } from './slow-start';
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
    root.render(<SlowStart />);
    // What waits for a store that the browser has taken away (a damaged block is enough) waits for ever.
    const lost = new Promise<never>((_never, reject) => {
      onLost = () => {
        reject(new AppError('storageUnavailable'));
      };
    });
    root.render(await Promise.race([openShop(), lost]));
    startedWell();
  } catch (error) {
    console.error(error);
    const known = toAppError(error);
    if (!(await beginAnewOnce(known))) root.render(<FatalScreen error={known} />);
  }
}

let onLost: () => void = () => undefined;

/** Everything that reads or writes the store before the first screen. */
async function openShop(): Promise<ReactNode> {
  await Promise.all([
    openDatabase(undefined, {
      onLost: () => {
        onLost();
      },
    }),
    prepareTimeline(),
  ]);
  const settings = await readSettings();
  await setTextLanguage(settings.language);
  const answer = await openStore();
  if (answer.mode === 'rescue') {
    // The settings went with the database.
    await dressWithoutSettings((await ask('getLock')).language);
    return <RescueScreen rescue={answer} takeKept={takeKept} />;
  }
  await undoUnfinishedRestore();
  if (answer.filesShort === true) await recheckFiles(now());
  addEventListener('pagehide', await beginSession(now()));
  await Promise.all([keepShippedRules(now()), readOwnTypeNames()]);
  await beginUndo();
  return <App />;
}

void start();
