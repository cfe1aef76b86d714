import { wrongKinds, type WrongKind, type WrongShipment } from '#shared/domain/wrong-shipment';

export type WrongTotals = {
  readonly count: number;
  readonly costFen: number;
  /** Only kinds that happened. */
  readonly byKind: readonly { readonly kind: WrongKind; readonly count: number; readonly costFen: number }[];
};

/** What a month's wrong shipments cost, in all and by kind (R30). Money is integer fen. */
export function wrongTotals(rows: readonly WrongShipment[]): WrongTotals {
  const sum = (some: readonly WrongShipment[]): number => some.reduce((fen, row) => fen + row.costFen, 0);
  const byKind = wrongKinds.map((kind) => {
    const some = rows.filter((row) => row.kind === kind);
    return { kind, count: some.length, costFen: sum(some) };
  });
  return { count: rows.length, costFen: sum(rows), byKind: byKind.filter((one) => one.count > 0) };
}

/** Rows that hold a text somewhere a seller would look for it. */
export function filterShipments<Row extends WrongShipment & { readonly caseNo: string }>(
  rows: readonly Row[],
  text: string,
): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    [row.buyerId, row.orderNo, row.shouldSend, row.sent, row.causeNote, row.packedBy, row.caseNo].some(
      (field) => field.toLowerCase().includes(wanted),
    ),
  );
}
