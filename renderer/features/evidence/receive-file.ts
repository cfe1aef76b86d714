import type { WatchedFile } from '#shared/ipc/watch';

/** Larger files go through the disk: a video of 2 GB must never lie in memory. */
const inMemoryBytes = 16 * 1024 * 1024;
const folderName = 'incoming';

type Named = Pick<WatchedFile, 'id' | 'name' | 'size' | 'modifiedAt'>;

/** A file's bytes as they stream in, as a file of its own name and time. Call {@link forgetReceived} when it is stored. */
export async function receiveFile(one: Named, bytes: ReadableStream<Uint8Array>): Promise<File> {
  const { name, modifiedAt: lastModified } = one;
  if (one.size <= inMemoryBytes) return new File([await new Response(bytes).blob()], name, { lastModified });
  const handle = await (await folder()).getFileHandle(one.id, { create: true });
  await bytes.pipeTo(await handle.createWritable());
  return new File([await handle.getFile()], name, { lastModified });
}

/** Removes what {@link receiveFile} put on the disk. */
export async function forgetReceived({ id, size }: Named): Promise<void> {
  if (size <= inMemoryBytes) return;
  await (await folder()).removeEntry(id).catch(() => undefined);
}

/** Removes what a crash left behind. */
export async function forgetAllReceived(): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderName, { recursive: true });
  } catch {
    // Nothing was left.
  }
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}
