/**
 * Our own schema number, kept inside the data. Dexie lets older code open newer data and write to it; the window
 * refuses, and main takes a snapshot of the vault before a newer window changes older data.
 */
export const schemaNumber = 5;
