import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { createHash } from 'node:crypto';
import { configure, waitFor } from '@testing-library/react';
import { vi } from 'vitest';

// Hashing and writing many files takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000, hookTimeout: 40_000 });

/**
 * jsdom's own files cannot be read in pieces, hashed or put into a database. Node's can, and are what a browser gives.
 * Object URLs, which jsdom does not know, are counted, so that a test sees one that is not given back.
 */
export function useRealFiles(): { readonly urls: Map<string, Blob> } {
  const urls = new Map<string, Blob>();
  globalThis.Blob = NodeBlob as unknown as typeof Blob;
  globalThis.File = NodeFile as unknown as typeof File;
  let count = 0;
  URL.createObjectURL = (blob: Blob) => {
    count += 1;
    const url = `blob:test/${count}`;
    urls.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = (url: string) => {
    urls.delete(url);
  };
  HTMLMediaElement.prototype.load = () => undefined;
  return { urls };
}

/** A file of this content; `webkitRelativePath` is what a browser sets on files of a picked folder. */
export function makeFile(content: Uint8Array<ArrayBuffer> | string, name: string, relativePath = ''): File {
  const file = new File([content], name);
  Object.defineProperty(file, 'webkitRelativePath', { value: relativePath });
  return file;
}

export async function hashOf(blob: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await blob.arrayBuffer()))
    .digest('hex');
}

/** The tiles on screen. Read straight from the page: asking for roles is slow where there are many. */
export async function findTiles(count?: number): Promise<HTMLElement[]> {
  return waitFor(() => {
    const tiles = [...document.querySelectorAll<HTMLElement>('[data-evidence-id]')];
    if (tiles.length === 0 || (count !== undefined && tiles.length !== count)) {
      throw new Error(`${tiles.length} tiles`);
    }
    return tiles;
  });
}

export type FakeEntry = {
  readonly name: string;
  readonly file?: File | 'unreadable';
  readonly children?: readonly FakeEntry[] | 'unreadable';
};

/** A file system entry as a browser hands it over with a dropped folder; folders come a few entries at a time. */
function entryOf({ name, file, children }: FakeEntry, above = ''): FileSystemEntry {
  const fullPath = `${above}/${name}`;
  const failure = new DOMException('no', 'NotReadableError');
  const pages = Array.isArray(children)
    ? (children as readonly FakeEntry[]).map((one) => [entryOf(one, fullPath)])
    : [];
  return {
    name,
    fullPath,
    isFile: children === undefined,
    isDirectory: children !== undefined,
    file: (done: (file: File) => void, fail: (error: unknown) => void) => {
      if (file === undefined || file === 'unreadable') fail(failure);
      else done(file);
    },
    createReader: () => ({
      readEntries: (done: (entries: FileSystemEntry[]) => void, fail: (error: unknown) => void) => {
        if (children === 'unreadable') fail(failure);
        else done(pages.shift() ?? []);
      },
    }),
  } as unknown as FileSystemEntry;
}

/** What a drop or a paste carries. Its items are gone after the event, as in a browser. */
export function makeTransfer(entries: readonly FakeEntry[], text?: string): DataTransfer {
  const items = entries.map((one) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(one),
    getAsFile: () => (one.file === 'unreadable' ? null : (one.file ?? null)),
  }));
  setTimeout(() => {
    items.length = 0;
  });
  const types = [...(entries.length > 0 ? ['Files'] : []), ...(text === undefined ? [] : ['text/plain'])];
  const getData = (type: string): string => (type === 'text/plain' ? (text ?? '') : '');
  return { items, types, files: [], dropEffect: 'none', getData } as unknown as DataTransfer;
}

/** Drops or pastes on an element, and says whether the browser was kept from doing its own. */
export function send(type: string, target: EventTarget, transfer: DataTransfer): boolean {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: transfer, clipboardData: transfer });
  return !target.dispatchEvent(event);
}
