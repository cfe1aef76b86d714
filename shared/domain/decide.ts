import { holds, type StepFacts } from './step-facts';
import type { Liability } from './case';
import type { CaseType } from './case';
import type { Condition, Words } from './playbook';

/** One question of a tree; `known` answers it from what the case already says. */
export type TreeNode = {
  readonly id: string;
  readonly ask: Words;
  readonly known?: readonly { readonly if: Condition; readonly option: string }[];
  readonly options: readonly { readonly id: string; readonly title: Words; readonly to: string }[];
};

/** Where a tree ends: who is liable (null: not to be told yet), why, what to do, what proves it. */
export type Verdict = {
  readonly id: string;
  readonly liability: Liability | null;
  readonly title: Words;
  readonly why: Words;
  readonly next: Words;
  /** Evidence slots. */
  readonly proofs: readonly string[];
  /** The message that goes with it. */
  readonly script?: string;
  readonly rows: readonly string[];
};

/** A tree that finds who is liable (责任判断), as data. */
export type DecisionTree = {
  readonly id: string;
  readonly title: Words;
  readonly for: readonly CaseType[];
  readonly rows: readonly string[];
  readonly start: string;
  readonly nodes: readonly TreeNode[];
  readonly verdicts: readonly Verdict[];
};

/** What the seller answered, by `tree.node`. */
export type Answers = Readonly<Record<string, string>>;

export type TreeStep = {
  readonly node: TreeNode;
  /** Option id; null at the question that is open. */
  readonly chosen: string | null;
  /** The case said it already; the seller may still answer otherwise. */
  readonly known: boolean;
};

export type TreeWalk = { readonly path: readonly TreeStep[]; readonly verdict: Verdict | null };

/** Walks a tree as far as answers and the case's facts carry. What the seller answered wins. */
export function walkTree(tree: DecisionTree, answers: Answers, facts: StepFacts): TreeWalk {
  const path: TreeStep[] = [];
  let at = tree.start;
  // A tree of data could lead in a circle.
  while (path.length <= tree.nodes.length) {
    const verdict = tree.verdicts.find(({ id }) => id === at);
    const node = tree.nodes.find(({ id }) => id === at);
    if (node === undefined) return { path, verdict: verdict ?? null };
    const typed = Object.hasOwn(answers, `${tree.id}.${node.id}`)
      ? answers[`${tree.id}.${node.id}`]
      : undefined;
    const known = node.known?.find((one) => holds(one.if, facts))?.option;
    const option = node.options.find(({ id }) => id === (typed ?? known));
    path.push({ node, chosen: option?.id ?? null, known: typed === undefined && option !== undefined });
    if (option === undefined) return { path, verdict: null };
    at = option.to;
  }
  return { path, verdict: null };
}

/** Trees for a case's type first. */
export function treesFor(trees: readonly DecisionTree[], type: CaseType): readonly DecisionTree[] {
  return trees.toSorted((a, b) => Number(b.for.includes(type)) - Number(a.for.includes(type)));
}
