import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** The built program is run as it ships; `npm test` builds it first. */
const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));

// Each test starts a process or two, which takes long where many run at once.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-'));
  mkdirSync(join(folder, 'notes'));
  writeFileSync(
    join(folder, 'notes', 'gizmo.md'),
    '---\ntitle: GizmoConf 2019 keynote\nevent: GizmoConf 2019\nday: 1\n---\n\n## Gizmo\n\n' +
      'Gizmo is a small tool that folds paper boats out of old invoices.\n\nMaya Lindqvist demoed Gizmo on stage.\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the program in a folder of its own with nothing in its environment but what is given. */
function run(words: readonly string[], { input = '', env = {} }: Run = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: folder,
    input,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the program', () => {
  test('prints its version', () => {
    expect(run(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });

  for (const command of ['', 'ask', 'chat', 'check', 'eval', 'start']) {
    test(`explains ${command || 'itself'} with an example`, () => {
      const { code, out, err } = run(command === '' ? ['--help'] : [command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`Usage: dockercon-bot ${command}`);
      expect(out).toMatch(/Examples?:\n {2}\$ .*dockercon-bot/);
    });
  }

  const usage: readonly (readonly string[])[] = [
    [],
    ['nonsense'],
    ['ask'],
    ['ask', '--nonsense', 'x'],
    ['eval'],
    ['eval', 'x', '--min', '8e3'],
  ];
  for (const words of usage) {
    test(`ends with 2 when it is used wrongly: ${words.join(' ') || 'no command'}`, () => {
      const { code, out, err } = run(words);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toMatch(/\n\s+at /);
    });
  }

  const faults: readonly (readonly [words: readonly string[], env: Record<string, string>, err: RegExp])[] = [
    [['ask', 'x'], { NOTES_DIR: 'nowhere' }, /^dockercon-bot: NOTES_DIR: ".*nowhere" does not exist\. .*\n$/],
    [['ask', 'x'], { NOTES_DIR: 'notes/gizmo.md' }, /^dockercon-bot: NOTES_DIR: ".*gizmo.md" is not a folder\. .*\n$/],
    [
      ['ask', 'x', '-n', 'nowhere'],
      { NOTES_DIR: 'notes' },
      /^dockercon-bot: --notes: "nowhere" does not exist\. .*\n$/,
    ],
    [['check', 'nowhere'], {}, /^dockercon-bot: check: "nowhere" does not exist\. .*\n$/],
    [['ask', 'x'], { MIN_CONFIDENCE: '8e3' }, /^dockercon-bot: MIN_CONFIDENCE: expected .*\n$/],
    [['chat'], { LOG_LEVEL: 'loud' }, /^dockercon-bot: LOG_LEVEL: expected .*\n$/],
    [['eval', 'nowhere.jsonl'], {}, /^dockercon-bot: nowhere.jsonl: cannot be read \(ENOENT\)\.\n$/],
  ];
  for (const [words, env, err] of faults) {
    test(`ends with 2 and one line at a fault: ${words.join(' ')} ${JSON.stringify(env)}`, () => {
      expect(run(words, { env })).toEqual({ code: 2, out: '', err: expect.stringMatching(err) });
    });
  }
});

describe('ask', () => {
  test('answers from a folder with a place that can be opened from here', () => {
    const { code, out, err } = run(['ask', '--notes', 'notes', 'what', 'is', 'Gizmo']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Gizmo is a small tool that folds paper boats out of old invoices. [1]');
    expect(out).toContain(`${join('notes', 'gizmo.md')}:9`);
    expect(out).not.toContain('\u001B');
  });

  test('ends with 1 when the notes do not tell', () => {
    const { code, out } = run(['ask', '--notes', 'notes', 'when was the printing press invented']);
    expect(code).toBe(1);
    expect(out).toMatch(/^I don't know/);
  });

  test('says that there are no notes in an empty folder', () => {
    mkdirSync(join(folder, 'empty'));
    const { code, out } = run(['ask', 'what is Gizmo'], { env: { NOTES_DIR: 'empty' } });
    expect([code, out.split('\n')[0]]).toEqual([1, 'There are no notes to answer from.']);
  });

  test('reads .env in the current directory', () => {
    writeFileSync(join(folder, '.env'), 'NOTES_DIR=notes\n');
    expect(run(['ask', 'what is Gizmo'], { env: { NOTES_DIR: '' } }).code).toBe(0);
  });

  test('answers a conversation by lines and outlives a malformed one', () => {
    const lines = [
      '{"id":"1","question":"what is Gizmo"}',
      '{nonsense',
      '{"id":"2","question":"who demoed it?","context":["what is Gizmo"]}',
    ];
    const { code, out, err } = run(['ask', '--jsonl', '--notes', 'notes'], { input: lines.join('\n') });
    expect([code, err]).toEqual([0, '']);
    const replies = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(replies.map(({ id }) => id)).toEqual(['1', null, '2']);
    expect(replies[0]).toMatchObject({
      answered: true,
      text: 'Gizmo is a small tool that folds paper boats out of old invoices.',
      citations: [{ event: 'GizmoConf 2019', day: 1, note: join('notes', 'gizmo.md'), lines: [9, 9] }],
    });
    expect(replies[2].text).toContain('Maya Lindqvist');
  });

  test('is no fault when its reader leaves early', async () => {
    const program = spawn(process.execPath, [MAIN, 'ask', '--jsonl', '--notes', 'notes'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let err = '';
    program.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    program.stdin.on('error', () => {});
    program.stdout.once('data', () => program.stdout.destroy());
    for (let id = 0; id < 2000; id++) program.stdin.write(`{"id":${id},"question":"what is Gizmo"}\n`);
    const code = await new Promise((done) => program.on('close', done));
    expect([code, err]).toEqual([0, '']);
  });
});

test.skipIf(!existsSync('/dev/full'))('an output that takes nothing is told in one line', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [MAIN, 'ask', '--notes', 'notes', 'what is Gizmo'], {
    cwd: folder,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect([status, stderr]).toEqual([2, 'dockercon-bot: cannot print: ENOSPC\n']);
});

test('chat answers a piped conversation', () => {
  const { code, out, err } = run(['chat', '-n', 'notes'], { input: 'what is Gizmo\nwho demoed it\n/sources\n' });
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('folds paper boats');
  expect(out).toContain('Maya Lindqvist');
  expect(out).toContain(`- GizmoConf 2019, day 1, GizmoConf 2019 keynote (${join('notes', 'gizmo.md')})`);
});

test('check names what is wrong by file and line and ends with 1 at an error', () => {
  expect(run(['check', 'notes'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^1 note read.*: 0 errors, \d+ warnings?$/m),
  });
  writeFileSync(join(folder, 'notes', 'bad.md'), Buffer.from('# Title\n\ncaf\u00e9\n', 'latin1'));
  const { code, out } = run(['check', 'notes']);
  expect(code).toBe(1);
  expect(out).toMatch(new RegExp(`^${join('notes', 'bad.md')}:3: error file-encoding: .*$`, 'm'));
});

test('eval scores a question file against notes', () => {
  const question = {
    id: 'q',
    question: 'what is Gizmo',
    kind: 'definition',
    answerable: true,
    expect: [['paper boats']],
    source: [{ event: 'GizmoConf 2019', day: 1 }],
    max_chars: 200,
  };
  writeFileSync(join(folder, 'q.jsonl'), JSON.stringify(question));
  const { code, out } = run(['eval', 'q.jsonl', '-n', 'notes', '--min', '1']);
  expect(out).toMatch(/^combined score +100\.0%/m);
  expect(code).toBe(0);
});

describe('start', () => {
  test('says in one JSON line what it needs, and ends with 1', () => {
    const { code, out, err } = run(['start'], { env: { PLAYGROUND: 'off' } });
    expect([code, err]).toEqual([1, '']);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ level: 'error' }]);
  });

  test('opens the playground without any token, says where and what to set for chats, and stops when told to', async () => {
    const env = { PATH: process.env.PATH, PLAYGROUND_PORT: '0', NOTES_DIR: 'notes' };
    const program = spawn(process.execPath, [MAIN, 'start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const lines: { msg: string; url?: string }[] = [];
    let err = '';
    program.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    const opened = new Promise<string>((resolve) => {
      createInterface({ input: program.stdout }).on('line', (line) => {
        lines.push(JSON.parse(line));
        if (lines.at(-1)?.url !== undefined) resolve(lines.at(-1)?.url ?? '');
      });
    });
    const ended = new Promise((resolve) => program.on('close', resolve));
    const url = await opened;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const asked = await fetch(`${url}api/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: '{"question":"what is Gizmo"}',
    });
    expect(JSON.stringify(await asked.json())).toContain('folds paper boats');
    const shown = await fetch(`${url}api/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: '{"question":"what is Gizmo"}',
    });
    const { previews } = (await shown.json()) as { previews: { platform: string }[] };
    expect(previews.map(({ platform }) => platform)).toEqual(['slack', 'discord']);
    program.kill('SIGTERM');
    expect([await ended, err]).toEqual([0, '']);
    const told = lines.filter(({ msg }) => /SLACK_BOT_TOKEN.*SLACK_APP_TOKEN.*DISCORD_TOKEN/.test(msg));
    expect(told).toHaveLength(1);
  });

  test('logs a wrong variable in one JSON line, and ends with 1', () => {
    const { code, out, err } = run(['start'], { env: { LOG_LEVEL: 'loud' } });
    expect([code, err]).toEqual([1, '']);
    expect(JSON.parse(out)).toMatchObject({ level: 'fatal', msg: expect.stringMatching(/^LOG_LEVEL: expected /) });
  });
});

test('the folder of the program is of no matter to it', () => {
  expect(resolve(folder)).not.toContain(resolve(MAIN, '../../..'));
  expect(run(['check']).code).not.toBe(2);
});
