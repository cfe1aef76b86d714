import type { PreferencesData } from './preferences';

export type CloseAnswer = 'tray' | 'quit' | 'stay';

export type CloseFacts = {
  /** The app is on its way out: menu, tray, system. */
  readonly quitting: boolean;
  readonly hasTray: boolean;
  readonly closeTo: PreferencesData['closeTo'];
};

/** What a click on the window's close button does. Without a tray it quits: nobody could bring the window back. */
export function onClose({ quitting, hasTray, closeTo }: CloseFacts): 'close' | 'hide' | 'ask' {
  if (quitting || !hasTray || closeTo === 'quit') return 'close';
  return closeTo === 'tray' ? 'hide' : 'ask';
}

type Parts = {
  readonly facts: () => CloseFacts;
  /** The message box, once: afterwards the answer is remembered and can be changed in the settings. */
  readonly ask: () => Promise<CloseAnswer>;
  readonly remember: (answer: 'tray' | 'quit') => void;
  readonly hide: () => void;
  readonly quit: () => void;
};

/** Answers the window's `close` event. A second click while the question stands asks no second one. */
export function closeHandler({ facts, ask, remember, hide, quit }: Parts) {
  let asking = false;

  async function askAndAct(): Promise<void> {
    asking = true;
    try {
      const answer = await ask();
      if (answer === 'stay') return;
      remember(answer);
      if (answer === 'tray') hide();
      else quit();
    } finally {
      asking = false;
    }
  }

  return (event: { readonly preventDefault: () => void }): void => {
    const what = onClose(facts());
    if (what === 'close') return;
    event.preventDefault();
    if (what === 'hide') hide();
    else if (!asking) void askAndAct();
  };
}
