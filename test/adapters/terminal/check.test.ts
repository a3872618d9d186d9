import { expect, test } from 'vitest';
import { check } from '../../../adapters/terminal/check.js';
import type { Problem } from '../../../src/index.js';
import { fakeTerminal } from '../fakes.js';

const warning: Problem = { path: 'n/a.md', line: 7, severity: 'warning', rule: 'no-title', message: 'saw no title.' };
const error: Problem = {
  path: 'n/b\u001B.md',
  line: 2,
  severity: 'error',
  rule: 'bad-date',
  message: 'saw "2024-02-30".',
};

async function run(problems: readonly Problem[], json = false) {
  const { terminal, stdout, read } = fakeTerminal({ problems });
  const code = await check({ folders: ['n'], json }, terminal);
  return { code, out: stdout.text(), read };
}

test('problems are listed by file and line, then summed up', async () => {
  const { out, read } = await run([warning, error]);
  expect(out).toBe(
    'n/a.md:7: warning no-title: saw no title.\n' +
      'n/b.md:2: error bad-date: saw "2024-02-30".\n' +
      '1 note read, 12 passages: 1 error, 1 warning\n',
  );
  expect(read).toEqual([{ folders: ['n'], origin: 'check' }]);
});

test('errors end with 1, warnings and nothing at all with 0', async () => {
  expect((await run([error])).code).toBe(1);
  expect((await run([warning])).code).toBe(0);
  expect((await run([])).code).toBe(0);
});

test('JSON holds the counts and the problems', async () => {
  expect(JSON.parse((await run([warning], true)).out)).toEqual({
    notes: 1,
    passages: 12,
    skipped: [],
    problems: [warning],
  });
});
