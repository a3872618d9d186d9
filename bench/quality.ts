/**
 * How well a file of questions is answered from our notes, and from others, side by side.
 *
 *     npm run bench:quality -- QUESTIONS [CORPUS...]
 *
 * QUESTIONS is a file as `dockercon-bot eval` reads it. Each CORPUS is a folder of notes, or several joined as in NOTES_DIR;
 * the notes that ship with the bot always come first. The built executable is asked, through `ask --jsonl`, as a script would. Each
 * column is followed by one of an engine without synonyms, word families and patterns of questions.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { answerRecord } from '../adapters/terminal/answer-text.js';
import { type JudgedAnswer, judge, type Verdict } from '../adapters/terminal/evaluation/judge.js';
import { parseQuestions, type TestQuestion } from '../adapters/terminal/evaluation/questions.js';
import { summarizeTimes } from '../adapters/terminal/evaluation/report.js';
import { type Evaluation, evaluate, SCORES, type ScoreName } from '../adapters/terminal/evaluation/scores.js';
import { createEngine } from '../src/index.js';
import { notesIn } from './own-questions.js';
import { table } from './table.js';

const EXECUTABLE = fileURLToPath(new URL('../adapters/main.js', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../../knowledge', import.meta.url));

/** A column of the table: the notes that were asked, and how well they answered. */
interface Column {
  readonly name: string;
  readonly evaluation: Evaluation;
  readonly p50: number;
  readonly p95: number;
}

const [file, ...corpora] = process.argv.slice(2);
if (file === undefined) fail('Which questions? npm run bench:quality -- QUESTIONS [CORPUS...]; see bench/README.md.');
if (!existsSync(file)) fail(`${file} is not there: nothing to measure.`);
const parsed = parseQuestions(readFileSync(file, 'utf8'));
if ('faults' in parsed) fail(`${file}:\n  ${parsed.faults.join('\n  ')}`);

const columns = [await column('our notes', [], parsed.questions), await bareColumn([SHIPPED], parsed.questions)];
for (const corpus of corpora) {
  const folders = corpus.split(delimiter);
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0) console.log(`${missing.join(', ')} is not there: left out.`);
  else {
    columns.push(await column(folders.map((folder) => basename(folder)).join(' + '), folders, parsed.questions));
    columns.push(await bareColumn(folders, parsed.questions));
  }
}
print(columns);

async function column(name: string, folders: readonly string[], questions: readonly TestQuestion[]): Promise<Column> {
  const answers = await askAll(folders, questions);
  const evaluation = evaluate(questions.map((question) => judge(question, answers.get(question.id) as Answer)));
  const times = summarizeTimes([...answers.values()].map((answer) => answer.ms));
  return { name, evaluation, p50: times?.p50 ?? 0, p95: times?.p95 ?? 0 };
}

/** The same of an engine that knows no English beside the notes. */
async function bareColumn(folders: readonly string[], questions: readonly TestQuestion[]): Promise<Column> {
  const engine = createEngine(notesIn(folders), { lexicon: 'none' });
  const verdicts: Verdict[] = [];
  const ms: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    const answer = await engine.ask(question.question, { history: question.context ?? [] });
    ms.push(performance.now() - start);
    verdicts.push(judge(question, answerRecord(answer)));
  }
  const times = summarizeTimes(ms);
  return { name: 'bare', evaluation: evaluate(verdicts), p50: times?.p50 ?? 0, p95: times?.p95 ?? 0 };
}

/** A line that `ask --jsonl` writes. */
interface Answer extends JudgedAnswer {
  readonly id: string;
  readonly ms: number;
}

function askAll(folders: readonly string[], questions: readonly TestQuestion[]): Promise<ReadonlyMap<string, Answer>> {
  return new Promise((resolve) => {
    const options = folders.flatMap((folder) => ['--notes', folder]);
    const bot = spawn(process.execPath, [EXECUTABLE, 'ask', '--jsonl', ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const answers = new Map<string, Answer>();
    createInterface({ input: bot.stdout }).on('line', (line) => {
      const answer = JSON.parse(line) as Answer & { error?: string };
      if (answer.error !== undefined) fail(`question ${answer.id}: ${answer.error}`);
      answers.set(answer.id, answer);
    });
    bot.on('close', (code) => {
      const missing = questions.filter(({ id }) => !answers.has(id)).map(({ id }) => id);
      if (code !== 0 || missing.length > 0)
        fail(`ask --jsonl ended with ${code}; no answer for: ${missing.join(', ')}`);
      resolve(answers);
    });
    for (const { id, question, context = [] } of questions) {
      bot.stdin.write(`${JSON.stringify({ id, question, context })}\n`);
    }
    bot.stdin.end();
  });
}

function print(columns: readonly Column[]): void {
  const { questions = 0, answerable = 0, unanswerable = 0 } = columns[0]?.evaluation ?? {};
  console.log(`${questions} questions: ${answerable} answerable, ${unanswerable} not\n`);
  const head = ['', ...columns.map(({ name }) => name)];
  const scores = (Object.keys(SCORES) as ScoreName[]).map((name) => [
    name,
    ...columns.map(({ evaluation }) => percent(evaluation.scores[name])),
  ]);
  const times = [
    ['ms, p50', ...columns.map(({ p50 }) => p50.toFixed(1))],
    ['ms, p95', ...columns.map(({ p95 }) => p95.toFixed(1))],
  ];
  console.log(table(head, [...scores, ...times]));

  const kinds = (columns[0]?.evaluation.kinds ?? []).map(({ kind, n }) => [
    kind,
    ...columns.map(({ evaluation }) => `${evaluation.kinds.find((one) => one.kind === kind)?.correct ?? 0}/${n}`),
  ]);
  console.log(`\nRight, by kind\n\n${table(head, kinds)}`);
}

function percent(share: number | null): string {
  return share === null ? 'n/a' : `${(100 * share).toFixed(1)}%`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
