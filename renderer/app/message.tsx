import './no-code-from-text';
import '@fontsource-variable/noto-sans-sc';
import '../ui/tokens.css';
import '../ui/base.css';
import './app.css';
import './message/message-page.css';
import { createRoot } from 'react-dom/client';
import { defaultSettings } from '../data/setting-repository';
import { ask } from '../platform/desktop';
import { startTexts } from '../text/i18n';
import { MessagePage } from './message/message-page';
import { reportToLog } from './report-to-log';
import { giveStylesTheNonce } from './style-nonce';
import { installTrustedTypes } from './trusted-types';

installTrustedTypes();
giveStylesTheNonce();
reportToLog();

/** The message window over other programs: a page of its own on the same data. */
async function start(): Promise<void> {
  const element = document.querySelector('#root');
  if (element === null) throw new Error('message.html has no root');
  await startTexts(defaultSettings.language);
  const root = createRoot(element);
  root.render(<MessagePage first={await ask('readMessageWindow')} />);
}

void start();
