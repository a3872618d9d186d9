import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EvalRequest } from '../../../adapters/commands/eval.js';
import { evaluateAnswers } from '../../../adapters/terminal/eval.js';
import { summarizeTimes } from '../../../adapters/terminal/evaluation/report.js';
import { createEngine, readNotes, type SuggestedQuestion } from '../../../src/index.js';
import { abstained, answered, citation, fakeEngine, fakeTerminal } from '../fakes.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eval-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const QUESTIONS = [
  // right and concise
  { id: 'a', question: 'right', kind: 'what', answerable: true, expect: [['integrated']], max_chars: 90 },
  // right, two citations of which one is right, too long to be concise
  { id: 'b', question: 'two', kind: 'what', answerable: true, expect: [['stack']], max_chars: 90, ideal_chars: 9 },
  // facts missing, wrong source
  { id: 'c', question: 'missing', kind: 'who', answerable: true, expect: [['Solomon']], max_chars: 90 },
  // refused
  {
    id: 'd',
    question: 'refuse',
    kind: 'follow-up',
    answerable: true,
    expect: [['stack']],
    max_chars: 90,
    context: ['x'],
  },
  // rightly refused, and not
  { id: 'e', question: 'refuse it', kind: 'off-topic', answerable: false, expect: [], source: [] },
  { id: 'f', question: 'right?', kind: 'gibberish', answerable: false, expect: [], source: [] },
].map((question) => ({ source: [{ event: 'DockerCon 2015', day: 2 }], ...question }));

const wrong = citation({ event: 'DockerCon 2017', day: 1 });
const engine = () =>
  fakeEngine((question) => {
    if (question.startsWith('refuse')) return abstained({ question });
    if (question === 'two') return answered({ question, citations: [wrong, citation()] });
    return answered({ question, citations: [question === 'missing' ? wrong : citation()] });
  });

async function run(changes: Partial<EvalRequest> = {}, text = QUESTIONS.map((q) => JSON.stringify(q)).join('\n')) {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(file, text);
  const fake = engine();
  const { terminal, stdout, stderr, read } = fakeTerminal({ engine: fake });
  const code = await evaluateAnswers(
    { file, notes: [], suggestions: false, failures: false, json: false, ...changes },
    terminal,
  );
  return { code, out: stdout.text(), err: stderr.text(), asked: fake.asked, read };
}

describe('an evaluation', () => {
  test('counts every score as the question file defines them', async () => {
    const { out } = await run({ json: true });
    expect(JSON.parse(out)).toMatchObject({
      questions: 6,
      answerable: 4,
      unanswerable: 2,
      scores: {
        'combined score': 3 / 6,
        'answer accuracy': 2 / 4,
        'facts found': 2 / 4,
        'citation accuracy': 2 / 3,
        'citation precision': 1.5 / 3,
        'ideal length': 1 / 2,
        'abstention precision': 1 / 2,
        'abstention recall': 1 / 2,
        'false-answer rate': 1 / 2,
      },
      kinds: [
        { kind: 'who', n: 1, correct: 0 },
        { kind: 'what', n: 2, correct: 2 },
        { kind: 'follow-up', n: 1, correct: 0 },
        { kind: 'off-topic', n: 1, correct: 1 },
        { kind: 'gibberish', n: 1, correct: 0 },
      ],
      failures: [
        { id: 'c', reason: 'facts missing', cited: ['DockerCon 2017 day 1'] },
        { id: 'd', reason: 'refused', question: 'x » refuse', cited: [] },
        { id: 'f', reason: 'should have refused' },
      ],
    });
  });

  test('asks a follow-up with the questions before it', async () => {
    const { asked } = await run();
    expect(asked.map(({ options }) => options.history)).toEqual([[], [], [], ['x'], [], []]);
  });

  test('prints the scores, and the failures when asked', async () => {
    const { out, code } = await run({ failures: true });
    expect(code).toBe(0);
    expect(out).toContain('6 questions: 4 answerable, 2 not\n');
    expect(out).toMatch(/^combined score +50\.0% {2}right answers/m);
    expect(out).toMatch(/^ {2}what +2\/2 +100\.0%$/m);
    expect(out).toContain('  c [who] missing\n    facts missing; 36 characters; cited: DockerCon 2017 day 1\n');
    expect((await run()).out).not.toContain('facts missing;');
  });

  test('fails below the lowest score that passes, and not at it', async () => {
    expect((await run({ min: 0.5 })).code).toBe(0);
    const { code, err } = await run({ min: 0.51 });
    expect(code).toBe(1);
    expect(err).toBe('dockercon-bot: the combined score is 0.5000, expected at least 0.51.\n');
  });

  test('says n/a where there was nothing to count', async () => {
    const { out } = await run({}, JSON.stringify(QUESTIONS[0]));
    expect(out).toMatch(/^false-answer rate +n\/a/m);
  });

  test('takes the notes it is given', async () => {
    expect((await run({ notes: ['x', 'y'] })).read).toEqual([{ folders: ['x', 'y'], origin: undefined }]);
  });
});

describe('a question file that cannot be used', () => {
  test('has every fault named with its line', async () => {
    const evaluation = run({}, '{"id":"a"}\nnonsense');
    await expect(evaluation).rejects.toMatchObject({ code: 'question-file' });
    await expect(evaluation).rejects.toThrow(
      /questions\.jsonl: \d+ faults\n {2}line 1 \(a\): .*\n(?: {2}.*\n)* {2}line 2: not JSON/,
    );
  });

  test('is named when it is missing or not text', async () => {
    await expect(run({ file: join(folder, 'none.jsonl') })).rejects.toThrow(
      /none\.jsonl: cannot be read \(ENOENT\)\.$/,
    );
    writeFileSync(join(folder, 'latin.jsonl'), Buffer.from('é', 'latin1'));
    await expect(run({ file: join(folder, 'latin.jsonl') })).rejects.toThrow(
      /latin\.jsonl: line 1: the text is not UTF-8/,
    );
  });
});

test('times are summed up by nearest rank', () => {
  expect(summarizeTimes([])).toBeUndefined();
  expect(summarizeTimes([3, 1, 2])).toEqual({ p50: 2, p95: 3 });
  expect(summarizeTimes(Array.from({ length: 100 }, (_, i) => i + 1))).toEqual({ p50: 50, p95: 95 });
});

describe('an audit of suggestions', () => {
  const REQUEST: EvalRequest = { notes: ['talks'], suggestions: true, failures: false, json: false };
  const place = { note: 'knowledge/dockercon-2015-day-2.md', lines: { from: 273, to: 275 }, section: ['Project Orca'] };
  const suggested = (question: string, places: readonly SuggestedQuestion['places'][number][], offered = true) => ({
    question,
    places,
    offered,
  });

  async function audit(suggestions: readonly SuggestedQuestion[], changes: Partial<EvalRequest> = {}) {
    const { terminal, stdout, read } = fakeTerminal({ engine: { ...engine(), suggestions: async () => suggestions } });
    const code = await evaluateAnswers({ ...REQUEST, ...changes }, terminal);
    return { code, out: stdout.text(), read };
  }

  test('passes where each is answered from where it was found: its lines, its section, for front matter its note', async () => {
    const { note, lines, section } = citation();
    const far = { from: 900, to: 901 };
    const { code, out, read } = await audit([
      suggested('right', [{ note, lines, section: ['Another'] }]),
      suggested('right', [{ note, lines: far, section }]),
      suggested('right', [{ note, lines: far }]),
      suggested('refuse', [place], false),
    ]);
    expect(code).toBe(0);
    expect(out).toContain('3 suggestions, 3 answered from where they were found\n1 more');
    expect(read).toEqual([expect.objectContaining({ folders: ['talks'] })]);
  });

  test('fails, and says which, where one is refused or answered from elsewhere', async () => {
    const elsewhere = { note: 'a.md', lines: { from: 1, to: 2 }, section: [] };
    const { code, out } = await audit([suggested('refuse', [place]), suggested('right', [elsewhere])]);
    expect(code).toBe(1);
    expect(out).toContain('refuse\n  found     knowledge/dockercon-2015-day-2.md:273\n  answered  no\n');
    expect(out).toMatch(/right\n {2}found {5}a\.md:1\n {2}answered {2}\S+:\d+\n/);
    const { misleading } = JSON.parse((await audit([suggested('refuse', [place])], { json: true })).out);
    expect(misleading).toHaveLength(1);
  });

  test('needs no file, and takes none', async () => {
    await expect(audit([], { file: 'x.jsonl' })).rejects.toThrow('leave out the file');
    await expect(audit([], { suggestions: false })).rejects.toThrow('--suggestions');
  });

  test('passes on the notes of the real engine', async () => {
    const { notes } = await readNotes([
      { path: 'a.md', text: '# Garden\n\n## Mulchd\n\nMulchd is a composter daemon.\nPlotKit is a planner.\n' },
    ]);
    const { terminal, stdout } = fakeTerminal({ engine: createEngine(notes) });
    expect(await evaluateAnswers(REQUEST, terminal)).toBe(0);
    expect(stdout.text()).toMatch(/^[1-9]\d* suggestions/);
  });
});
