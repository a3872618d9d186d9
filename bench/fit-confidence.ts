/**
 * Fits the calibration of confidence (src/answer/confidence.ts) and prints it with what it reaches.
 *
 *     npm run bench:confidence -- SQUAD.json QUESTIONS.jsonl=FOLDER...
 *
 * Two kinds of observations. Questions of the foreign corpus (split `tune`): every second article is
 * indexed, first the even, then the odd ones, and the questions of both halves are asked; right is what shows a sentence that
 * holds the answer. Questions about our notes, from files as `dockercon-bot eval` reads them: right is what eval would
 * count as correct, were everything answered.
 */
import { answerText } from '../adapters/terminal/answer-text.js';
import { judge } from '../adapters/terminal/evaluation/judge.js';
import { cite } from '../src/answer/citations.js';
import { CALIBRATION, type Doubts, doubts, FITTED } from '../src/answer/confidence.js';
import type { Answered } from '../src/index.js';
import { auroc, calibrationError, fitLogistic, type Logistic, type Observation } from './logistic.js';
import { readQuestionSets } from './own-questions.js';
import { readSquad, type Split } from './squad-corpus.js';
import { createStages } from './stages.js';

/** One question as the engine met it. */
interface Asked {
  readonly answerable: boolean;
  readonly right: boolean;
  readonly doubts: Doubts | undefined;
}

/** Part of the weight that goes to the foreign corpus: more calibrates better there, and refuses more about keynotes. */
const FOREIGN = 0.4;

const [squadPath = '', ...args] = process.argv.slice(2);
const squad = readSquad(squadPath);
const sets = readQuestionSets(args);
const halves = [await askHalf(0), await askHalf(1)];
const own = await askOwn();
const foreign = halves.flatMap((half) => half.tune);
const names = (Object.keys(FITTED) as (keyof typeof FITTED)[]).filter((name) => name !== 'intercept');
/** Doubts whose weight is set by hand: the fit is made without the questions that have them. */
const set = (Object.keys(CALIBRATION) as (keyof Doubts | 'intercept')[]).filter(
  (name): name is keyof Doubts => !Object.hasOwn(FITTED, name),
);
const weighed = [...weigh(foreign, FOREIGN), ...weigh(own, 1 - FOREIGN)];
const model = fitLogistic(weighed, names.length);
printForeign(
  'tune',
  halves.map(({ tune }) => tune),
);
printForeign(
  'report',
  halves.map(({ report }) => report),
);
printOwn();
console.log(`  intercept: ${model.intercept.toFixed(2)},`);
names.forEach((name, i) => {
  console.log(`  ${name}: ${(model.weights[i] as number).toFixed(2)},`);
});

async function askHalf(half: number): Promise<Record<Split, Asked[]>> {
  const ask = createStages(squad.notes.filter((_, article) => article % 2 === half));
  const asked: Record<Split, Asked[]> = { tune: [], report: [], corpus: [] };
  for (const question of squad.questions) {
    const { query, matcher, ranked, spans } = await ask(question.question);
    const answerable = question.article % 2 === half;
    const right = spans.some(({ entry, from, to }) => {
      for (let i = from; i <= to; i++) if (question.sentences.has(`${entry.passage.id}:${i}`)) return true;
      return false;
    });
    asked[question.split].push({ answerable, right: answerable && right, doubts: doubts(query, matcher, ranked) });
  }
  return asked;
}

async function askOwn(): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const { questions, notes } of sets) {
    const ask = createStages(notes);
    for (const question of questions) {
      const { query, matcher, ranked, spans } = await ask(question.question, question.context);
      const cited = cite(spans, matcher);
      const text = answerText({ answered: true, ...cited } as unknown as Answered);
      const { correct } = judge(question, { answered: true, text, citations: cited.citations });
      asked.push({
        answerable: question.answerable,
        right: question.answerable && correct,
        doubts: doubts(query, matcher, ranked),
      });
    }
  }
  return asked;
}

function weigh(asked: readonly Asked[], part: number): Observation[] {
  const known = asked.filter(({ doubts: found }) => found !== undefined && set.every((name) => found[name] === 0));
  return known.map(({ doubts: found, right }) => ({
    features: names.map((name) => found?.[name] ?? 0),
    right,
    weight: part / known.length,
  }));
}

function predict({ intercept, weights }: Logistic, found: Doubts | undefined): number {
  if (found === undefined) return 0;
  const fitted = names.reduce((sum, name, i) => sum + (weights[i] as number) * found[name], intercept);
  return 1 / (1 + Math.exp(-set.reduce((sum, name) => sum + CALIBRATION[name] * found[name], fitted)));
}

function printForeign(title: string, both: readonly (readonly Asked[])[]): void {
  const measured = both.map((asked) => {
    const confidence = asked.map((question) => predict(model, question.doubts));
    const of = (answerable: boolean) => confidence.filter((_, i) => asked[i]?.answerable === answerable);
    const off = of(false).sort((a, b) => b - a);
    const threshold = off[Math.floor(off.length * 0.05)] ?? 0;
    const right = asked.filter((question, i) => question.right && (confidence[i] as number) > threshold).length;
    return {
      area: auroc(of(true), off),
      answered: right / of(true).length,
      error: calibrationError(
        confidence,
        asked.map((question) => question.right),
      ),
    };
  });
  const mean = (of: (m: (typeof measured)[number]) => number) =>
    (measured.reduce((sum, m) => sum + of(m), 0) / measured.length).toFixed(3);
  console.log(
    `${title}: AUROC ${mean((m) => m.area)}, right at 5 % false ${mean((m) => m.answered)}, calibration error ${mean((m) => m.error)}`,
  );
}

function printOwn(): void {
  const confidence = own.map((question) => predict(model, question.doubts));
  for (const threshold of [0.2, 0.3, 0.4, 0.5]) {
    const right = own.filter(({ right }, i) => right && (confidence[i] as number) >= threshold).length;
    const falsely = own.filter(({ answerable }, i) => !answerable && (confidence[i] as number) >= threshold).length;
    const wrong = own.filter(
      ({ answerable, right }, i) => answerable && !right && (confidence[i] as number) >= threshold,
    );
    console.log(`own at ${threshold}: right ${right}, wrong ${wrong.length}, false ${falsely}, of ${own.length}`);
  }
}
