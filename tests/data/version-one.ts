/** What shipped first. Databases like this are out there for ever: this list is never changed. */
export const versionOne = {
  settings: 'key',
  shops: 'id',
  addresses: 'id',
  cases:
    'id, &caseNo, [platform+buyerId], buyerId, orderNo, type, waitingOn, platform, [status+nextSort], [status+createdAt], [status+updatedAt]',
  events: 'id, [caseId+seq]',
  evidence: 'id, &nameKey, sha256, [caseId+receivedAt], buyerId, receivedAt',
  blobs: 'sha256',
  thumbs: 'sha256',
  buyerFolders: 'buyerId, &folderKey',
  counters: 'key',
  wrongShipments: 'id, caseId, [month+happenedAt]',
  orderNotes: 'id, caseId, createdAt',
  deadlines: 'id, caseId, [state+dueAt]',
  reminders: 'id, caseId, [state+dueAt]',
  drafts: 'key',
} as const;
