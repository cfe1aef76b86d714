import { formatStamp, parseStamp, parseUntil } from '#shared/deadlines/shanghai';
import type { DeadlineRule } from '#shared/deadlines/rule';

/** A short mark of a rule's whole content (FNV-1a): two rules of one version that differ never share a key. */
function fingerprint(rule: DeadlineRule): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(rule)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const keys = new WeakMap<DeadlineRule, string>();

/** The key under which exactly this rule is kept. */
export function ruleKey(rule: DeadlineRule): string {
  const key = keys.get(rule) ?? `${rule.id}@${rule.version}.${fingerprint(rule)}`;
  keys.set(rule, key);
  return key;
}

/** When a rule counts, in epoch ms; `to` is exclusive. */
type Stretch = { readonly from: number; readonly to: number };

function stretchOf({ effective: { from, to } }: DeadlineRule): Stretch {
  return { from: from === null ? -Infinity : parseStamp(from), to: to === null ? Infinity : parseUntil(to) };
}

function without(left: readonly Stretch[], taken: Stretch): readonly Stretch[] {
  return left
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, taken.from) },
      { from: Math.max(from, taken.to), to },
    ])
    .filter(({ from, to }) => from < to);
}

/** The rule with its validity cut to a stretch; unchanged when nothing was cut, so that its key stays. */
function cut(rule: DeadlineRule, { from, to }: Stretch): DeadlineRule {
  const whole = stretchOf(rule);
  if (whole.from === from && whole.to === to) return rule;
  const text = (instant: number): string | null => (Number.isFinite(instant) ? formatStamp(instant) : null);
  return { ...rule, effective: { from: text(from), to: text(to) } };
}

/**
 * The seller's copies laid over the shipped rules: a copy hides what lies under it for the time it counts, the
 * shipped rule goes on before and after. A disabled copy hides it too. `own` comes oldest first.
 */
export function layerRules(
  shipped: readonly DeadlineRule[],
  own: readonly DeadlineRule[],
): readonly DeadlineRule[] {
  if (own.length === 0) return shipped;
  const copies = new Map<string, DeadlineRule[]>();
  for (const rule of own) copies.set(rule.id, [...(copies.get(rule.id) ?? []), rule]);
  const shippedIds = new Set(shipped.map((rule) => rule.id));
  const added = [...copies].filter(([id]) => !shippedIds.has(id)).flatMap(([, rules]) => rules);
  return [
    ...shipped.flatMap((rule) => {
      const over = copies.get(rule.id);
      return over === undefined ? [rule] : pieces([rule, ...over]);
    }),
    ...added,
  ];
}

function pieces(layers: readonly DeadlineRule[]): readonly DeadlineRule[] {
  let free: readonly Stretch[] = [{ from: -Infinity, to: Infinity }];
  const found: DeadlineRule[] = [];
  for (const rule of layers.toReversed()) {
    const whole = stretchOf(rule);
    const here = free
      .map(({ from, to }) => ({ from: Math.max(from, whole.from), to: Math.min(to, whole.to) }))
      .filter(({ from, to }) => from < to);
    found.push(...here.map((stretch) => cut(rule, stretch)));
    free = without(free, whole);
  }
  return found;
}
