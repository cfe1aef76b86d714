import { database } from './database';

/** When the newest committed record was written (epoch ms), or null in an empty shop. Ids sort by time. */
export async function lastSavedAt(): Promise<number | null> {
  const { events, wrongShipments, orderNotes } = database();
  const times = await Promise.all([
    events
      .orderBy('id')
      .last()
      .then((one) => one?.at),
    wrongShipments
      .orderBy('id')
      .last()
      .then((one) => one?.createdAt),
    orderNotes
      .orderBy('id')
      .last()
      .then((one) => one?.createdAt),
  ]);
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? null : Math.max(...known);
}
