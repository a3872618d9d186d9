/**
 * How well real questions on encyclopedia paragraphs are answered: a corpus that nothing here was written for.
 *
 *     npm run bench:squad -- SQUAD.json [report|tune]
 *
 * The whole corpus is indexed, the questions of one split are asked through the public door, and the ten best sentences and
 * what is shown are compared with where the answer stands. Then every second article is indexed, first the even ones, then the
 * odd ones, and the questions of both halves are asked: those of the other half must be refused. Last, the whole corpus is asked
 * again by an engine without its knowledge of English.
 */
import { existsSync } from 'node:fs';
import { type Answer, createEngine, type EngineOptions, type ExplainedHit } from '../src/index.js';
import type { Note } from '../src/notes/note.js';
import { auroc, calibrationError } from './logistic.js';
import { readSquad, type Split, type SquadQuestion } from './squad-corpus.js';
import { table } from './table.js';

const [path = '', split = 'report'] = process.argv.slice(2);
if (!existsSync(path)) {
  console.error(
    `${path || 'The corpus'} is not there. npm run bench:squad -- SQUAD.json [report|tune]; see bench/README.md.`,
  );
  process.exit(2);
}
const squad = readSquad(path);
const questions = squad.questions.filter((question) => question.split === (split as Split));
const texts = sentenceTexts(squad.notes);
console.log(`${squad.notes.length} notes, ${questions.length} questions of the split ${split}\n`);
await printRanking();
await printRejection();
console.log('\nwithout synonyms, word families and patterns of questions:\n');
await printRanking({ lexicon: 'none' });

async function printRanking(options: EngineOptions = {}): Promise<void> {
  const engine = createEngine(squad.notes, options);
  const ranks: { passage: number; sentence: number }[] = [];
  let shown = 0;
  let answered = 0;
  for (const question of questions) {
    const answer = await engine.ask(question.question, { explain: true });
    const hits = answer.explanation?.hits ?? [];
    ranks.push({ passage: passageRank(hits, question), sentence: sentenceRank(hits, question) });
    if (answer.answered) answered++;
    if (isShown(answer, question)) shown++;
  }
  const row = (name: string, of: (r: (typeof ranks)[number]) => number) => [
    name,
    percent(ranks.filter((r) => of(r) === 1).length),
    percent(ranks.reduce((sum, r) => sum + (of(r) === 0 ? 0 : 1 / of(r)), 0)),
  ];
  console.log(table(['%', 'R@1', 'MRR@10'], [row('passage', (r) => r.passage), row('sentence', (r) => r.sentence)]));
  console.log(`\nanswered ${percent(answered)} %; the answer stands in what is shown for ${percent(shown)} %\n`);
}

async function printRejection(): Promise<void> {
  const rows: number[][] = [];
  for (const half of [0, 1]) {
    const engine = createEngine(
      squad.notes.filter((_, article) => article % 2 === half),
      { minConfidence: 0 },
    );
    const asked: { answerable: boolean; right: boolean; confidence: number }[] = [];
    for (const question of questions) {
      const answer = await engine.ask(question.question);
      const answerable = question.article % 2 === half;
      asked.push({ answerable, right: answerable && isShown(answer, question), confidence: answer.confidence });
    }
    const known = asked.filter(({ answerable }) => answerable);
    const off = asked.filter(({ answerable }) => !answerable).map(({ confidence }) => confidence);
    const threshold = off.sort((a, b) => b - a)[Math.floor(off.length * 0.05)] ?? 0;
    rows.push([
      auroc(
        known.map(({ confidence }) => confidence),
        off,
      ),
      known.filter(({ right, confidence }) => right && confidence > threshold).length / known.length,
      calibrationError(
        asked.map(({ confidence }) => confidence),
        asked.map(({ right }) => right),
      ),
    ]);
  }
  const mean = (column: number) => ((rows[0]?.[column] ?? 0) + (rows[1]?.[column] ?? 0)) / 2;
  console.log('rejection, mean of both halves:');
  console.log(`area under the ROC curve of confidence ${mean(0).toFixed(3)}`);
  console.log(`right answers shown at 5 % false answers ${(100 * mean(1)).toFixed(1)} %`);
  console.log(`expected calibration error ${mean(2).toFixed(3)}`);
}

function passageRank(hits: readonly ExplainedHit[], { note, line }: SquadQuestion): number {
  const places = [...new Set(hits.map((hit) => `${hit.note}:${hit.lines.from}`))];
  return places.indexOf(`${note}:${line}`) + 1;
}

function sentenceRank(hits: readonly ExplainedHit[], question: SquadQuestion): number {
  return hits.findIndex(({ note, lines, sentence }) => isRight(question, note, lines.from, sentence)) + 1;
}

function isShown(answer: Answer, question: SquadQuestion): boolean {
  if (!answer.answered) return false;
  return answer.excerpts.some(({ parts, citation }) => {
    const cited = answer.citations[citation - 1];
    return cited !== undefined && parts.some(({ text }) => isRight(question, cited.note, cited.lines.from, text));
  });
}

/** Every paragraph stands on one line, so a sentence is known by its note, its line and its text. */
function isRight({ sentences }: SquadQuestion, note: string, line: number, text: string): boolean {
  const ids = texts.get(`${note}:${line}:${text}`) ?? [];
  return ids.some((id) => sentences.has(id));
}

function sentenceTexts(notes: readonly Note[]): ReadonlyMap<string, readonly string[]> {
  const byText = new Map<string, string[]>();
  for (const note of notes) {
    for (const passage of note.passages) {
      passage.sentences.forEach(({ text, lines }, i) => {
        const key = `${note.path}:${lines.from}:${text}`;
        byText.set(key, [...(byText.get(key) ?? []), `${passage.id}:${i}`]);
      });
    }
  }
  return byText;
}

function percent(n: number): string {
  return ((100 * n) / questions.length).toFixed(1);
}
