import { parseSync } from 'vite';

/** A node of the syntax tree, as far as the tests look at it. */
export type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** True for a node, false for the plain values that hang between them. */
export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** Parses TypeScript. Throws when it does not parse: a file that cannot be read cannot be judged. */
export function parseTree(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`);
  return program as unknown as Node;
}

/** Calls `visit` on every node, with the node and the property it hangs at. */
export function walk(tree: Node, visit: (node: Node, parent: Node | null, key: string) => void): void {
  const go = (here: Node, parent: Node | null, at: string): void => {
    visit(here, parent, at);
    for (const [key, value] of Object.entries(here)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) go(child, here, key);
    }
  };
  go(tree, null, '');
}

/** The text of a plain string, or null. */
export function textOf(value: unknown): string | null {
  return isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
}

/** The name of an identifier, or an empty text. */
export function nameOf(value: unknown): string {
  return isNode(value) && value.type === 'Identifier' ? String(value.name) : '';
}
