import { type Disk, type OpenFile, realDisk } from '../../../electron/main/files/disk';

/** A system failure as Node throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}

/** The real disk, telling every step by name before it is done; throwing there makes the step fail. */
export function watchedDisk(before: (step: string) => void, changes: Partial<Disk> = {}): Disk {
  return {
    ...realDisk,
    open: async (path, flags, mode) => {
      const isFolder = flags === 'r';
      before(isFolder ? 'openFolder' : 'open');
      return watchedFile(await realDisk.open(path, flags, mode), isFolder ? 'Folder' : '', before);
    },
    rename: async (from, to) => {
      before('rename');
      await realDisk.rename(from, to);
    },
    unlink: async (path) => {
      before('unlink');
      await realDisk.unlink(path);
    },
    ...changes,
  };
}

function watchedFile(file: OpenFile, suffix: string, before: (step: string) => void): OpenFile {
  return {
    write: (async (buffer: Uint8Array, offset: number, length: number) => {
      before('write');
      return file.write(buffer, offset, length);
    }) as OpenFile['write'],
    sync: async () => {
      before(`sync${suffix}`);
      await file.sync();
    },
    close: async () => {
      // The descriptor is freed in any case, as the system does for a killed process.
      await file.close();
      before(`close${suffix}`);
    },
  };
}
