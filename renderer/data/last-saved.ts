import { decodeTime } from 'ulid';
import { database } from './database';

/** When the newest committed record was written (epoch ms), or null in an empty shop. Ids carry the time they were made. */
export async function lastSavedAt(): Promise<number | null> {
  const { events, wrongShipments, orderNotes } = database();
  const newest = await Promise.all(
    [events, wrongShipments, orderNotes].map((table) =>
      table.toCollection().reverse().limit(1).primaryKeys(),
    ),
  );
  const times = newest.flat().map((id) => decodeTime(id));
  return times.length === 0 ? null : Math.max(...times);
}
