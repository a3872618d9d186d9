import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { OperatorError, reasonOf } from '../errors.js';
import { packageRoot } from '../package-root.js';

/** The compiled modules that the page runs. */
export interface PageModules {
  /** Their sources by path, e.g. "adapters/web/page/main.js", the first to be loaded first. */
  readonly sources: ReadonlyMap<string, string>;
  /** Changes when any of them does. */
  readonly version: string;
}

/** The module that the page starts with. */
export const FIRST_MODULE = 'adapters/web/page/main.js';

/**
 * Reads the page's first module and all that it imports, directly or not. Nothing else of the compiled project is served. They
 * are few and small, and no bundler is needed: browsers are told of all of them with the page, so they load side by side.
 *
 * @param root the folder of the compiled project.
 * @throws OperatorError when the project is not built.
 */
export function readPageModules(root: string = join(packageRoot(), 'dist', 'modules')): PageModules {
  const sources = new Map<string, string>();
  const left = [FIRST_MODULE];
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    if (sources.has(path)) continue;
    const source = readModule(root, path);
    sources.set(path, source);
    left.push(...importsOf(source).map((name) => resolve(path ?? '', name)));
  }
  const hash = createHash('sha256');
  for (const source of sources.values()) hash.update(source);
  return { sources, version: hash.digest('base64url').slice(0, 16) };
}

function readModule(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  } catch (error) {
    throw new OperatorError(
      'config',
      `the page is not built: ${path} cannot be read (${reasonOf(error)}). Run "npm run build".`,
      { cause: error },
    );
  }
}

/** What a compiled module imports: the compiler ends a line with it. */
function importsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?:^import |\bfrom )['"]([^'"\n]+)['"];?$/gm)].map(([, name = '']) => name);
}

/** @throws Error for a package or a built-in module, which no browser could load. */
function resolve(from: string, name: string): string {
  if (!name.startsWith('.')) throw new Error(`${from} imports ${name}, which a browser cannot load`);
  return posix.join(posix.dirname(from), name);
}
