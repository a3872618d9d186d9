/**
 * How long a question takes from cold, in seconds: a process that starts, answers and ends.
 *
 *     npm run bench:start          ten runs of each command, in turn
 *     npm run bench:start -- 30
 *
 * A busy machine makes every time longer: the first row says what of it is Node itself.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { quantile, table } from './table.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const QUESTION = 'what is Project Orca';
const COMMANDS: readonly (readonly [name: string, command: string, ...given: string[]])[] = [
  ['node -e 0', process.execPath, '-e', '0'],
  ['node dist/adapters/main.js ask', process.execPath, 'dist/adapters/main.js', 'ask', QUESTION],
  ['npm run ask', 'npm', 'run', '--silent', 'ask', '--', QUESTION],
];

const runs = Number(process.argv[2] ?? 10);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`not a number of runs: ${process.argv[2]}`);
const times = COMMANDS.map((): number[] => []);
// The first round builds what has changed and warms the disk's cache: it is not counted.
for (let round = 0; round <= runs; round++) {
  COMMANDS.forEach(([name, command, ...given], i) => {
    const start = performance.now();
    const { status, error } = spawnSync(command, given, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${name} ended with ${status ?? error?.message}`);
    if (round > 0) times[i]?.push((performance.now() - start) / 1000);
  });
}
const seconds = (own: readonly number[], part: number) => quantile(own, part).toFixed(2);
const rows = COMMANDS.map(([name], i) => [name, ...[0, 0.5, 1].map((part) => seconds(times[i] ?? [], part))]);
console.log(table(['from cold', 'least s', 'median s', 'most s'], rows));
