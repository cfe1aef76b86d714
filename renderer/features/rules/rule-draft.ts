import { readRuleFile } from '#shared/deadlines/rule-file';
import { parseClock, parseStamp, parseUntil } from '#shared/deadlines/shanghai';
import { plainText } from '#shared/domain/plain-text';
import type { DeadlineRule, Remind, Timing, Unit } from '#shared/deadlines/rule';

export type StepDraft = { readonly before: string; readonly dueDay: string; readonly dueAt: string };

/** One simple timing as typed. A rule with "the later of" has several, in their order. */
export type PartDraft = {
  readonly kind: 'duration' | 'cutoff' | 'window' | 'patrol' | 'manual';
  readonly n: string;
  readonly unit: Unit;
  readonly dueDay: string;
  readonly openAt: string;
  readonly closeAt: string;
  readonly steps: readonly StepDraft[];
  /** The event this part counts from when it is not the rule's own. */
  readonly event: string;
};

export type LeadDraft = { readonly n: string; readonly unit: Unit };

/** A copy of a rule while it is edited: texts stay texts until saving. */
export type RuleDraft = {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly enabled: boolean;
  readonly event: string;
  readonly parts: readonly PartDraft[];
  readonly leads: readonly LeadDraft[];
  readonly atStart: boolean;
  readonly atHalf: boolean;
  readonly from: string;
  readonly to: string;
};

const emptyPart = { n: '', unit: 'hour', dueDay: '', openAt: '', closeAt: '', steps: [], event: '' } as const;

function toParts(timing: Timing): readonly PartDraft[] {
  switch (timing.kind) {
    case 'duration':
      return [
        {
          ...emptyPart,
          kind: 'duration',
          n: String(timing.n),
          unit: timing.unit,
          event: timing.event ?? '',
          openAt: timing.clock?.open ?? '',
          closeAt: timing.clock?.close ?? '',
        },
      ];
    case 'cutoff':
      return [
        {
          ...emptyPart,
          kind: 'cutoff',
          event: timing.event ?? '',
          steps: timing.steps.map(({ before, dueDay, dueAt }) => ({
            before: before ?? '',
            dueDay: String(dueDay),
            dueAt,
          })),
        },
      ];
    case 'window': {
      const { dueDay, openAt, closeAt, event } = timing;
      return [{ ...emptyPart, kind: 'window', event: event ?? '', dueDay: String(dueDay), openAt, closeAt }];
    }
    case 'patrol': {
      const [openAt, closeAt] = timing.between ?? ['', ''];
      const { n, unit } = timing.every;
      return [{ ...emptyPart, kind: 'patrol', n: String(n), unit, openAt, closeAt }];
    }
    case 'manual':
      return [{ ...emptyPart, kind: 'manual', event: timing.field }];
    case 'latest':
    case 'earliest':
      return timing.of.flatMap(toParts);
    default:
      return [];
  }
}

/** The rule as it stands in the form. */
export function toDraft(rule: DeadlineRule): RuleDraft {
  return {
    titleZh: rule.title.zh,
    titleEn: rule.title.en,
    enabled: rule.enabled,
    event: rule.event ?? '',
    parts: toParts(rule.timing),
    leads: rule.remind.flatMap((one) =>
      'before' in one ? [{ n: String(one.before.n), unit: one.before.unit }] : [],
    ),
    atStart: rule.remind.some((one) => 'at' in one && one.at === 'start'),
    atHalf: rule.remind.some((one) => 'at' in one && one.at === 'half'),
    from: rule.effective.from ?? '',
    to: rule.effective.to ?? '',
  };
}

/** Puts the typed parts back into the timing, part by part; what the form does not show stays. */
function toTiming(timing: Timing, parts: PartDraft[]): unknown {
  if (timing.kind === 'latest' || timing.kind === 'earliest') {
    return { ...timing, of: timing.of.map((one) => toTiming(one, parts)) };
  }
  const part = parts.shift();
  if (part === undefined || part.kind !== timing.kind) return timing;
  const n = Number(part.n);
  switch (timing.kind) {
    case 'duration':
      return {
        ...timing,
        n,
        unit: part.unit,
        clock:
          timing.clock === undefined
            ? undefined
            : { ...timing.clock, open: part.openAt.trim(), close: part.closeAt.trim() },
      };
    case 'cutoff':
      return {
        ...timing,
        steps: part.steps.map(({ before, dueDay, dueAt }) => ({
          ...(before.trim() === '' ? {} : { before: before.trim() }),
          dueDay: Number(dueDay),
          dueAt: dueAt.trim(),
        })),
      };
    case 'window':
      return {
        ...timing,
        dueDay: Number(part.dueDay),
        openAt: part.openAt.trim(),
        closeAt: part.closeAt.trim(),
      };
    case 'patrol':
      return {
        ...timing,
        every: { n, unit: part.unit },
        between: part.openAt.trim() === '' ? undefined : [part.openAt.trim(), part.closeAt.trim()],
      };
    case 'manual':
      return timing;
    default:
      return timing;
  }
}

/** What keeps a draft from being saved: a text key with its values. */
export type RuleProblem = { readonly key: string; readonly values?: Readonly<Record<string, string>> };

export type DraftResult =
  | { readonly ok: true; readonly rule: DeadlineRule }
  | { readonly ok: false; readonly problem: RuleProblem };

/** Whether a reader of times accepts what was typed. */
export function isReadable(read: (text: string) => number, text: string): boolean {
  try {
    read(text.trim());
    return true;
  } catch {
    return false;
  }
}

const isCount = (text: string): boolean => /^\d{1,5}$/u.test(text.trim());

/** No after-sales clock runs longer; working days and service hours are counted one by one, at every tick. */
const longestDays = 3660;
const daysOf: Readonly<Record<Unit, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  workday: 7 / 5,
  month: 30.5,
};

/** Days a length may take; on a service clock only its open hours count. */
function daysTaken({ kind, n, unit, openAt, closeAt }: PartDraft): number {
  const days = Number(n) * daysOf[unit];
  if (kind !== 'duration' || openAt.trim() === '' || unit === 'day' || unit === 'workday') return days;
  const open = (parseClock(closeAt.trim()) - parseClock(openAt.trim()) + 86_400_000) % 86_400_000;
  return open === 0 ? days : (days * 86_400_000) / open;
}

function isWithoutLength({ openAt, closeAt }: PartDraft): boolean {
  return parseClock(openAt.trim()) === parseClock(closeAt.trim());
}

/** A year and a day, as rule files have it. */
const latestDay = 366;
const isDayAhead = (text: string): boolean => isCount(text) && Number(text) <= latestDay;

function findPartProblem(part: PartDraft): RuleProblem | null {
  const timed = part.kind === 'duration' || part.kind === 'patrol';
  if (timed && (!isCount(part.n) || Number(part.n) === 0)) return { key: 'rules.problemLength' };
  if (part.kind === 'window' && !isDayAhead(part.dueDay)) return { key: 'rules.problemDay' };
  if (part.steps.some(({ dueDay }) => !isDayAhead(dueDay))) return { key: 'rules.problemDay' };
  const times = [part.openAt, part.closeAt, ...part.steps.map(({ before }) => before)];
  const wrong = [...times.filter((text) => text.trim() !== ''), ...part.steps.map(({ dueAt }) => dueAt)].find(
    (text) => !isReadable(parseClock, text),
  );
  if (wrong !== undefined) return { key: 'rules.problemTime', values: { text: wrong } };
  if ((part.openAt.trim() === '') !== (part.closeAt.trim() === ''))
    return { key: 'rules.problemTime', values: { text: '' } };
  if (part.kind === 'duration' && part.openAt.trim() !== '' && isWithoutLength(part))
    return { key: 'rules.problemHours' };
  return timed && daysTaken(part) > longestDays ? { key: 'rules.problemTooLong' } : null;
}

function findProblem(draft: RuleDraft): RuleProblem | null {
  if (draft.titleZh.trim() === '') return { key: 'rules.problemTitle' };
  for (const part of draft.parts) {
    const problem = findPartProblem(part);
    if (problem !== null) return problem;
  }
  if (draft.leads.some(({ n }) => !isCount(n) || Number(n) === 0)) return { key: 'rules.problemLead' };
  if (draft.leads.some(({ n, unit }) => Number(n) * daysOf[unit] > longestDays))
    return { key: 'rules.problemTooLong' };
  for (const text of [draft.from, draft.to]) {
    if (text.trim() !== '' && !isReadable(parseStamp, text))
      return { key: 'rules.problemDate', values: { text } };
  }
  const bounded = draft.from.trim() !== '' && draft.to.trim() !== '';
  if (bounded && parseStamp(draft.from.trim()) >= parseUntil(draft.to.trim()))
    return { key: 'rules.problemOrder' };
  return null;
}

function inPlainText(draft: RuleDraft): RuleDraft {
  return {
    ...draft,
    parts: draft.parts.map((part) => ({
      ...part,
      n: plainText(part.n),
      dueDay: plainText(part.dueDay),
      openAt: plainText(part.openAt),
      closeAt: plainText(part.closeAt),
      steps: part.steps.map(({ before, dueDay, dueAt }) => ({
        before: plainText(before),
        dueDay: plainText(dueDay),
        dueAt: plainText(dueAt),
      })),
    })),
    leads: draft.leads.map(({ n, unit }) => ({ n: plainText(n), unit })),
    from: plainText(draft.from),
    to: plainText(draft.to),
  };
}

/** The draft laid over the rule it copies, checked as a rule file would be. */
export function toRule(typed: RuleDraft, base: DeadlineRule): DraftResult {
  const draft = inPlainText(typed);
  const problem = findProblem(draft);
  if (problem !== null) return { ok: false, problem };
  const remind: readonly Remind[] = [
    ...(draft.atStart ? [{ at: 'start' } as const] : []),
    ...(draft.atHalf ? [{ at: 'half' } as const] : []),
    ...draft.leads.map(({ n, unit }) => ({ before: { n: Number(n), unit } })),
  ];
  const copy = {
    ...base,
    title: { zh: draft.titleZh.trim(), en: draft.titleEn.trim() || draft.titleZh.trim() },
    enabled: draft.enabled,
    event: draft.event === '' ? undefined : draft.event,
    timing: toTiming(base.timing, [...draft.parts]),
    remind,
    effective: { from: draft.from.trim() || null, to: draft.to.trim() || null },
  };
  const read = readRuleFile({ rules: [copy] });
  if (!read.ok) return { ok: false, problem: { key: 'rules.problemFile', values: { text: read.problem } } };
  const [rule] = read.file.rules;
  return rule === undefined
    ? { ok: false, problem: { key: 'rules.problemFile', values: { text: '' } } }
    : { ok: true, rule };
}
