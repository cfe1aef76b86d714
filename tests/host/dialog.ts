import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { StandInBrowserWindow } from './browser-window';
import type { DialogAnswer, DialogRequest } from './control';
import { askDriver, tellDriver } from './driver-link';
import { requireReady } from './lifecycle';
import { guard } from './not-implemented';

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
}

/** Splits Electron's two call shapes: with and without a parent window first. */
function requestOf(kind: DialogRequest['kind'], args: readonly unknown[]): DialogRequest {
  requireReady('dialog');
  const parent = args[0] instanceof StandInBrowserWindow ? args[0] : null;
  const options = (parent === null ? args[0] : args[1]) ?? {};
  return {
    kind,
    windowId: parent?.id ?? null,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => isPlain(value))),
  };
}

async function ask(kind: DialogRequest['kind'], args: readonly unknown[]): Promise<DialogAnswer> {
  return await askDriver('askDialog', requestOf(kind, args));
}

type Parent = object;

export const dialog = guard('dialog', {
  async showSaveDialog(
    ...args: [Parent, SaveDialogOptions] | [SaveDialogOptions]
  ): Promise<SaveDialogReturnValue> {
    const answer = await ask('save', args);
    const filePath = answer.filePath ?? '';
    return { canceled: answer.canceled ?? filePath === '', filePath };
  },
  async showOpenDialog(
    ...args: [Parent, OpenDialogOptions] | [OpenDialogOptions]
  ): Promise<OpenDialogReturnValue> {
    const answer = await ask('open', args);
    const filePaths = [...(answer.filePaths ?? [])];
    return { canceled: answer.canceled ?? filePaths.length === 0, filePaths };
  },
  async showMessageBox(
    ...args: [Parent, MessageBoxOptions] | [MessageBoxOptions]
  ): Promise<MessageBoxReturnValue> {
    const answer = await ask('message', args);
    const options = (args.length === 2 ? args[1] : args[0]) as MessageBoxOptions;
    const dismissed = options.cancelId ?? 0;
    return { response: answer.response ?? dismissed, checkboxChecked: answer.checkboxChecked ?? false };
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
    // Electron allows this one before ready; then there is no window to show it in.
    tellDriver('askDialog', { kind: 'error', windowId: null, options: { title, content } });
  },
} satisfies Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>);
