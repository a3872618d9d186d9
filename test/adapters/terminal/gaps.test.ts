import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Gap } from '../../../adapters/gaps.js';
import { groupGaps } from '../../../adapters/terminal/gap-groups.js';
import { listGaps } from '../../../adapters/terminal/gaps.js';
import { abstained, answered, fakeEngine, fakeTerminal } from '../fakes.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const unanswered = (question: string, day = 1, years: readonly number[] = []) => ({
  kind: 'unanswered' as const,
  platform: 'slack',
  question,
  reason: 'not-in-notes' as const,
  years,
  time: `2026-11-0${day}T12:00:00.000Z`,
});
const GAPS = [
  unanswered('who is tim cook', 1),
  unanswered('What did Tim Cook announce in 2017?', 2, [2017]),
  unanswered('what did tim cook announce in 2017', 3, [2017]),
  unanswered('what did tim cook announced 2017?', 4, [2017]),
  {
    kind: 'unhelpful' as const,
    platform: 'discord',
    question: 'how many came',
    time: '2026-11-05T12:00:00.000Z',
    citation: { note: 'n/a.md', lines: { from: 3, to: 4 } },
  },
  { kind: 'helpful' as const, platform: 'slack', question: 'what is orca', time: '2026-11-05T12:00:00.000Z' },
];

async function run(gaps: readonly Gap[], changes = {}, known: readonly string[] = []) {
  const path = join(folder, 'gaps.jsonl');
  writeFileSync(path, gaps.map((gap) => `${JSON.stringify(gap)}\n`).join(''));
  const engine = fakeEngine((question) => (known.includes(question) ? answered() : abstained({ question })));
  const { terminal, stdout } = fakeTerminal({ engine, config: { gaps: { path, maxBytes: 1, retention: 1 } } });
  const code = await listGaps({ notes: [], all: false, limit: 20, json: false, ...changes }, terminal);
  return { code, out: stdout.text() };
}

describe('what askers did not find', () => {
  test('is put together where it asks for the same, most often asked first', () => {
    expect(groupGaps(GAPS)).toMatchObject([
      { question: 'what did tim cook announced 2017?', unanswered: 3, years: [2017], last: GAPS[3]?.time },
      { question: 'how many came', unanswered: 0, unhelpful: 1, cited: ['n/a.md:3'] },
      { question: 'who is tim cook', unanswered: 1, others: [] },
    ]);
  });

  test('is listed with a stub of a note', async () => {
    const { code, out } = await run(GAPS);
    expect(code).toBe(0);
    expect(out).toContain('3 × not answered; last on 2026-11-04, slack\n  also: ');
    expect(out).toContain('    ---\n    title: "What did tim cook announced 2017"\n    edition: 2017\n    ---\n');
    expect(out).toContain('1 × not helpful (n/a.md:3)');
    expect(out).toMatch(/\n3 gaps\n$/);
  });

  test('is left out when the notes answer it by now, unless all is asked for', async () => {
    expect((await run(GAPS, {}, ['who is tim cook'])).out).toMatch(/\n2 gaps; 1 more answered by now \(--all\)\n$/);
    expect((await run(GAPS, { all: true }, ['who is tim cook'])).out).toContain('answered by now; last on');
  });

  test('is there as JSON', async () => {
    const record = JSON.parse((await run(GAPS, { json: true, limit: 1 })).out);
    expect(record).toMatchObject({ groups: 3, answeredNow: 0, gaps: [{ unanswered: 3, stub: expect.any(String) }] });
  });

  test('steers neither the terminal nor the note', async () => {
    const { out } = await run([unanswered('a\u001B[2J "b"\u202E: <c> #d')] as never);
    for (const character of ['\u001B', '\u202E']) expect(out).not.toContain(character);
    expect(out).toContain('# A[2J "b": \\<c\\> \\#d'.replace('[2J', '\\[2J'));
  });

  test('cannot be listed where nothing is noted, and that is said by the variable', async () => {
    const { terminal } = fakeTerminal({});
    await expect(listGaps({ notes: [], all: false, limit: 20, json: false }, terminal)).rejects.toThrow('GAPS_FILE');
  });
});
