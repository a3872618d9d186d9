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

process.chdir(import.meta.dirname);
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const apart = Object.keys(dependencies).filter((name) => !JOINED.includes(name));

for (const folder of ['dist/adapters', 'dist/src']) rmSync(folder, { recursive: true, force: true });
await build({
  input: Object.fromEntries(ENTRIES.map((name) => [name, `${MODULES}/${name}.js`])),
  platform: 'node',
  external: (id) => apart.some((name) => id === name || id.startsWith(`${name}/`)),
  output: { dir: 'dist', entryFileNames: '[name].js', chunkFileNames, sourcemap: true },
});

/** A file is named and placed after the module that it is there for, the last: so traces tell, and relative addresses hold. */
function chunkFileNames({ facadeModuleId, moduleIds }) {
  const path = relative(MODULES, facadeModuleId ?? moduleIds.at(-1) ?? '').replaceAll('\\', '/');
  return path.startsWith('adapters/') || path.startsWith('src/') ? path : 'adapters/[name].js';
}
