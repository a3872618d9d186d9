import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerRecord } from '../adapters/terminal/answer-text.js';
import { judge, type Verdict } from '../adapters/terminal/evaluation/judge.js';
import { parseQuestions, type TestQuestion } from '../adapters/terminal/evaluation/questions.js';
import { type Evaluation, evaluate } from '../adapters/terminal/evaluation/scores.js';
import { createEngine } from '../src/index.js';
import { readNotes } from '../src/notes/index.js';

const ROOT = new URL('../', import.meta.url);
const { notes } = readNotes(
  namesIn('knowledge/', '.md').map((name) => ({ path: name, text: read(`knowledge/${name}`) })),
);
const engine = createEngine(notes);

/**
 * How well the shipped notes answer, so that nobody makes it worse unawares: the lowest combined score and the highest share of
 * false answers that pass, a few points from what was reached when they were last set (82 % and 11 %; 97 % and 0 %). Raise
 * them with the engine.
 */
const SETS: readonly (readonly [name: string, files: readonly string[], least: number, mostFalse: number])[] = [
  ['test/questions', namesIn('test/questions/', '.jsonl').map((name) => `test/questions/${name}`), 0.76, 0.15],
  ['test/fixtures/dev.jsonl', ['test/fixtures/dev.jsonl'], 0.93, 0.05],
];

describe('the shipped notes answer', () => {
  it.each(SETS)('%s', async (name, files, least, mostFalse) => {
    const evaluation = await evaluationOf(files.flatMap(questionsOf));
    const { 'combined score': combined, 'false-answer rate': falseAnswers } = evaluation.scores;
    console.info(`${name}: ${summaryOf(evaluation)}`);
    expect(combined, failuresOf(evaluation)).toBeGreaterThanOrEqual(least);
    expect(falseAnswers, failuresOf(evaluation)).toBeLessThanOrEqual(mostFalse);
  });
});

async function evaluationOf(questions: readonly TestQuestion[]): Promise<Evaluation> {
  const verdicts: Verdict[] = [];
  for (const question of questions) {
    const answer = await engine.ask(question.question, { history: question.context ?? [] });
    verdicts.push(judge(question, answerRecord(answer)));
  }
  return evaluate(verdicts);
}

function summaryOf({ questions, scores }: Evaluation): string {
  const percent = (score: number | null) => `${(100 * (score ?? 0)).toFixed(1)} %`;
  return [
    `${questions} questions`,
    `combined score ${percent(scores['combined score'])}`,
    `answers right ${percent(scores['answer accuracy'])}`,
    `false answers ${percent(scores['false-answer rate'])}`,
  ].join(', ');
}

function failuresOf({ failures }: Evaluation): string {
  return `not right: ${failures.map(({ question, failure }) => `${question.id} (${failure})`).join(', ')}`;
}

function questionsOf(path: string): readonly TestQuestion[] {
  const parsed = parseQuestions(read(path));
  if ('faults' in parsed) throw new Error(`${path}: ${parsed.faults.join('; ')}`);
  return parsed.questions;
}

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith(ending))
    .sort();
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
