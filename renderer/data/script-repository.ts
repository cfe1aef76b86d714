import { AppError } from '#shared/errors';
import { keepBytes, readOriginal } from './evidence-repository';
import { fetchFromVault, isSame } from './vault-file';
import { appendEvent } from './timeline-repository';
import { getCase } from './case-repository';
import { database } from './database';
import { getShop, listAddresses } from './shop-repository';
import { makeId } from './make-id';
import { formatYuan } from '#shared/domain/money';
import { isoDay, isoMinute } from '#shared/domain/shanghai-time';
import { rememberedBlanks } from '#shared/knowledge/scripts/blanks';
import { scriptsVersion, shippedScripts } from '#shared/knowledge/scripts/library';
import { reasonInShort } from '#shared/domain/reason-text';
import type { CaseId, Sha256 } from '#shared/domain/ids';
import type { Script, ScriptPicture } from '#shared/domain/script';
import type { ScriptFacts } from '#shared/domain/script-values';
import type { ScriptRecord } from './records';

/** A message as the seller has it. */
export type LibraryScript = Script & {
  /** `shipped` as delivered, `edited` a shipped one with the seller's words, `own` the seller's. */
  readonly state: 'shipped' | 'edited' | 'own';
  /** An edited one whose shipped text has changed since. */
  readonly outdated: boolean;
  readonly hidden: boolean;
  readonly favourite: boolean;
  readonly uses: number;
};

/** All messages: the shipped ones with the seller's edits over them, then the seller's own. */
export async function listScripts(): Promise<LibraryScript[]> {
  const db = database();
  const [records, uses] = await Promise.all([db.scripts.toArray(), db.scriptUses.toArray()]);
  const edits = new Map(records.map((record) => [record.id, record]));
  const usesOf = new Map(uses.map((use) => [use.scriptId, use]));
  const shippedIds = new Set(shippedScripts.map(({ id }) => id));
  const join = (script: Script, record: ScriptRecord | undefined): LibraryScript => ({
    ...script,
    ...record?.script,
    id: script.id,
    state: !shippedIds.has(script.id) ? 'own' : record?.script == null ? 'shipped' : 'edited',
    outdated:
      record?.script != null && record.basedOn !== null && record.basedOn !== JSON.stringify(script.text),
    hidden: record?.hidden ?? false,
    favourite: usesOf.get(script.id)?.favourite ?? false,
    uses: usesOf.get(script.id)?.count ?? 0,
  });
  const own = records.flatMap(({ id, script }) => (shippedIds.has(id) || script === null ? [] : [script]));
  return [...shippedScripts, ...own].map((script) => join(script, edits.get(script.id)));
}

/**
 * The message a step of a procedure means, in the seller's words. One taken out of the lists comes in its shipped
 * words and says so; null when there is none, as with a deleted one of the seller's own.
 */
export async function findScript(
  id: string,
): Promise<{ readonly script: LibraryScript; readonly removed: boolean } | null> {
  const script = (await listScripts()).find((one) => one.id === id);
  if (script === undefined) return null;
  const shipped = shippedScripts.find((one) => one.id === id);
  if (!script.hidden || shipped === undefined) return { script, removed: false };
  const { pictures: _pictures, ...rest } = script;
  return { script: { ...rest, ...shipped }, removed: true };
}

/** Keeps a message in the seller's words. A shipped one keeps its id, so that restoring is forgetting the edit. */
export async function saveScript(script: Script, now: number): Promise<void> {
  const shipped = shippedScripts.find(({ id }) => id === script.id);
  const record = {
    id: script.id,
    script,
    basedOn: shipped === undefined ? null : JSON.stringify(shipped.text),
    shippedVersion: scriptsVersion,
    hidden: false,
    savedAt: now,
  };
  await database().scripts.put(record);
}

/** The same with pictures that are new: the message and their bytes together or not at all. */
export async function saveScriptWith(
  script: Script,
  bytes: ReadonlyMap<Sha256, Blob>,
  now: number,
): Promise<void> {
  await saveScripts([script], now, bytes);
}

/** Bytes of a message's picture; from the vault when they are gone or altered here. Throws `notFound`. */
export async function readScriptPicture({
  sha256,
  mime,
}: Pick<ScriptPicture, 'sha256' | 'mime'>): Promise<Blob> {
  const stored = await readOriginal(sha256).catch(() => null);
  if (stored !== null && (await isSame(stored, sha256))) return stored.slice(0, stored.size, mime);
  const kept = await fetchFromVault(sha256, mime);
  if (kept === null) throw new AppError('notFound', { what: 'picture' });
  return kept;
}

/** Many at once with the bytes of their new pictures, all or none (an import). */
export async function saveScripts(
  scripts: readonly Script[],
  now: number,
  bytes: ReadonlyMap<Sha256, Blob> = new Map(),
): Promise<void> {
  const db = database();
  const needed = new Set(scripts.flatMap(({ pictures = [] }) => pictures.map(({ sha256 }) => sha256)));
  await db.transaction('rw', [db.scripts, db.blobs], async () => {
    for (const [sha256, blob] of bytes) if (needed.has(sha256)) await keepBytes(sha256, blob);
    for (const script of scripts) await saveScript(script, now);
  });
}

/** Id for a message of the seller's own. */
export function newScriptId(now: number): string {
  return `own.${makeId<'script'>(now)}`;
}

/** Back to the shipped text. */
export async function restoreScript(id: string): Promise<void> {
  await database().scripts.delete(id);
}

/** Takes a message out of the lists: an own one is deleted, a shipped one hidden. */
export async function removeScript(id: string, now: number): Promise<void> {
  const db = database();
  if (!shippedScripts.some((one) => one.id === id)) {
    await db.scripts.delete(id);
    return;
  }
  const record = await db.scripts.get(id);
  await db.scripts.put({
    id,
    script: record?.script ?? null,
    basedOn: record?.basedOn ?? null,
    shippedVersion: scriptsVersion,
    hidden: true,
    savedAt: now,
  });
}

/** Marks or unmarks a favourite. */
export async function setFavourite(scriptId: string, favourite: boolean): Promise<void> {
  const db = database();
  await db.transaction('rw', db.scriptUses, async () => {
    const use = await db.scriptUses.get(scriptId);
    await db.scriptUses.put({ scriptId, count: use?.count ?? 0, lastAt: use?.lastAt ?? 0, favourite });
  });
}

/**
 * Notes that a message was copied: counted, in the case's history when there is one, and the values that belong to the
 * shop kept for the next time.
 */
export async function noteScriptsCopied(
  scripts: readonly Pick<Script, 'id'>[],
  title: string,
  caseId: CaseId | null,
  values: ReadonlyMap<string, string>,
  now: number,
): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.scriptUses, db.events, db.settings], async () => {
    for (const { id } of scripts) {
      const use = await db.scriptUses.get(id);
      await db.scriptUses.put({
        scriptId: id,
        count: (use?.count ?? 0) + 1,
        lastAt: now,
        favourite: use?.favourite ?? false,
      });
    }
    const kept = [...values].filter(([name, value]) => rememberedBlanks.has(name) && value !== '');
    if (kept.length > 0) {
      const old = await readRemembered();
      await db.settings.put({ key: 'scriptValues', value: Object.fromEntries([...old, ...kept]) });
    }
    if (caseId !== null) {
      const ids = scripts.map(({ id }) => id).join(' ');
      await appendEvent(caseId, 'scriptCopied', { scripts: ids, title }, now);
    }
  });
}

/** Values used last time, for the blanks that belong to the shop. */
export async function readRemembered(): Promise<ReadonlyMap<string, string>> {
  const stored = (await database().settings.get('scriptValues'))?.value;
  if (typeof stored !== 'object' || stored === null) return new Map();
  return new Map(
    Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** What a case, its shop and its soonest running clock say for the blanks. `now` is epoch ms. */
export async function readScriptFacts(caseId: CaseId, now: number): Promise<ScriptFacts> {
  const item = await getCase(caseId);
  if (item === undefined) return {};
  const [shop, addresses, deadlines] = await Promise.all([
    item.shopId === null ? undefined : getShop(item.shopId),
    listAddresses(),
    database().deadlines.where('caseId').equals(caseId).toArray(),
  ]);
  const address = addresses.find(({ id }) => id === shop?.addressId) ?? addresses[0];
  const due = deadlines
    .filter(({ state, dueAt }) => state === 'running' && dueAt > now)
    .map(({ dueAt }) => dueAt)
    .toSorted((a, b) => a - b)[0];
  return {
    buyerId: item.buyerId,
    orderNo: item.orderNo,
    caseNo: item.caseNo,
    product: item.product,
    amount: item.amountFen === null ? '' : formatYuan(item.amountFen),
    description: reasonInShort(item.description),
    shopName: shop?.name ?? '',
    signature: shop?.signature ?? '',
    ...((shop?.postageLink ?? '') === '' ? {} : { postageLink: shop?.postageLink ?? '' }),
    returnAddress:
      address === undefined
        ? ''
        : [address.recipient, address.phone, address.address].filter(Boolean).join(' '),
    carriers: address?.carriers ?? '',
    deadline: due === undefined ? '' : isoMinute(due),
    today: isoDay(now),
  };
}
