/**
 * Names that may never change once the first customer has data: IndexedDB belongs to the origin and lives in
 * the data folder, so a new scheme, host, folder, partition or database name means an empty shop (B, "Origin
 * never changes"). tests/unit/electron/frozen-names.test.ts fails on any change.
 */
export const frozenNames = {
  scheme: 'app',
  host: 'liudi',
  origin: 'app://liudi',
  /** Folder below the system's application data. */
  dataFolder: 'Liudi',
  /** Empty: the default session. */
  partition: '',
  database: 'liudi',
  /** Also `appId` in electron-builder.yml: Windows ties notifications to it. */
  appId: 'app.liudi.desk',
} as const;

/** The only documents of the app. */
export const pages = {
  main: `${frozenNames.origin}/index.html`,
  print: `${frozenNames.origin}/print.html`,
  message: `${frozenNames.origin}/message.html`,
} as const;
