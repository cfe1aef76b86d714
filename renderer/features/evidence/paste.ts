import { warn } from '../../state/toast-store';
import { collectFiles } from './collect-files';
import { routeFiles } from './route-files';

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  );
}

/**
 * Files what a paste brings, wherever the cursor is. Text pasted into a field stays the field's: a copied table or web
 * page carries text and a picture of it, and the seller means the text.
 */
export function handlePaste(event: ClipboardEvent): void {
  const transfer = event.clipboardData;
  if (transfer === null || ![...transfer.items].some((item) => item.kind === 'file')) return;
  if (isTextField(event.target) && transfer.types.includes('text/plain')) return;
  event.preventDefault();
  // A chat copies picture and text together: the text may name the buyer.
  const words = transfer.getData('text/plain').trim().slice(0, 60);
  void collectFiles(transfer, 'paste').then((found) => routeFiles(found, () => Promise.resolve(words)));
}

/**
 * The button "paste screenshot": reads the pictures on the clipboard. Where reading it is not allowed, says which keys
 * do the same.
 */
export async function pasteFromClipboard(): Promise<void> {
  let items: ClipboardItems;
  try {
    items = await navigator.clipboard.read();
  } catch {
    warn('evidence.clipboardRefused');
    return;
  }
  const files: File[] = [];
  for (const item of items) {
    const type = item.types.find((one) => one.startsWith('image/'));
    if (type === undefined) continue;
    files.push(new File([await item.getType(type)], 'image.png', { type }));
  }
  if (files.length === 0) warn('evidence.clipboardEmpty');
  else await routeFiles({ files: files.map((file) => ({ file, source: 'paste' })), rejected: [] });
}
