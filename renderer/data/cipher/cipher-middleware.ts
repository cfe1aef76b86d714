import type {
  DBCore,
  DBCoreCursor,
  DBCoreIndex,
  DBCoreKeyRange,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreQuery,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import { AppError } from '#shared/errors';
import { currentCipher } from './current-cipher';
import { isSealed, type Row, type RowCipher } from './row-cipher';
import { cursorOver, scan, uniqueKeys } from './scan';
import { isSealedTable, isTokenField } from './what-is-sealed';

// Dexie has these numbers as an enum of its types only.
const isExact = ({ type }: DBCoreKeyRange): boolean => (type as number) === 1;
const isAll = ({ type }: DBCoreKeyRange): boolean => (type as number) === 3;
const everything = { type: 3, lower: undefined, upper: undefined } as unknown as DBCoreKeyRange;

/**
 * Seals rows on their way to the disk and opens them on their way back. It sits below everything else, live queries
 * and the outbox too, so nothing above it knows whether there is a lock.
 */
export const cipherMiddleware: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'cipher',
  level: -10,
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return isSealedTable(name) ? sealedTable(table) : table;
    },
  }),
};

function sealedTable(table: DBCoreTable): DBCoreTable {
  const { name, schema } = table;
  const primary = schema.primaryKey;
  const hasTokens = (index: DBCoreIndex): boolean =>
    [index.keyPath].flat().some((field) => field !== null && isTokenField(field));
  const tokenKeys = hasTokens(primary) && primary.autoIncrement !== true;

  function open(stored: unknown): unknown {
    const current = currentCipher();
    if (current !== null) return stored === undefined ? stored : current.cipher.open(name, stored as Row);
    // Never shown as if it were a row: without the key it is none.
    if (isSealed(stored)) throw new AppError('locked', { table: name });
    return stored;
  }

  function close(cipher: RowCipher, index: DBCoreIndex, range: DBCoreKeyRange): DBCoreKeyRange {
    const bound = (value: unknown): unknown => cipher.closeKey(name, index.keyPath, value);
    return { ...range, lower: bound(range.lower), upper: bound(range.upper) };
  }

  /** Exact lookups pass through by token; everything else over tokens has to look at all rows. */
  function passes({ index, range }: DBCoreQuery): boolean {
    return !hasTokens(index) || isExact(range) || (index.isPrimaryKey === true && isAll(range));
  }

  function rowsOf(trans: DBCoreTransaction, query: DBCoreQuery): Promise<Row[]> {
    return table
      .query({ trans, query, values: true, limit: Infinity })
      .then(({ result }) => result.map((row) => open(row) as Row));
  }

  function all(trans: DBCoreTransaction): Promise<Row[]> {
    return rowsOf(trans, { index: primary, range: everything });
  }

  function mutate(cipher: RowCipher, request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> {
    if (request.type === 'delete') {
      const keys = request.keys.map((key) => cipher.closeKey(name, primary.keyPath, key));
      return table.mutate({ ...request, keys });
    }
    if (request.type === 'deleteRange') {
      const query = { index: primary, range: request.range };
      if (passes(query)) return table.mutate({ ...request, range: close(cipher, primary, request.range) });
      return all(request.trans).then((rows) => {
        const found = scan(rows, primary, primary, request.range);
        const keys = found.map(({ primaryKey }) => cipher.closeKey(name, primary.keyPath, primaryKey));
        return table.mutate({ type: 'delete', trans: request.trans, keys });
      });
    }
    const plain = request.values as readonly Row[];
    const keyPaths = [primary.keyPath, ...schema.indexes.map(({ keyPath }) => keyPath)];
    const sealed = currentCipher()?.writes !== 'plain';
    const values = sealed ? plain.map((row) => cipher.seal(name, row, keyPaths)) : plain;
    const { keys: _keys, ...rest } = request;
    // Keys stand in the rows; those of a sealed row are tokens, and IndexedDB reads them there.
    return table.mutate({ ...rest, values }).then((response) => {
      if (!tokenKeys) return response;
      const results = plain.map((row) => primary.extractKey?.(row) as unknown);
      return { ...response, results, lastResult: results.at(-1) };
    });
  }

  return {
    ...table,
    mutate: (request) => {
      const cipher = currentCipher()?.cipher;
      return cipher === undefined ? table.mutate(request) : mutate(cipher, request);
    },
    get: (request) => {
      const cipher = currentCipher()?.cipher;
      const key: unknown = cipher?.closeKey(name, primary.keyPath, request.key) ?? request.key;
      return table.get({ ...request, key }).then(open);
    },
    getMany: (request) => {
      const cipher = currentCipher()?.cipher;
      const keys = request.keys.map((key) => cipher?.closeKey(name, primary.keyPath, key) ?? key);
      return table.getMany({ ...request, keys }).then((rows) => rows.map(open));
    },
    query: (request) => {
      const cipher = currentCipher()?.cipher;
      const { query, values, trans, limit = Infinity, direction = 'next' } = request;
      const tokenOrder = tokenKeys && query.index.isPrimaryKey === true;
      if (cipher === undefined || (passes(query) && !(tokenOrder && limit !== Infinity))) {
        const range = cipher === undefined ? query.range : close(cipher, query.index, query.range);
        const withRows = values === true || (tokenKeys && cipher !== undefined);
        return table
          .query({ ...request, query: { ...query, range }, values: withRows })
          .then(({ result }) => {
            if (!withRows) return { result };
            const rows = result.map((row) => open(row) as Row);
            return {
              result: values === true ? rows : rows.map((row) => primary.extractKey?.(row) as unknown),
            };
          });
      }
      return all(trans).then((rows) => {
        let found = scan(rows, query.index, primary, query.range);
        if (direction.endsWith('unique')) found = uniqueKeys(found);
        if (direction.startsWith('prev')) found.reverse();
        const cut = found.slice(0, limit);
        return { result: cut.map(({ value, primaryKey }) => (values === true ? value : primaryKey)) };
      });
    },
    count: (request) => {
      const cipher = currentCipher()?.cipher;
      if (cipher === undefined) return table.count(request);
      const { query, trans } = request;
      if (!passes(query)) {
        return all(trans).then((rows) => scan(rows, query.index, primary, query.range).length);
      }
      return table.count({ ...request, query: { ...query, range: close(cipher, query.index, query.range) } });
    },
    openCursor: (request) => {
      const cipher = currentCipher()?.cipher;
      const { query, trans, reverse = false, unique = false } = request;
      if (cipher === undefined || !(tokenKeys || hasTokens(query.index))) {
        return table.openCursor(request).then((cursor) => {
          return cursor === null || request.values !== true ? cursor : openedCursor(cursor, open);
        });
      }
      const { index, range } = query;
      const rows = isExact(range) ? rowsOf(trans, { index, range: close(cipher, index, range) }) : all(trans);
      return rows.then((some) => {
        const found = scan(some, index, primary, range);
        const kept = unique ? uniqueKeys(found) : found;
        return cursorOver(reverse ? kept.reverse() : kept, reverse, trans);
      });
    },
  };
}

/** The same cursor with its rows opened. IndexedDB's own getters only work on the cursor itself. */
function openedCursor(cursor: DBCoreCursor, open: (stored: unknown) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: (): unknown => cursor.key },
    primaryKey: { get: (): unknown => cursor.primaryKey },
    value: { get: (): unknown => open(cursor.value) },
    done: { get: () => cursor.done },
    continue: {
      value: (key?: unknown) => {
        cursor.continue(key);
      },
    },
    continuePrimaryKey: {
      value: (key: unknown, primaryKey: unknown) => {
        cursor.continuePrimaryKey(key, primaryKey);
      },
    },
    advance: {
      value: (count: number) => {
        cursor.advance(count);
      },
    },
  }) as DBCoreCursor;
}
