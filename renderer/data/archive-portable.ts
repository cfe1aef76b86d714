import { isoMinute } from '#shared/domain/shanghai-time';
import { nameKey } from '#shared/domain/evidence-name';
import type { Evidence } from '#shared/domain/evidence';
import type { ArchiveReport } from '#shared/vault/archive-exchange';
import type { TimelineEvent } from '#shared/domain/timeline';
import { createTextBlob, eachRow } from './archive-rows';
import { runArchiveJob, sendObjects, sendText, type SendOptions } from './archive-send';
import { maskRow } from './mask-row';
import { buildReaderPage, type ReaderCase, type ReaderHead, type ReaderShop } from './reader/reader-page';
import type { CaseRecord } from './records';

/** Every text of an export in the seller's language; data knows none. */
export type PortableWords = {
  readonly fileName: string;
  readonly readme: string;
  readonly head: ReaderHead;
  readonly reader: ReaderShop['words'];
  readonly facts: (item: CaseRecord) => ReaderCase['facts'];
  readonly title: (item: CaseRecord) => string;
  readonly event: (event: TimelineEvent) => string;
};

type Request = {
  readonly purpose: 'zip' | 'folder';
  /** Phone numbers, addresses and names behind stars. */
  readonly masked: boolean;
  readonly words: PortableWords;
  readonly onBegun: (jobId: string, fileName: string) => void;
} & SendOptions;

/**
 * Writes a copy that is readable without this app: JSON lines per table, originals below the buyers' names, and one page
 * that shows it all in any browser. Fields of people are masked unless asked; pictures are what they are.
 */
export async function writePortable(request: Request): Promise<ArchiveReport | null> {
  const { masked, words } = request;
  const begin = { purpose: request.purpose, suggestedName: words.fileName, passphrase: null };
  const work = async (jobId: string) => {
    const texts = new Map<string, ReturnType<typeof createTextBlob>>();
    const cases: CaseRecord[] = [];
    const evidence: Evidence[] = [];
    const events = new Map<string, TimelineEvent[]>();
    const { objects } = await eachRow((table, _key, row) => {
      // What the seller thinks of a buyer is private: it only leaves with everything else unmasked.
      if (masked && table === 'buyers') return;
      const shown = masked ? maskRow(row, table) : row;
      let text = texts.get(table);
      if (text === undefined) texts.set(table, (text = createTextBlob()));
      text.add(`${JSON.stringify(shown)}\n`);
      if (table === 'cases') cases.push(shown as CaseRecord);
      else if (table === 'evidence') evidence.push(row as Evidence);
      else if (table === 'events') push(events, shown as TimelineEvent);
    });
    const shown = evidence.filter(({ deletedAt }) => deletedAt === null);
    const wanted = new Set<string>(shown.map(({ sha256 }) => sha256));
    const missing = await sendObjects(
      jobId,
      objects.filter(({ sha256 }) => wanted.has(sha256)),
      request,
    );
    const files = distinct(shown.filter(({ sha256 }) => !missing.has(sha256)));
    for (const [table, text] of texts) await sendText(jobId, `data/${table}.jsonl`, text.end());
    const page = await buildReaderPage(words.head, {
      words: words.reader,
      cases: readerCases(cases, files, events, words),
    });
    await sendText(jobId, 'index.html', page);
    await sendText(jobId, 'README.txt', new Blob([words.readme]));
    return {
      kind: 'export' as const,
      files: files.map(({ folder, fileName, sha256, size }) => ({ folder, name: fileName, sha256, size })),
    };
  };
  return runArchiveJob(begin, request.signal, work, request.onBegun);
}

function push(events: Map<string, TimelineEvent[]>, event: TimelineEvent): void {
  const own = events.get(event.caseId);
  if (own === undefined) events.set(event.caseId, [event]);
  else own.push(event);
}

/** Names are unique in the database; an export must not fail over one that is not. */
function distinct(items: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return items.filter(({ folder, fileName }) => {
    const key = nameKey(`${folder}/${fileName}`);
    return !seen.has(key) && seen.add(key);
  });
}

function readerCases(
  cases: readonly CaseRecord[],
  files: readonly Evidence[],
  events: ReadonlyMap<string, readonly TimelineEvent[]>,
  words: PortableWords,
): readonly ReaderCase[] {
  const filesOf = new Map<string, ReaderCase['files'][number][]>();
  for (const { caseId, folder, fileName, mime, receivedAt } of files) {
    const own = filesOf.get(caseId) ?? [];
    own.push({ path: `files/${folder}/${fileName}`, name: fileName, mime, at: isoMinute(receivedAt) });
    filesOf.set(caseId, own);
  }
  return cases
    .filter(({ deletedAt }) => deletedAt === null)
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((item) => ({
      caseNo: item.caseNo,
      buyerId: item.buyerId,
      title: words.title(item),
      facts: words.facts(item),
      files: filesOf.get(item.id) ?? [],
      events: [...(events.get(item.id) ?? [])]
        .sort((a, b) => a.seq - b.seq)
        .map((event) => [isoMinute(event.at), words.event(event)]),
      search: [item.caseNo, item.buyerId, item.orderNo, item.newOrderNo ?? '', item.product, item.description]
        .join('\n')
        .toLowerCase(),
    }));
}
