import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GapsFileOptions, openGapsFile, readGapsFile } from '../../adapters/gaps-file.js';
import { createLog } from '../../adapters/log.js';
import { memoryOutput } from './fakes.js';

const DAY = 24 * 60 * 60 * 1_000;
let folder: string;
let path: string;
let time: number;
let output: ReturnType<typeof memoryOutput>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaps-'));
  path = join(folder, 'gaps.jsonl');
  time = Date.UTC(2026, 10, 30);
  output = memoryOutput();
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (changes: Partial<GapsFileOptions> = {}) =>
  openGapsFile({
    path,
    maxBytes: 100_000,
    retention: 30 * DAY,
    log: createLog({ level: 'info' }, output),
    now: () => time,
    ...changes,
  });
const gap = (question: string) =>
  ({ kind: 'unanswered', platform: 'slack', question, reason: 'not-in-notes', years: [] }) as const;
const questions = async () => (await readGapsFile(path)).map(({ question }) => question);

describe('a file of gaps', () => {
  test('holds what was asked and when, a line each, for its owner alone', async () => {
    const file = open();
    file.note(gap('what is\nalpha'));
    file.note({
      kind: 'unhelpful',
      platform: 'discord',
      question: 'who is beta',
      citation: { note: 'a.md', lines: { from: 3, to: 4 } },
    });
    await file.close();
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { time: '2026-11-30T00:00:00.000Z', ...gap('what is alpha') },
      expect.objectContaining({ kind: 'unhelpful', citation: { note: 'a.md', lines: { from: 3, to: 4 } } }),
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('holds no id of a person', async () => {
    const file = open();
    file.note(gap('what did <@U012ABCDE> and <@!220000000000000001> say'));
    await file.close();
    expect(readFileSync(path, 'utf8')).not.toMatch(/U012ABCDE|220000000000000001/);
  });

  test('goes on where it was, also after a line that was cut short', async () => {
    const one = open();
    one.note(gap('one'));
    await one.close();
    appendFileSync(path, '{"time":"2026-11');
    const two = open();
    two.note(gap('two'));
    await two.close();
    expect(await questions()).toEqual(['one', 'two']);
  });

  test('forgets what is too old', async () => {
    const file = open();
    file.note(gap('old'));
    await file.close();
    time += 31 * DAY;
    const later = open();
    later.note(gap('new'));
    await later.close();
    expect(await questions()).toEqual(['new']);
    expect(readFileSync(path, 'utf8')).not.toContain('old');
  });

  test('never grows beyond its limit, and loses the oldest first', async () => {
    const file = open({ maxBytes: 5_000 });
    for (let i = 0; i < 300; i++) {
      file.note(gap(`question ${i}`));
      if (i % 10 === 9) await file.close();
      if (i % 10 === 9) expect(statSync(path).size).toBeLessThanOrEqual(5_000);
    }
    await file.close();
    const left = await questions();
    expect(left.at(-1)).toBe('question 299');
    expect(left).toEqual(Array.from({ length: left.length }, (_, i) => `question ${300 - left.length + i}`));
    expect(readdirSync(folder)).toEqual(['gaps.jsonl']);
  });

  test('that cannot be written is told once, and harms nothing; when it can, that is told, too', async () => {
    mkdirSync(path);
    const file = open();
    for (let i = 0; i < 5; i++) {
      expect(() => file.note(gap(`lost ${i}`))).not.toThrow();
      await file.close();
    }
    expect(output.text().match(/"level":"warn"/g)).toHaveLength(1);
    expect(output.text()).toContain('GAPS_FILE cannot be written to (EISDIR)');
    rmSync(path, { recursive: true });
    file.note(gap('kept'));
    await file.close();
    expect(await questions()).toEqual(['kept']);
    expect(output.text()).toContain('can be written to GAPS_FILE again');
  });
});

test('lines that are none are passed over, and a file that is not there is named', async () => {
  writeFileSync(path, 'null\n[]\n{}\n{"time":"x","kind":"unanswered","platform":"a","question":"b"}\nnonsense\n');
  expect(await readGapsFile(path)).toEqual([]);
  await expect(readGapsFile(join(folder, 'none'))).rejects.toThrow('does not exist');
});
