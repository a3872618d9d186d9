import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EvalRequest, evaluateFile } from '../../../adapters/terminal/eval.js';
import { summarizeTimes } from '../../../adapters/terminal/evaluation/report.js';
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
  const code = await evaluateFile({ file, notes: [], failures: false, json: false, ...changes }, terminal);
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
