import { database } from './database';
import { makeId } from './make-id';
import type { AddressId, ShopId } from '#shared/domain/ids';
import type { ReturnAddress, Shop } from '#shared/domain/shop';

/** All shops, oldest first. */
export async function listShops(): Promise<Shop[]> {
  return (await database().shops.toArray()).sort((a, b) => a.createdAt - b.createdAt);
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
    const shop: Shop = { ...input, id: old?.id ?? makeId<'shop'>(now), createdAt: old?.createdAt ?? now };
    await db.shops.put(shop);
    return shop;
  });
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
