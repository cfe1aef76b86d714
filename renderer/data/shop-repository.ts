import { database } from './database';
import { makeId } from './make-id';
import type { AddressId, ShopId } from '#shared/domain/ids';
import type { ReturnAddress, Shop } from '#shared/domain/shop';

/** Key of the draft of the first run. */
export const firstRunDraft = 'setup';

/** All shops, oldest first. */
export async function listShops(): Promise<Shop[]> {
  return (await database().shops.toArray()).sort(
    (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
  );
}

/** All return addresses. */
export function listAddresses(): Promise<ReturnAddress[]> {
  return database().addresses.toArray();
}

/** One shop, or undefined. */
export function getShop(id: ShopId): Promise<Shop | undefined> {
  return database().shops.get(id);
}

/** One return address, or undefined. */
export function getAddress(id: AddressId): Promise<ReturnAddress | undefined> {
  return database().addresses.get(id);
}

/** Adds a shop or changes the one with this id. */
export async function saveShop(
  input: Omit<Shop, 'id' | 'createdAt'> & { readonly id?: ShopId },
  now: number,
): Promise<Shop> {
  const db = database();
  return db.transaction('rw', db.shops, async () => {
    const old = input.id === undefined ? undefined : await db.shops.get(input.id);
    const shop: Shop = {
      ...old,
      ...input,
      id: old?.id ?? makeId<'shop'>(now),
      createdAt: old?.createdAt ?? now,
    };
    await db.shops.put(shop);
    return shop;
  });
}

/** Changes what a shop does its own way; a part left out stays. */
export async function saveShopHabits(
  id: ShopId,
  habits: Partial<Pick<Shop, 'contactOrder' | 'flagLegend'>>,
): Promise<void> {
  await database().shops.update(id, habits);
}

/** Adds a return address or changes the one with this id. */
export async function saveAddress(
  input: Omit<ReturnAddress, 'id'> & { readonly id?: AddressId },
  now: number,
): Promise<ReturnAddress> {
  const address: ReturnAddress = { ...input, id: input.id ?? makeId<'address'>(now) };
  await database().addresses.put(address);
  return address;
}

/** Removes a shop; its cases keep their platform and stay. */
export async function removeShop(id: ShopId): Promise<void> {
  await database().shops.delete(id);
}

/** Removes a return address; shops that used it have none afterwards. */
export async function removeAddress(id: AddressId): Promise<void> {
  const { shops, addresses } = database();
  await database().transaction('rw', [shops, addresses], async () => {
    await shops.filter((one) => one.addressId === id).modify({ addressId: null });
    await addresses.delete(id);
  });
}

/** What the first run asks for. */
export type FirstRun = {
  readonly shops: readonly Pick<Shop, 'platform' | 'name' | 'signature'>[];
  /** Put on the slips of all these shops; null when it was left for later. */
  readonly address: Omit<ReturnAddress, 'id' | 'sample'> | null;
};

/**
 * Keeps the first shops with their return address, marks the set-up as done and forgets the typed draft, in one
 * durable transaction: a crash leaves either all of it or the draft.
 */
export async function finishFirstRun({ shops, address }: FirstRun, now: number): Promise<void> {
  const db = database();
  await db.transaction('rw', [db.shops, db.addresses, db.settings, db.drafts], async () => {
    const addressId = address === null ? null : (await saveAddress({ ...address, sample: false }, now)).id;
    for (const shop of shops) await saveShop({ ...shop, addressId, sample: false }, now);
    await db.settings.put({ key: 'setUp', value: true });
    await db.drafts.delete(firstRunDraft);
  });
}
