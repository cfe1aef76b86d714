import { cleanCell, cleanHeading } from './clean-cell';
import { isPersonal, orderFields, type Mapping, type OrderField } from './order-fields';
import { signatures } from './signatures';
import type { Signature } from './signature';

/** A sheet as its reader gives it: every cell as text. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

export type TableRow = {
  /** As counted on screen, from 1; the heading has one too. */
  readonly line: number;
  /** Empty when there is only one. */
  readonly sheet: string;
  readonly cells: readonly string[];
};

/** Columns and rows of a file. Cells of columns that tell who somebody is are not in it any more. */
export type OrderTable = {
  readonly headings: readonly string[];
  /** Headings of the columns that were dropped unread. */
  readonly dropped: readonly string[];
  readonly rows: readonly TableRow[];
};

export type Guess = {
  readonly signature: Signature | null;
  /** All that tells this export from others is there. */
  readonly certain: boolean;
  readonly mapping: Mapping;
};

/** Notes and titles may stand above the headings. */
const headingWithin = 50;

/** Finds the headings in a file's sheets and takes what stands below them; null when nothing looks like headings. */
export function findTable(sheets: readonly Sheet[]): OrderTable | null {
  const heads = sheets.flatMap((sheet) => {
    const head = findHead(sheet);
    return head === null ? [] : [{ sheet, ...head }];
  });
  const best = heads.reduce<(typeof heads)[number] | null>(
    (one, next) => (one === null || next.score > one.score ? next : one),
    null,
  );
  if (best === null) return null;
  const headings = trimEnd(best.sheet.rows[best.row] ?? []).map((cell) => cleanCell(cell));
  const print = fingerprint(headings);
  const personal = new Set(headings.flatMap((one, at) => (isPersonal(cleanHeading(one)) ? [at] : [])));
  // Some workbooks have a sheet per month, each with the same headings.
  const alike = heads.filter(
    ({ sheet, row }) => fingerprint(trimEnd(sheet.rows[row] ?? []).map((cell) => cleanCell(cell))) === print,
  );
  const rows = alike.flatMap(({ sheet, row }) =>
    sheet.rows.slice(row + 1).flatMap((cells, index): TableRow[] =>
      cells.every((cell) => cell.trim() === '')
        ? []
        : [
            {
              line: row + index + 2,
              sheet: alike.length > 1 ? sheet.name : '',
              cells: headings.map((_one, at) => (personal.has(at) ? '' : (cells[at] ?? ''))),
            },
          ],
    ),
  );
  return { headings, dropped: [...personal].map((at) => headings[at] ?? ''), rows };
}

function findHead({ rows }: Sheet): { readonly row: number; readonly score: number } | null {
  let best: { row: number; score: number } | null = null;
  for (const [row, cells] of rows.slice(0, headingWithin).entries()) {
    const score = scoreOf(new Set(cells.map(cleanHeading)));
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best;
}

/** How many names of ours a row of headings has; the order number alone would be found in any remark. */
function scoreOf(names: ReadonlySet<string>): number {
  const known = [...names].filter((name) => knownNames.has(name)).length;
  return known >= 2 ? known : 0;
}

function trimEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** Tells one set of headings from another, so that the seller's own mapping is found again. */
export function fingerprint(headings: readonly string[]): string {
  return headings.map(cleanHeading).join('|');
}

function namesOf(field: OrderField, signature: Signature | null): readonly string[] {
  const names =
    signature === null
      ? signatures.flatMap(({ columns }) => columns[field] ?? [])
      : (signature.columns[field] ?? []);
  return [...new Set([...names.map(cleanHeading), ...(signature === null ? (common[field] ?? []) : [])])];
}

/** Names sellers give columns themselves; used when no platform's export is recognised. */
const common: Readonly<Partial<Record<OrderField, readonly string[]>>> = {
  orderNo: ['订单号', '订单编号', '交易号', 'orderno', 'orderid', 'order'],
  title: ['商品', '商品名称', '品名', '宝贝', '产品', 'product', 'title'],
  quantity: ['数量', '件数', 'quantity', 'qty'],
  paid: ['实付', '实付金额', '金额', '付款金额', 'paid', 'amount'],
  freight: ['运费', '邮费', 'freight', 'shipping'],
  sku: ['规格', '颜色尺码', 'sku', 'variant'],
  buyerId: ['买家', '买家id', '会员名', '买家昵称', 'buyer', 'buyerid'],
  status: ['状态', 'status'],
  courier: ['快递', '快递公司', 'courier'],
  waybill: ['运单号', '快递单号', '物流单号', 'waybill', 'tracking'],
};

const knownNames: ReadonlySet<string> = new Set(
  orderFields.flatMap((field) => [
    ...namesOf(field, null),
    ...signatures.flatMap(({ all, any = [] }) => [...all, ...any].map(cleanHeading)),
  ]),
);

/** Which export this is and which column holds what, by the names of its columns. */
export function guessOrders(headings: readonly string[]): Guess {
  const names = new Set(headings.map(cleanHeading));
  const has = (name: string): boolean => names.has(cleanHeading(name));
  const fits = signatures.filter(
    ({ all, any, none = [] }) => all.every(has) && (any === undefined || any.some(has)) && !none.some(has),
  );
  const signature = fits[0] ?? closest(has);
  const certain = fits.length === 1;
  return { signature, certain, mapping: mapBy(headings, signature) };
}

/** A file whose seller left columns out: the export that knows most of those that are there. */
function closest(has: (name: string) => boolean): Signature | null {
  let best: Signature | null = null;
  let most = 3;
  for (const signature of signatures) {
    const { columns, all, none = [] } = signature;
    if (none.some(has) || !all.some(has) || !(columns.orderNo ?? []).some(has)) continue;
    const known = Object.values(columns).filter((list) => list.some(has)).length;
    if (known > most) [best, most] = [signature, known];
  }
  return best;
}

/** The columns a signature means, in the file's own order of names; all signatures together when there is none. */
export function mapBy(headings: readonly string[], signature: Signature | null): Mapping {
  const clean = headings.map(cleanHeading);
  const mapping: Partial<Record<OrderField, readonly number[]>> = {};
  for (const field of orderFields) {
    const found = namesOf(field, signature).flatMap((name) => {
      const at = clean.indexOf(name);
      return at === -1 || isPersonal(name) ? [] : [at];
    });
    if (found.length > 0) mapping[field] = found;
  }
  return mapping;
}
