import type { Playbook, Step } from './playbook';

/** What differs between two procedures, by step; order counts within the list. */
export type PlaybookDiff = {
  readonly added: readonly Step[];
  readonly removed: readonly Step[];
  readonly changed: readonly { readonly from: Step; readonly to: Step }[];
  readonly reordered: boolean;
  /** Stages, ways between them, name or closing differ. */
  readonly frame: boolean;
};

/** A value as text with its keys in one order, so that equal values compare equal. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** What leads from one procedure to another. */
export function diffPlaybooks(from: Playbook, to: Playbook): PlaybookDiff {
  const old = new Map(from.steps.map((step) => [step.id, step]));
  const fresh = new Map(to.steps.map((step) => [step.id, step]));
  const both = (steps: readonly Step[]): string =>
    steps.flatMap(({ id }) => (old.has(id) && fresh.has(id) ? [id] : [])).join();
  const frameOf = ({ steps: _steps, version: _version, ...rest }: Playbook): string => plain(rest);
  return {
    added: to.steps.filter(({ id }) => !old.has(id)),
    removed: from.steps.filter(({ id }) => !fresh.has(id)),
    changed: to.steps.flatMap((step) => {
      const before = old.get(step.id);
      return before === undefined || plain(before) === plain(step) ? [] : [{ from: before, to: step }];
    }),
    reordered: both(from.steps) !== both(to.steps),
    frame: frameOf(from) !== frameOf(to),
  };
}

/** Whether nothing differs. */
export function isSame(diff: PlaybookDiff): boolean {
  const { added, removed, changed, reordered, frame } = diff;
  return added.length + removed.length + changed.length === 0 && !reordered && !frame;
}
