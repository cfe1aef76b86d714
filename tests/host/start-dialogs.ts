import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { DialogAnswer, DialogRequest } from './control';

/** Puts one question in the window; null when dismissed. */
type Ask = (box: 'confirm' | 'prompt', text: string, initial: string) => Promise<string | boolean | null>;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unused(path: string): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  let candidate = path;
  for (let count = 2; existsSync(candidate); count += 1) candidate = `${stem} (${count})${extension}`;
  return candidate;
}

async function answerSave(request: DialogRequest, ask: Ask, downloads: string): Promise<DialogAnswer> {
  const initial = unused(resolve(downloads, text(request.options['defaultPath']) || 'Liudi'));
  const answer = await ask('prompt', text(request.options['title']) || '另存为 / Save as', initial);
  return typeof answer === 'string' && answer.trim() !== ''
    ? { canceled: false, filePath: resolve(downloads, answer.trim()) }
    : { canceled: true };
}

async function answerOpen(request: DialogRequest, ask: Ask, documents: string): Promise<DialogAnswer> {
  const initial = resolve(documents, text(request.options['defaultPath']) || '.');
  const title = text(request.options['title']) || '文件或文件夹的路径 / Path of the file or folder';
  const answer = await ask('prompt', title, initial);
  if (typeof answer !== 'string' || answer.trim() === '') return { canceled: true };
  const path = resolve(documents, answer.trim());
  if (existsSync(path)) return { canceled: false, filePaths: [path] };
  await ask('confirm', `找不到 / Not found: ${path}`, '');
  return { canceled: true };
}

async function answerMessage(request: DialogRequest, ask: Ask): Promise<DialogAnswer> {
  const { options } = request;
  const buttons = Array.isArray(options['buttons']) ? options['buttons'].map(String) : [];
  const message = [text(options['message']), text(options['detail'])]
    .filter((part) => part !== '')
    .join('\n\n');
  const cancelId =
    typeof options['cancelId'] === 'number' ? options['cancelId'] : Math.max(0, buttons.length - 1);
  if (buttons.length > 2) {
    const list = buttons.map((label, index) => `${index + 1} = ${label}`).join('\n');
    const answer = Number(await ask('prompt', `${message}\n\n${list}`, String(cancelId + 1)));
    return { response: answer >= 1 && answer <= buttons.length ? answer - 1 : cancelId };
  }
  const otherId = buttons.findIndex((_label, index) => index !== cancelId);
  const yes = Math.max(0, otherId);
  const hint = buttons.length === 2 ? `\n\nOK = ${buttons[yes] ?? ''}` : '';
  const isYes = (await ask('confirm', `${message}${hint}`, '')) === true;
  return { response: isYes ? yes : cancelId };
}

/** Answers a native dialog with the browser's own boxes: plain, but the seller decides. */
export async function answerInPage(
  request: DialogRequest,
  ask: Ask,
  folders: { readonly documents: string; readonly downloads: string },
): Promise<DialogAnswer> {
  if (request.kind === 'save') return await answerSave(request, ask, folders.downloads);
  if (request.kind === 'open') return await answerOpen(request, ask, folders.documents);
  if (request.kind === 'message') return await answerMessage(request, ask);
  await ask('confirm', `${text(request.options['title'])}\n\n${text(request.options['content'])}`, '');
  return {};
}

/** Where a sheet goes that the app sent to a printer: there is no printer dialog here. */
export function printedFile(downloads: string): string {
  return unused(join(downloads, 'liudi-print.pdf'));
}
