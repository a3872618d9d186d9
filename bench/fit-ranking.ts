/**
 * Fits the weights of the ranking (src/search/weights.ts) and prints them with what they reach.
 *
 *     npm run bench:ranking -- SQUAD.json QUESTIONS.jsonl=FOLDER...
 *
 * Two kinds of questions, each half of the loss: those of the foreign corpus (split `tune`; the split `report` is only printed),
 * and those about keynote notes, where right is a sentence that, shown with what it needs around it, holds all expected
 * facts, in a note that the question names as a source.
 */
import { matchesAll } from '../adapters/terminal/evaluation/facts.js';
import type { TestQuestion } from '../adapters/terminal/evaluation/questions.js';
import { namesSource } from '../adapters/terminal/evaluation/sources.js';
import { citationOf } from '../src/answer/citations.js';
import { spanOf } from '../src/answer/unit.js';
import type { Note } from '../src/notes/note.js';
import type { EvidenceName } from '../src/search/evidence.js';
import { evidenceFor, type RankedSentence } from '../src/search/ranking.js';
import { FITTED, WEIGHTS } from '../src/search/weights.js';
import { fitListwise, type Group, scores } from './listwise.js';
import { readQuestionSets } from './own-questions.js';
import { readSquad, type Split, type SquadQuestion } from './squad-corpus.js';
import { createStages, type Staged } from './stages.js';

const NAMES = Object.keys(FITTED) as EvidenceName[];

/** The candidates of one question, and which passage each stands in. */
interface Asked extends Group {
  readonly passages: readonly string[];
}

const [squadPath = '', ...sets] = process.argv.slice(2);
const squad = readSquad(squadPath);
const foreign = createStages(squad.notes);
const tune = await foreignGroups('tune');
const report = await foreignGroups('report');
const own: Asked[] = [];
for (const { questions, notes } of readQuestionSets(sets)) own.push(...(await ownGroups(questions, notes)));

const weighed = [...weigh(tune), ...weigh(own)];
const weights = fitListwise(weighed, NAMES.length, { iterations: 200, rate: 0.08, decay: 2e-3, passagePart: 0.5 });
const current = Float64Array.from(NAMES, (name) => WEIGHTS[name]);
for (const [title, groups] of Object.entries({ tune, report, own })) {
  if (groups.length > 0) console.log(`${title}: ${measure(groups, weights)} (now ${measure(groups, current)})`);
}
NAMES.forEach((name, i) => {
  console.log(`  ${name}: ${(weights[i] as number).toFixed(2)},`);
});

async function foreignGroups(split: Split): Promise<Asked[]> {
  const groups: Asked[] = [];
  for (const question of squad.questions) {
    if (question.split !== split) continue;
    groups.push(groupOf(await foreign(question.question), (sentence) => foreignMarks(sentence, question)));
  }
  return groups;
}

function foreignMarks({ passage, index }: RankedSentence, question: SquadQuestion): Marks {
  const { note, passage: found } = passage.candidate.entry;
  return {
    sentence: question.sentences.has(`${found.id}:${index}`),
    passage: note.path === question.note && found.lines.from === question.line,
  };
}

async function ownGroups(questions: readonly TestQuestion[], notes: readonly Note[]): Promise<Asked[]> {
  const ask = createStages(notes);
  const groups: Asked[] = [];
  for (const question of questions) {
    if (!question.answerable) continue;
    const staged = await ask(question.question, question.context ?? []);
    groups.push(groupOf(staged, (sentence) => ownMarks(sentence, question, staged)));
  }
  return groups;
}

function ownMarks(ranked: RankedSentence, { expect, source }: TestQuestion, { query }: Staged): Marks {
  const span = spanOf(ranked, query.kind);
  const whole = { ...span, from: 0, to: span.entry.passage.sentences.length - 1 };
  const text = span.entry.passage.sentences.slice(span.from, span.to + 1).map((sentence) => sentence.text);
  const all = span.entry.passage.sentences.map((sentence) => sentence.text);
  const cited = namesSource(citationOf(whole, 1), source);
  return {
    sentence: cited && matchesAll(expect, text.join('\n')),
    passage: cited && matchesAll(expect, all.join('\n')),
  };
}

interface Marks {
  readonly sentence: boolean;
  readonly passage: boolean;
}

function groupOf({ ranked }: Staged, marksOf: (sentence: RankedSentence) => Marks): Asked {
  const rows = new Float32Array(ranked.length * NAMES.length);
  ranked.forEach((sentence, r) => {
    const evidence = evidenceFor(sentence);
    NAMES.forEach((name, i) => {
      rows[r * NAMES.length + i] = evidence[name];
    });
  });
  const marks = ranked.map(marksOf);
  return {
    rows,
    count: ranked.length,
    sentence: Uint8Array.from(marks, ({ sentence }) => (sentence ? 1 : 0)),
    passage: Uint8Array.from(marks, ({ passage }) => (passage ? 1 : 0)),
    passages: ranked.map(({ passage }) => passage.candidate.entry.passage.id),
  };
}

/** Each kind of questions counts the same as a whole. */
function weigh(groups: readonly Asked[]): Group[] {
  return groups.map((group) => ({ ...group, weight: 1 / groups.length }));
}

function measure(groups: readonly Asked[], by: Float64Array): string {
  let passageFirst = 0;
  let passageRank = 0;
  let sentenceFirst = 0;
  let sentenceRank = 0;
  for (const group of groups) {
    const score = scores(group, by);
    const order = [...score.keys()].sort((a, b) => (score[b] as number) - (score[a] as number));
    const sentence = order.findIndex((r) => group.sentence[r] === 1) + 1;
    const right = new Set(group.passages.filter((_, r) => group.passage[r] === 1));
    const passage = [...new Set(order.map((r) => group.passages[r] as string))].findIndex((id) => right.has(id)) + 1;
    if (sentence === 1) sentenceFirst++;
    if (passage === 1) passageFirst++;
    if (sentence > 0) sentenceRank += 1 / sentence;
    if (passage > 0) passageRank += 1 / passage;
  }
  const percent = (sum: number) => ((100 * sum) / groups.length).toFixed(1);
  return `passage R@1 ${percent(passageFirst)} MRR ${percent(passageRank)}, sentence R@1 ${percent(sentenceFirst)} MRR ${percent(sentenceRank)}`;
}
