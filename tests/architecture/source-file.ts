import { nameOf, parseTree, textOf, walk, type Node } from './syntax-tree';

/** What the border rules need to know of one file. Paths are relative to the top folder, with forward slashes. */
export type SourceFile = {
  readonly path: string;
  readonly lines: number;
  /** Every module the file reaches: static, dynamic and type imports, re-exports and worker addresses. */
  readonly imports: readonly Import[];
  /** Names used as variables or types that the file does not declare itself; never property names or keys. */
  readonly names: ReadonlySet<string>;
  /** Accesses written `object.property`; as `.name` each property read and each name imported or taken apart. */
  readonly members: ReadonlySet<string>;
  readonly hasDefaultExport: boolean;
  /** `new Date()` without arguments: reads the clock. */
  readonly makesDateNow: boolean;
};

export type Import = {
  readonly specifier: string;
  /** Repository path without extension for own files, package name otherwise. */
  readonly target: string;
  readonly own: boolean;
};

/** The module a node reaches, or null. */
function moduleOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node.source);
    case 'TSExternalModuleReference':
      return textOf(node.expression);
    case 'NewExpression': {
      // new URL('./worker.ts', import.meta.url) is how a worker is reached.
      const [path, base] = Array.isArray(node.arguments) ? (node.arguments as unknown[]) : [];
      const file = nameOf(node.callee) === 'URL' && base !== undefined ? textOf(path) : null;
      return file !== null && /\.tsx?$/.test(file) ? file : null;
    }
    default:
      return null;
  }
}

const declaringPlaces = new Set(['id', 'local', 'params']);

/** True where the file makes a name of its own: a variable, function, parameter or import. */
function declares(node: Node, key: string): boolean {
  return node.type === 'Identifier' && declaringPlaces.has(key);
}

const keyPlaces = new Set(['property', 'key', 'label', 'imported', 'exported']);

function isPlainName(node: Node, parent: Node | null, key: string): boolean {
  return (
    node.type === 'Identifier' &&
    !(keyPlaces.has(key) && parent?.computed !== true && parent?.shorthand !== true)
  );
}

function resolveImport(from: string, specifier: string): Import {
  const plain = specifier.replace(/\?.*$/, '').replace(/\.(?:tsx?|js)$/, '');
  if (plain.startsWith('#shared/')) return { specifier, target: plain.slice(1), own: true };
  if (!plain.startsWith('.')) {
    const [first = '', second] = plain.split('/');
    return { specifier, target: first.startsWith('@') ? `${first}/${second ?? ''}` : first, own: false };
  }
  const parts = from.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return { specifier, target: parts.join('/'), own: true };
}

/** Reads one file. Throws when it does not parse. */
export function readSource(path: string, text: string): SourceFile {
  const imports: Import[] = [];
  const names = new Set<string>();
  const declared = new Set<string>();
  const members = new Set<string>();
  let hasDefaultExport = false;
  let makesDateNow = false;
  walk(parseTree(path, text), (node, parent, key) => {
    const specifier = moduleOf(node);
    if (specifier !== null) imports.push(resolveImport(path, specifier));
    if (isPlainName(node, parent, key)) names.add(String(node.name));
    if (declares(node, key)) declared.add(String(node.name));
    if (node.type === 'MemberExpression') {
      const property = nameOf(node.property) || (textOf(node.property) ?? '');
      members.add(`${nameOf(node.object)}.${property}`).add(`.${property}`);
    }
    if (node.type === 'ImportSpecifier') members.add(`.${nameOf(node.imported)}`);
    if (node.type === 'JSXIdentifier') members.add(`.${String(node.name)}`);
    if (node.type === 'Property' && parent?.type === 'ObjectPattern') members.add(`.${nameOf(node.key)}`);
    if (node.type === 'ExportDefaultDeclaration' || nameOf(node.exported) === 'default')
      hasDefaultExport = true;
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
      makesDateNow ||= (node.arguments as unknown[]).length === 0;
    }
  });
  for (const name of declared) names.delete(name);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, lines, imports, names, members, hasDefaultExport, makesDateNow };
}
