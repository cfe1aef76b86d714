import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { nativeText } from '../native-text';
import type { Language, Preferences } from '../preferences';
import type { ChooseSavePath } from './save-target';

type Parts = {
  readonly window: () => BrowserWindow | null;
  readonly preferences: Preferences;
  readonly language: () => Language;
};

type FolderPurpose = 'export' | 'vault' | 'backup' | 'watch';

/** The dialog's title for each. */
const folderTitles = {
  export: 'chooseExportFolder',
  vault: 'chooseVaultFolder',
  backup: 'chooseBackupFolder',
  watch: 'chooseWatchFolder',
} as const satisfies Record<FolderPurpose, string>;

export type Dialogs = {
  readonly chooseSavePath: ChooseSavePath;
  readonly chooseFolder: (purpose?: FolderPurpose) => Promise<string | null>;
  /** An archive to restore from. */
  readonly chooseArchive: () => Promise<string | null>;
};

const filters: Readonly<Record<Parameters<ChooseSavePath>[1], readonly FileFilter[]>> = {
  original: [],
  csv: [{ name: 'CSV', extensions: ['csv'] }],
  xlsx: [{ name: 'Excel', extensions: ['xlsx'] }],
  image: [{ name: 'PNG', extensions: ['png'] }],
  json: [{ name: 'JSON', extensions: ['json'] }],
  ics: [{ name: 'iCalendar', extensions: ['ics'] }],
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
  archive: [{ name: 'Liudi', extensions: ['liudi'] }],
  text: [{ name: 'TXT', extensions: ['txt'] }],
  zip: [{ name: 'ZIP', extensions: ['zip'] }],
};

/** The system's own dialogs: the only place where a folder on the seller's disk is named. */
export function nativeDialogs({ window, preferences, language }: Parts): Dialogs {
  /** Remembered here, because the system's default changed with Electron versions (B, "Electron version changes"). */
  const startFolder = () => preferences.get().lastFolder ?? app.getPath('documents');

  return {
    chooseSavePath: async (suggestedName, kind) => {
      const options = {
        title: kind === 'pdf' ? nativeText(language()).savePdf : nativeText(language()).saveFile,
        defaultPath: path.join(startFolder(), suggestedName),
        filters: [...filters[kind]],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const owner = window();
      const answer = await (owner === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(owner, options));
      if (answer.canceled || answer.filePath === '') return null;
      preferences.update({ lastFolder: path.dirname(answer.filePath) });
      return answer.filePath;
    },
    chooseArchive: async () => {
      const options = {
        title: nativeText(language()).chooseArchive,
        defaultPath: startFolder(),
        // Ending with .age too: some tools rename what they decrypt or send.
        filters: [{ name: 'Liudi', extensions: ['liudi', 'age', 'zip'] }],
        properties: ['openFile' as const],
      };
      const owner = window();
      const answer = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options));
      const file = answer.filePaths[0];
      if (answer.canceled || file === undefined) return null;
      preferences.update({ lastFolder: path.dirname(file) });
      return file;
    },
    chooseFolder: async (purpose = 'export') => {
      const text = nativeText(language());
      const options = {
        title: text[folderTitles[purpose]],
        defaultPath: startFolder(),
        properties: ['openDirectory' as const, 'createDirectory' as const],
      };
      const owner = window();
      const answer = await (owner === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(owner, options));
      const folder = answer.filePaths[0];
      if (answer.canceled || folder === undefined) return null;
      // Files are saved elsewhere than where they come from.
      if (purpose !== 'watch') preferences.update({ lastFolder: folder });
      return folder;
    },
  };
}
