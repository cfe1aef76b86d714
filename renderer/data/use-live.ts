import { useLiveQuery } from 'dexie-react-hooks';

/** Reads from the database and reads again whenever what it read has changed; undefined until the first answer. */
export const useLive = useLiveQuery;
