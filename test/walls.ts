import { posix } from 'node:path';
import { parse } from '@babel/parser';

/**
 * What a source file does that the walls of the project forbid, one sentence each; empty when it keeps to them.
 *
 * `path` is the file's path from the project's root, with forward slashes; it decides which walls apply. The walls are
 * told in CONTRIBUTING.md. The source is parsed, so words in comments and strings are free.
 */
export function breaches(path: string, source: string): string[] {
  const { imports, names } = read(path, source);
  const found = imports.flatMap((one) => importBreaches(path, one).map((what) => `${path}:${one.line} ${what}`));
  const forbidden = path.startsWith('src/') ? WORLD : path.startsWith('adapters/') ? ENVIRONMENT : undefined;
  for (const { text, line } of path === READS_ENVIRONMENT ? [] : names) {
    const owner = text.split('.', 1).join();
    if (forbidden?.has(text) || forbidden?.has(owner)) found.push(`${path}:${line} uses ${text}`);
  }
  return found;
}

/** One import, static, dynamic or of a type, or a re-export. */
interface Import {
  /** What is imported; undefined when it is computed. */
  readonly from: string | undefined;
  readonly how: 'static' | 'dynamic' | 'type';
  readonly line: number;
}

/** A name that is used: a variable ("fetch") or a member of one, or of anything ("Math.random", ".localeCompare"). */
interface Name {
  readonly text: string;
  readonly line: number;
}

/** Packages that work on text alone. */
const PURE = new Set([
  'gray-matter',
  'js-yaml',
  'markdown-it',
  'markdown-it-footnote',
  'porter2',
  'smol-toml',
  'valibot',
]);

/** Ways to reach the world, the clock, chance, or the ICU version of the day. */
const WORLD = new Set([
  ...['process', 'Buffer', 'console', 'performance', 'navigator', 'crypto', 'globalThis', 'global', 'window'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'require', '__dirname', '__filename', 'import.meta'],
  ...['eval', 'Function', 'WeakRef', 'FinalizationRegistry'],
  ...['Date.now', 'Date.parse', 'Math.random', 'Intl', '.localeCompare', '.toLocaleString', '.toLocaleLowerCase'],
  ...['.toLocaleUpperCase', '.toLocaleDateString', '.toLocaleTimeString'],
]);

/** What one file of the adapters may read. */
const ENVIRONMENT = new Set(['process.env']);
const READS_ENVIRONMENT = 'adapters/config.ts';

/** Folders that all adapters share: what chat platforms have in common, and what can be typed. */
const SHARED = new Set(['chat', 'commands']);

function importBreaches(path: string, { from, how }: Import): string[] {
  const tree = path.replace(/^test\//, '');
  const inTest = tree !== path;
  if (from === undefined) return inTest ? [] : ['imports a computed name: only literal names can be checked'];
  if (!from.startsWith('.')) {
    const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
    if (/^(node:)?process$/.test(from)) return inTest || path === READS_ENVIRONMENT ? [] : [`imports ${from}`];
    return tree.startsWith('src/') && !inTest && !PURE.has(name) ? [`imports ${from}: not a text library`] : [];
  }
  const target = posix.join(posix.dirname(path), from);
  if (tree.startsWith('src/')) {
    const outside = inTest ? target.startsWith('adapters/') : !target.startsWith('src/');
    return outside ? [`imports ${target}: src knows only src`] : [];
  }
  if (!tree.startsWith('adapters/')) return [];
  if (target.startsWith('src/')) {
    return target === 'src/index.js' ? [] : [`imports ${target}: the engine's only door is src/index.js`];
  }
  const self = adapterOf(tree);
  const other = adapterOf(target.replace(/^test\//, ''));
  if (other === undefined || other === self || SHARED.has(other)) return [];
  if (self !== undefined) return [`imports ${target}: adapters never import each other`];
  if (inTest) return [];
  if (path !== 'adapters/main.ts') return [`imports ${target}: only main.ts names an adapter`];
  return how === 'static' ? [`imports ${target} statically: an adapter is loaded when it is needed`] : [];
}

/** The adapter a file belongs to: `slack` for `adapters/slack/format.ts`; undefined for files at the top. */
function adapterOf(path: string): string | undefined {
  return /^adapters\/([^/]+)\//.exec(path)?.[1];
}

/** Any node of the parser's tree: it is walked without knowing every kind. */
interface Node {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number } };
  readonly [field: string]: unknown;
}

function read(path: string, source: string): { imports: Import[]; names: Name[] } {
  const imports: Import[] = [];
  const names: Name[] = [];
  const tree = parse(source, {
    sourceType: 'module',
    sourceFilename: path,
    createImportExpressions: true,
    plugins: [['typescript', { dts: path.endsWith('.d.ts') }]],
  });
  walk(tree.program as unknown as Node, (node, parent, field) => {
    const line = node.loc?.start.line ?? 0;
    const imported = importOf(node);
    if (imported) imports.push({ ...imported, line });
    const text = nameOf(node, parent, field);
    if (text) names.push({ text, line });
  });
  return { imports, names };
}

function importOf(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const from = literal(node.source);
      const how = node.importKind === 'type' || node.exportKind === 'type' ? 'type' : 'static';
      return from === undefined ? undefined : { from, how };
    }
    case 'ImportExpression':
      return { from: literal(node.source), how: 'dynamic' };
    case 'TSImportType':
      return { from: literal(node.argument), how: 'type' };
    case 'TSExternalModuleReference':
      return { from: literal(node.expression), how: 'static' };
    default:
      return undefined;
  }
}

function nameOf(node: Node, parent: Node | undefined, field: string): string | undefined {
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
    const member = node.computed ? literal(node.property) : identifier(node.property);
    const owner = identifier(node.object);
    if (owner !== undefined && WORST.has(owner)) return `${owner}.${member ?? WORST.get(owner)}`;
    return member === undefined ? undefined : `.${member}`;
  }
  const name = identifier(node);
  if (name === undefined || isLabel(parent, field)) return undefined;
  if (!WORST.has(name)) return name;
  return isMember(parent) && field === 'object' ? undefined : `${name}.${WORST.get(name)}`;
}

/** Objects that are judged by the member that is used, with the one to suspect where they are taken whole or apart. */
const WORST = new Map([
  ['Date', 'now'],
  ['Math', 'random'],
  ['process', 'env'],
]);

function isMember(node: Node | undefined): boolean {
  return node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';
}

/** Whether a node names a member, a key or a label of its parent, and not a variable. */
function isLabel(parent: Node | undefined, field: string): boolean {
  if (parent === undefined) return false;
  if (isMember(parent)) return field === 'property' && !parent.computed;
  if (parent.type === 'TSQualifiedName') return field === 'right';
  if (parent.type === 'ImportSpecifier') return field === 'imported';
  if (parent.type === 'ExportSpecifier') return field === 'exported';
  return field === 'key' && !parent.computed;
}

function identifier(node: unknown): string | undefined {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === 'Identifier' || type === 'JSXIdentifier' ? name : undefined;
}

function literal(node: unknown): string | undefined {
  const one = (node ?? {}) as { type?: string; value?: unknown; literal?: unknown };
  if (one.type === 'TSLiteralType') return literal(one.literal);
  return one.type === 'StringLiteral' ? String(one.value) : undefined;
}

function walk(
  node: Node,
  visit: (node: Node, parent: Node | undefined, field: string) => void,
  parent?: Node,
  field = '',
): void {
  visit(node, parent, field);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string' && child.loc !== undefined) walk(child as Node, visit, node, name);
    }
  }
}
