import { openWindows } from './windows';

/**
 * Questions put to the seller in the window itself (the browser's own confirm and prompt boxes): the stand-in has no
 * native dialogs. Used by `npm start`; tests answer through the driver instead.
 */
const waiting = new Map<number, (answer: string | boolean | null) => void>();
let lastId = 0;

/** Asks in the first window that is listening; null when there is none. */
export async function askInPage(
  dialog: 'confirm' | 'prompt',
  text: string,
  initial: string,
): Promise<string | boolean | null> {
  const channel = [...openWindows.values()]
    .map((window) => window.webContents.channel)
    .find((one) => one.isConnected);
  if (channel === undefined) return null;
  lastId += 1;
  const askId = lastId;
  return await new Promise((resolve) => {
    waiting.set(askId, resolve);
    channel.push({ kind: 'ask', askId, dialog, options: JSON.stringify({ text, initial }) });
  });
}

export function settlePageQuestion(askId: number, answer: string | boolean | null): void {
  waiting.get(askId)?.(answer);
  waiting.delete(askId);
}
