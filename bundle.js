/**
 * Joins the compiled modules of dist/modules/ into the few files that are run, in dist/adapters/ and dist/src/.
 *
 *     node bundle.js
 *
 * Node takes as long to find and open a hundred and fifty modules as a question in the terminal may take. What is imported only when
 * it is needed stays a file of its own, and so does what several of them share.
 */
import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'rolldown';

const MODULES = 'dist/modules';
/** What is run, and the engine for who imports the package. */
const ENTRIES = ['adapters/main', 'adapters/engine-worker', 'adapters/take-snapshot', 'src/index'];
/** The packages that a question in the terminal needs: they are joined, too. Any other is loaded from where it is installed. */
const JOINED = [
  'commander',
  'dotenv',
  'fast-string-width',
  'fast-wrap-ansi',
  'picocolors',
  'porter2',
  'supports-hyperlinks',
  'valibot',
];
/**
 * Files that hold modules with all that these import, less what an earlier file holds. A question needs each of them, and each more
 * would be waited for. The engine's stands apart, because a snapshot of the notes belongs to the code in dist/src/.
 */
const TOGETHER = [
  { name: 'src/engine', test: /modules\/src\/index\.js$/ },
  { name: 'adapters/settings', test: /modules\/adapters\/(?:config|package-root)\.js$/ },
  { name: 'adapters/question', test: /modules\/adapters\/(?:corpus|terminal\/ask)\.js$/ },
];

process.chdir(import.meta.dirname);
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const apart = Object.keys(dependencies).filter((name) => !JOINED.includes(name));

for (const folder of ['dist/adapters', 'dist/src']) rmSync(folder, { recursive: true, force: true });
await build({
  input: Object.fromEntries(ENTRIES.map((name) => [name, `${MODULES}/${name}.js`])),
  platform: 'node',
  external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames,
    codeSplitting: { groups: TOGETHER.map((group, i) => ({ ...group, priority: TOGETHER.length - i })) },
    sourcemap: true,
  },
});

/** Any other file is named and placed after the module that it is there for, the last: so traces tell, and relative addresses hold. */
function chunkFileNames({ name, facadeModuleId, moduleIds }) {
  if (TOGETHER.some((group) => group.name === name)) return '[name].js';
  const path = relative(MODULES, facadeModuleId ?? moduleIds.at(-1) ?? '').replaceAll('\\', '/');
  return path.startsWith('adapters/') || path.startsWith('src/') ? path : 'adapters/[name].js';
}
