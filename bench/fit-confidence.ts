/**
 * Fits the calibration of confidence (src/answer/confidence.ts) and prints it with what it reaches.
 *
 *     npm run bench:fit-confidence -- SQUAD.json
 *
 * Every second article is indexed, first the even, then the odd ones, and the questions of both halves are asked: those of the
 * other half have no answer there. Right is what shows a sentence that holds the answer. Fits on the split `tune`.
 */
import { existsSync } from 'node:fs';
import { type Doubts, doubts } from '../src/answer/confidence.js';
import { select } from '../src/answer/selection.js';
import { createCorpus } from '../src/question/corpus.js';
import { understand } from '../src/question/understand.js';
import { createMiniSearchIndex } from '../src/search/minisearch-index.js';
import { rank } from '../src/search/ranking.js';
import { retrieve } from '../src/search/retrieval.js';
import { auroc, calibrationError, fitLogistic, type Logistic, type Observation } from './logistic.js';
import { notePath, readSquad, type Split } from './squad-corpus.js';

const [path = ''] = process.argv.slice(2);
if (!existsSync(path)) {
  console.error(
    `${path || 'The corpus'} is not there. npm run bench:fit-confidence -- SQUAD.json; see bench/README.md.`,
  );
  process.exit(2);
}
const squad = readSquad(path);

/** One question asked of one half. */
interface Asked {
  readonly split: Split;
  readonly half: number;
  readonly answerable: boolean;
  readonly right: boolean;
  readonly doubts: Doubts | undefined;
}

const asked = [...(await askHalf(0)), ...(await askHalf(1))];
const tune = asked.filter(({ split }) => split === 'tune');
const names = Object.keys(tune.find((a) => a.doubts)?.doubts ?? {}) as (keyof Doubts)[];
const model = fitLogistic(tune.flatMap(observation), names.length);
print('tune', tune);
print(
  'report',
  asked.filter(({ split }) => split === 'report'),
);
console.log(`  intercept: ${model.intercept.toFixed(2)},`);
names.forEach((name, i) => {
  console.log(`  ${name}: ${(model.weights[i] as number).toFixed(2)},`);
});

async function askHalf(half: number): Promise<Asked[]> {
  const notes = squad.notes.filter((_, article) => article % 2 === half);
  const inHalf = new Set(notes.map((note) => note.path));
  const corpus = createCorpus(notes);
  const index = createMiniSearchIndex(notes);
  const result: Asked[] = [];
  for (const question of squad.questions) {
    const understanding = understand(question.question, [], corpus);
    const { query } = understanding;
    const { matcher, candidates } = await retrieve(query, index);
    const ranked = understanding.kind === 'none' ? [] : rank(query, matcher, candidates, corpus.nameness);
    const answerable = inHalf.has(notePath(question.article));
    const right = select(ranked, query.kind).some(({ entry, from, to }) => {
      for (let i = from; i <= to; i++) if (question.sentences.has(`${entry.passage.id}:${i}`)) return true;
      return false;
    });
    result.push({
      split: question.split,
      half,
      answerable,
      right: answerable && right,
      doubts: doubts(query, matcher, ranked),
    });
  }
  return result;
}

function observation({ doubts: found, right }: Asked): Observation[] {
  return found === undefined ? [] : [{ features: names.map((name) => found[name]), right, weight: 1 }];
}

function predict({ intercept, weights }: Logistic, found: Doubts | undefined): number {
  if (found === undefined) return 0;
  return 1 / (1 + Math.exp(-names.reduce((sum, name, i) => sum + (weights[i] as number) * found[name], intercept)));
}

function print(title: string, questions: readonly Asked[]): void {
  const areas: number[] = [];
  const answeredRight: number[] = [];
  const errors: number[] = [];
  for (const half of [0, 1]) {
    const own = questions.filter((question) => question.half === half);
    const answerable = own.filter((question) => question.answerable);
    const off = own.filter((question) => !question.answerable).map((question) => predict(model, question.doubts));
    areas.push(
      auroc(
        answerable.map((question) => predict(model, question.doubts)),
        off,
      ),
    );
    const threshold = off.sort((a, b) => b - a)[Math.floor(off.length * 0.05)] ?? 0;
    answeredRight.push(
      answerable.filter((question) => question.right && predict(model, question.doubts) > threshold).length /
        answerable.length,
    );
    errors.push(
      calibrationError(
        own.map((question) => predict(model, question.doubts)),
        own.map((question) => question.right),
      ),
    );
  }
  const mean = (values: readonly number[]) => (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3);
  console.log(
    `${title}: AUROC ${mean(areas)}, right at 5 % false ${mean(answeredRight)}, calibration error ${mean(errors)}`,
  );
}
