import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shippedCalendar } from '#shared/deadlines/calendar';
import { deadlineEvents } from '#shared/deadlines/events';
import { pickVersion } from '#shared/deadlines/effective';
import { evaluateRule } from '#shared/deadlines/engine';
import { meantKey } from '#shared/deadlines/known-keys';
import { anchorEvent, anchorOf, eventsOf } from '#shared/deadlines/occurrences';
import { shippedPauses } from '#shared/deadlines/rules/pauses';
import { shippedRules } from '#shared/deadlines/rules/index';
import type { DeadlineRule, Timing } from '#shared/deadlines/rule';
import { readRuleFile, type RuleFile } from '#shared/deadlines/rule-file';
import { formatStamp, parseStamp } from '#shared/deadlines/shanghai';
import { explainWhy } from '#shared/deadlines/why-text';

const USAGE =
  'usage: deadline RULE --at EVENT=TIME [--at …] [--field NAME=TIME] [--fact NAME=VALUE] [--now TIME] [--rules FILE] | --list';

/** Wrong input: told in one line, exit code 2. */
class InputError extends Error {}

function loadRules(path: string | undefined): RuleFile {
  if (path === undefined) return { rules: shippedRules, pauses: shippedPauses, calendar: shippedCalendar };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new InputError(`--rules ${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  const read = readRuleFile(json);
  if (!read.ok) throw new InputError(`--rules ${path}: ${read.problem}`);
  return read.file;
}

function splitPair(option: string, text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new InputError(`--${option} ${text}: expected NAME=VALUE`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** No shop sold anything before, and nothing falls due after. */
const [EARLIEST, LATEST] = [parseStamp('1970-01-01T08:00'), parseStamp('3000-01-01')];

function readTime(option: string, text: string): number {
  let time: number;
  try {
    time = parseStamp(text);
  } catch (error) {
    throw new InputError(`--${option}: ${error instanceof Error ? error.message : text}`);
  }
  if (time < EARLIEST || time >= LATEST)
    throw new InputError(`--${option}: "${text}" is not a time between 1970 and 2999`);
  return time;
}

/** Short names differ by a letter on purpose. */
const isLong = (name: string): boolean => name.length >= 8;

/**
 * A slip in an event's name would be a missing anchor or a missing cut, and nobody would see why. Events that
 * this rule does not read may be told, since a case has many; strange ones only beside the anchor.
 */
function checkEvents(
  at: Readonly<Record<string, number>>,
  rules: readonly DeadlineRule[],
  rule: DeadlineRule,
) {
  const known = [...new Set([...eventsOf(rule), ...rules.flatMap(eventsOf), ...Object.keys(deadlineEvents)])];
  const anchored = anchorOf(at, anchorEvent(rule)) !== undefined;
  for (const name of Object.keys(at).map((key) => key.replace(/#\d+$/u, ''))) {
    if (known.includes(name)) continue;
    const meant = meantKey(name, known.filter(isLong));
    if (meant !== null) throw new InputError(`--at ${name}: no such event, is ${meant} meant?`);
    if (!anchored)
      throw new InputError(
        `--at ${name}: no such event; ${rule.id} reads ${eventsOf(rule).join(', ') || 'none'}`,
      );
  }
}

function readTimes(option: string, pairs: readonly string[]): Readonly<Record<string, number>> {
  // A map first: a name may be one that every object inherits.
  const times = new Map<string, number>();
  for (const pair of pairs) {
    const [name, text] = splitPair(option, pair);
    // An event given again is the next time it happened.
    const nth = [...times.keys()].filter((key) => key.split('#')[0] === name).length + 1;
    const key = nth > 1 ? `${name}#${nth}` : name;
    if ((nth > 1 && option !== 'at') || times.has(key))
      throw new InputError(`--${option} ${name}: given twice`);
    times.set(key, readTime(`${option} ${name}`, text));
  }
  return Object.fromEntries(times);
}

function onlyOne(option: string, texts: readonly string[] | undefined): string | undefined {
  if (texts !== undefined && texts.length > 1) throw new InputError(`--${option} ${texts[1]}: given twice`);
  return texts?.[0];
}

/** A fact that the rule compares with a limit has to be a number, else it would fail every limit in silence. */
function readFacts({ where = {} }: DeadlineRule, pairs: readonly string[]): Readonly<Record<string, string>> {
  const facts = new Map<string, string>();
  for (const [name, value] of pairs.map((pair) => splitPair('fact', pair))) {
    if (facts.has(name)) throw new InputError(`--fact ${name}: given twice`);
    const isLimited = [`${name}Max`, `${name}Min`].some((key) => Object.hasOwn(where, key));
    if (isLimited && !Number.isFinite(Number(value)))
      throw new InputError(`--fact ${name}: "${value}" is not a number`);
    facts.set(name, value);
  }
  return Object.fromEntries(facts);
}

function fieldsOf(timing: Timing): readonly string[] {
  if (timing.kind === 'manual') return [timing.field];
  return timing.kind === 'latest' || timing.kind === 'earliest' ? timing.of.flatMap(fieldsOf) : [];
}

/** Names under which the countdown shown in the back office may be typed in for any rule. */
const COUNTDOWN_NAMES = ['platformCountdownEnd', 'due'];

/** A field the rule does not read is the typed-in countdown, which wins over everything computed. */
function readFields(rule: DeadlineRule, pairs: readonly string[]): Readonly<Record<string, number>> {
  const known = fieldsOf(rule.timing);
  const fields = new Map<string, number>();
  for (const [name, time] of Object.entries(readTimes('field', pairs))) {
    const isCountdown = known.length === 0 || name === rule.id || COUNTDOWN_NAMES.includes(name);
    if (!known.includes(name) && !isCountdown) {
      throw new InputError(`--field ${name}: ${rule.id} reads ${known.join(', ')}`);
    }
    const key = known.includes(name) ? name : rule.id;
    if (fields.has(key)) throw new InputError(`--field ${name}: a second typed-in countdown`);
    fields.set(key, time);
  }
  return Object.fromEntries(fields);
}

function rowsOf(rule: Pick<DeadlineRule, 'source'>): readonly string[] {
  return [rule.source.ref, ...(rule.source.also ?? [])].filter((row) => row !== '');
}

/** Versions of the rule asked for: by id, by `id@version`, or by a source row that only one rule rests on. */
function findVersions(name: string, rules: readonly DeadlineRule[]): readonly DeadlineRule[] {
  const exact = rules.filter((rule) => rule.id === name || `${rule.id}@${rule.version}` === name);
  if (exact.length > 0) return exact;
  const byRef = rules.filter((rule) => rule.source.ref === name);
  const byRow = byRef.length > 0 ? byRef : rules.filter((rule) => rowsOf(rule).includes(name));
  const ids = [...new Set(byRow.map((rule) => rule.id))];
  if (ids.length > 1) throw new InputError(`RULE ${name}: stands for several rules: ${ids.join(', ')}`);
  if (ids.length === 0) throw new InputError(`RULE ${name}: no such rule (see --list)`);
  return byRow;
}

function listRules(rules: readonly DeadlineRule[]): string {
  const listed = rules.map(({ id, platform, basis, confidence, timing, ...rest }) => {
    return { id, platform, basis, sourceRows: rowsOf(rest), confidence, timing, ...rest };
  });
  return JSON.stringify(listed, null, 2);
}

function run(argv: readonly string[], clock: number): string {
  const { values, positionals } = readArguments(argv);
  const file = loadRules(onlyOne('rules', values.rules));
  const [name, ...extra] = positionals;
  if (values.list && name !== undefined) throw new InputError(`${name}: --list takes no RULE`);
  if (values.list) return listRules(file.rules);
  if (name === undefined) throw new InputError(`RULE is missing; ${USAGE}`);
  if (extra.length > 0) throw new InputError(`${extra[0]}: only one RULE at a time; ${USAGE}`);
  const at = readTimes('at', values.at ?? []);
  const nowText = onlyOne('now', values.now);
  const now = nowText === undefined ? clock : readTime('now', nowText);
  const versions = findVersions(name, file.rules);
  // Without a version in force the newest one says why it does not apply.
  const rule = pickVersion(versions, at, now) ?? versions.at(-1);
  if (!rule) throw new InputError(`RULE ${name}: no such rule (see --list)`);
  checkEvents(at, file.rules, rule);
  const result = evaluateRule(rule, {
    at,
    fields: readFields(rule, values.field ?? []),
    facts: readFacts(rule, values.fact ?? []),
    now,
    calendar: file.calendar ?? shippedCalendar,
    pauses: file.pauses,
  });
  const stamp = (instant: number | null): string | null => (instant === null ? null : formatStamp(instant));
  return JSON.stringify({
    rule: result.ruleId,
    version: result.ruleVersion,
    due: stamp(result.due),
    shadowDue: stamp(result.shadowDue),
    openAt: stamp(result.openAt),
    state: result.state,
    onMiss: result.onMiss,
    why: result.why.map((line) => explainWhy(line, 'en')),
  });
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        at: { type: 'string', multiple: true },
        field: { type: 'string', multiple: true },
        fact: { type: 'string', multiple: true },
        now: { type: 'string', multiple: true },
        rules: { type: 'string', multiple: true },
        list: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : USAGE);
  }
}

export interface CommandResult {
  readonly code: 0 | 2;
  readonly out: string;
  readonly error: string;
}

/** What was quoted from a file or an argument may break lines or steer the terminal. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Runs the command on its arguments; wrong input gives code 2 and one line that names it. `now` is epoch ms. */
export function runDeadline(argv: readonly string[], now: number): CommandResult {
  try {
    return { code: 0, out: run(argv, now), error: '' };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: 2, out: '', error: inOneLine(error.message) };
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { code, out, error } = runDeadline(process.argv.slice(2), Date.now());
  if (code === 0) process.stdout.write(`${out}\n`);
  else process.stderr.write(`${error}\n`);
  process.exitCode = code;
}
