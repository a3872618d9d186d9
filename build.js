/**
 * Builds what has changed, for the npm scripts and the image: compiles, joins the modules, then takes the snapshot of the notes that ship.
 *
 *     node build.js
 *
 * When nothing has changed it says nothing and is done in the time that Node takes to start. `tsc -b` would find that out too, but
 * takes as long for it as an answer may take. Node's own way to run something before a script, `preask`, is off here with all other
 * scripts that packages could bring (.npmrc).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the build depends on. */
const SOURCES = [
  'src',
  'adapters',
  'knowledge',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'build.js',
  'bundle.js',
];
const ROOT = fileURLToPath(new URL('.', import.meta.url));
/** Written when a build is done. Holds the release of Node, to which the snapshot is bound. */
const STAMP = join(ROOT, 'dist', '.built');
const COMPILER = join('node_modules', 'typescript', 'bin', 'tsc');

if (!isBuilt()) {
  const started = new Date();
  if (!existsSync(join(ROOT, COMPILER))) fail('the compiler is not installed. Run npm ci first.');
  run(COMPILER, '-b');
  run('bundle.js');
  run(join('dist', 'adapters', 'take-snapshot.js'));
  stamp(started);
}

function isBuilt() {
  try {
    if (readFileSync(STAMP, 'utf8') !== process.version) return false;
    const { mtimeMs } = statSync(STAMP);
    return SOURCES.every((source) => newest(join(ROOT, source)) < mtimeMs);
  } catch {
    return false;
  }
}

/**
 * When a file, or anything in a folder, changed last. By the time of the change of its entry, which copying, renaming and checking
 * out set as well as writing, and which cannot be set back. A folder changes with what is added to it or taken away.
 */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.ctimeMs;
  return readdirSync(path).reduce((last, name) => Math.max(last, newest(join(path, name))), stats.ctimeMs);
}

/** Dated back to when the build began: what changed meanwhile is built next time. */
function stamp(started) {
  try {
    writeFileSync(STAMP, process.version);
    utimesSync(STAMP, started, started);
  } catch {
    // Then the next build looks again.
  }
}

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function fail(message) {
  process.stderr.write(`build: ${message}\n`);
  process.exit(1);
}
