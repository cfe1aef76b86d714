/**
 * The vault's journal: JSON lines, one per committed change, each with the hash of the line before. A hash covers
 * the exact bytes of its own line, so one flipped bit costs one line and is found at that line; the chain tells when
 * whole lines were taken out or moved. Pure text in, pure values out: files belong to electron/main/vault.
 */
export type JournalKey = string | number | readonly (string | number)[];

/** One change of one row. `time` is epoch ms; `row` is null when the row was deleted. */
export type JournalEntry = {
  readonly seq: number;
  readonly time: number;
  readonly table: string;
  readonly key: JournalKey;
  readonly op: 'put' | 'delete';
  readonly row: unknown;
};

/** SHA-256 of a text's UTF-8 bytes in lower-case hex; the two sides of the app bring their own. */
export type HashText = (text: string) => string;

/** Table of the journal's own marks; no table of the database can be called that. */
export const markTable = '$vault';

/**
 * A full copy of the database into the journal begins or is done. After `begun` nothing before it counts once `done`
 * has come; only here may the sequence jump and the chain start anew.
 */
export type BaselineMark = { readonly baseline: 'begun' | 'done'; readonly storeId: string };

/** Where a chain stands. `hash` is null after a damaged line: the next line is taken at its word. */
export type Chain = { readonly seq: number; readonly hash: string | null; readonly line: number };
export const emptyChain: Chain = { seq: 0, hash: '', line: 0 };

/** `damaged`: the line is not what was written; `chain`: lines before it are missing; `torn`: cut off by a crash. */
export type JournalProblem = { readonly line: number; readonly reason: 'damaged' | 'chain' | 'torn' };

const hashTail = /,"hash":"([0-9a-f]{64})"\}$/;

/** One line of the journal without its line break, and its hash. */
export function formatLine(
  { seq, time, table, key, op, row }: JournalEntry,
  prevHash: string,
  sha256: HashText,
): { readonly text: string; readonly hash: string } {
  const body = JSON.stringify({ seq, time, table, key, op, row: row ?? null, prevHash });
  const hash = sha256(body);
  return { text: `${body.slice(0, -1)},"hash":"${hash}"}`, hash };
}

/** The lines for these entries, each ended by a line break, and where the chain stands after them. */
export function appendLines(
  chain: Chain,
  entries: readonly JournalEntry[],
  sha256: HashText,
): { readonly text: string; readonly chain: Chain } {
  let { hash, seq } = chain;
  let text = '';
  for (const entry of entries) {
    const line = formatLine(entry, hash ?? '', sha256);
    text += `${line.text}\n`;
    hash = line.hash;
    seq = entry.seq;
  }
  return { text, chain: { seq, hash, line: chain.line + entries.length } };
}

/** A line as it was written, or null when it is not: then nothing of it is believed. */
export function readLine(
  text: string,
  sha256: HashText,
): { readonly entry: JournalEntry; readonly prevHash: string; readonly hash: string } | null {
  const hash = hashTail.exec(text)?.[1];
  if (hash === undefined) return null;
  const body = `${text.slice(0, -hashTailLength)}}`;
  if (sha256(body) !== hash) return null;
  const { prevHash, ...entry } = JSON.parse(body) as JournalEntry & { readonly prevHash: string };
  return { entry, prevHash, hash };
}

const hashTailLength = ',"hash":""}'.length + 64;

/** Checks the next line against the chain. `entry` is null when the line itself is damaged. */
export function checkLine(
  chain: Chain,
  text: string,
  sha256: HashText,
): { readonly chain: Chain; readonly entry: JournalEntry | null; readonly problem: JournalProblem | null } {
  const line = chain.line + 1;
  const read = readLine(text, sha256);
  if (read === null) {
    return { chain: { ...chain, hash: null, line }, entry: null, problem: { line, reason: 'damaged' } };
  }
  const { entry, prevHash, hash } = read;
  const follows = chain.hash === null || (prevHash === chain.hash && isNext(chain, entry));
  return {
    chain: { seq: entry.seq, hash, line },
    entry,
    problem: follows || startsAnew(chain, entry) ? null : { line, reason: 'chain' },
  };
}

/** Whether an entry may follow: the next number, or the begin of a full copy, which may leave numbers out. */
export function isNext(chain: Chain, entry: JournalEntry): boolean {
  return entry.seq === chain.seq + 1 || startsAnew(chain, entry);
}

function startsAnew(chain: Chain, entry: JournalEntry): boolean {
  return entry.seq > chain.seq && readMark(entry)?.baseline === 'begun';
}

/** The mark an entry is, or null for an ordinary change. */
export function readMark({ table, row }: JournalEntry): BaselineMark | null {
  return table === markTable ? (row as BaselineMark) : null;
}

/** Cuts a text at its line breaks; what comes after the last one was torn off by a crash and is no line. */
export function splitLines(text: string): { readonly lines: readonly string[]; readonly torn: string } {
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  return { lines, torn };
}

/** Checks a whole journal text; every entry that is itself sound is given, also after a damaged line. */
export function verifyText(
  text: string,
  sha256: HashText,
  start: Chain = emptyChain,
): {
  readonly entries: readonly JournalEntry[];
  readonly problems: readonly JournalProblem[];
  readonly chain: Chain;
} {
  const { lines, torn } = splitLines(text);
  const entries: JournalEntry[] = [];
  const problems: JournalProblem[] = [];
  let chain = start;
  for (const line of lines) {
    const step = checkLine(chain, line, sha256);
    chain = step.chain;
    if (step.entry !== null) entries.push(step.entry);
    if (step.problem !== null) problems.push(step.problem);
  }
  if (torn !== '') problems.push({ line: chain.line + 1, reason: 'torn' });
  return { entries, problems, chain };
}
