import { useEffect, useState } from 'react';
import { signatures } from '#shared/imports/signatures';
import { previewOrders, readOrderMapping } from '../../data/order-import';
import { openOrderFile, type OrderFile } from '../../workers/order-file';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import type { Effect } from '#shared/imports/merge-order';
import type { Mapping } from '#shared/imports/order-fields';
import type { Order } from '#shared/domain/order';
import type { Platform } from '#shared/domain/platform';
import type { ImportedOrder, ReadingWay, RowProblem } from '#shared/imports/read-orders';
import type { FileProblem } from '../../workers/read-sheets';

/** What the seller has chosen, or the app has guessed, about a file. */
export type Choice = {
  /** Id of a signature; null for a table of the seller's own. */
  readonly signature: string | null;
  readonly platform: Platform;
  readonly mapping: Mapping;
};

export type Opening =
  | { readonly state: 'reading' }
  | { readonly state: 'refused'; readonly why: FileProblem }
  | { readonly state: 'failed' }
  | {
      readonly state: 'open';
      readonly file: OrderFile;
      readonly first: Choice;
      readonly remembered: boolean;
    };

/** Opens a file of orders and guesses what it is; how its headings were mapped before wins. */
export function useOpenOrders(source: File): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'reading' });
  useEffect(() => {
    let gone = false;
    let file: OrderFile | null = null;
    const open = async (): Promise<void> => {
      const found = await openOrderFile(source);
      if ('refused' in found) {
        if (!gone) setOpening({ state: 'refused', why: found.refused });
        return;
      }
      file = found.file;
      if (gone) {
        file.close();
        return;
      }
      const { opened } = file;
      const kept = await readOrderMapping(opened.fingerprint);
      const guessed = {
        signature: opened.signature,
        platform: signatures.find(({ id }) => id === opened.signature)?.platform ?? 'other',
        mapping: opened.mapping,
      };
      if (!gone) setOpening({ state: 'open', file, first: kept ?? guessed, remembered: kept !== undefined });
    };
    open().catch((error: unknown) => {
      report(error);
      if (!gone) setOpening({ state: 'failed' });
    });
    return () => {
      gone = true;
      file?.close();
    };
  }, [source]);
  return opening;
}

/** How rows of a file become orders. */
export function wayOf({ signature, platform }: Pick<Choice, 'signature' | 'platform'>): ReadingWay {
  const known = signatures.find(({ id }) => id === signature);
  return { platform, rows: known?.rows ?? 'order', paid: known?.paid ?? 'order' };
}

export type Sample = { readonly effect: Effect; readonly order: Order };
export type Preview = {
  readonly choice: Choice;
  readonly orders: readonly ImportedOrder[];
  readonly problems: readonly RowProblem[];
  readonly count: Readonly<Record<Effect, number>>;
  /** The first few of what would be new or changed. */
  readonly samples: readonly Sample[];
};

const pageSize = 250;
const maxSamples = 60;

/** What an import would do; null while that is being found out. */
export function useImportPreview(
  file: OrderFile,
  choice: Choice,
  onError: (error: unknown) => void,
): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    const over = new AbortController();
    const look = async (): Promise<void> => {
      const { count: total, problems } = await file.read(choice.mapping, wayOf(choice));
      const orders: ImportedOrder[] = [];
      const samples: Sample[] = [];
      const count: Record<Effect, number> = { new: 0, changed: 0, same: 0 };
      for (let from = 0; from < total; from += pageSize) {
        if (over.signal.aborted) return;
        const page = await file.page(from, pageSize);
        for (const { effect, order } of await previewOrders(page, now())) {
          count[effect] += 1;
          if (effect !== 'same' && samples.length < maxSamples) samples.push({ effect, order });
        }
        orders.push(...page);
      }
      if (!over.signal.aborted) setPreview({ choice, orders, problems, count, samples });
    };
    look().catch((error: unknown) => {
      if (!over.signal.aborted) onError(error);
    });
    return () => {
      over.abort();
    };
  }, [file, choice, onError]);
  return preview?.choice === choice ? preview : null;
}
