/**
 * Fits the weights of the ranking (src/search/weights.ts) and prints them with what they reach.
 *
 *     npm run bench:fit -- SQUAD.json
 *
 * Fits on the questions of the split `tune` only; the split `report` is printed beside it.
 */
import { existsSync } from 'node:fs';
import { createCorpus } from '../src/question/corpus.js';
import { understand } from '../src/question/understand.js';
import type { EvidenceName } from '../src/search/evidence.js';
import { createMiniSearchIndex } from '../src/search/minisearch-index.js';
import { evidenceFor, rank } from '../src/search/ranking.js';
import { retrieve } from '../src/search/retrieval.js';
import { FITTED } from '../src/search/weights.js';
import { fitListwise, type Group, scores } from './listwise.js';
import { readSquad, type Split, type SquadQuestion } from './squad-corpus.js';

const NAMES = Object.keys(FITTED) as EvidenceName[];
const [path = ''] = process.argv.slice(2);
if (!existsSync(path)) {
  console.error(`${path || 'The corpus'} is not there. npm run bench:fit -- SQUAD.json; see bench/README.md.`);
  process.exit(2);
}

const squad = readSquad(path);
const corpus = createCorpus(squad.notes);
const index = createMiniSearchIndex(squad.notes);
const tune = await groupsOf('tune');
const report = await groupsOf('report');
for (const passagePart of [0.5]) {
  const weights = fitListwise(tune, NAMES.length, { iterations: 150, rate: 0.08, decay: 2e-3, passagePart });
  console.log(`passages ${passagePart}`);
  console.log(`tune   ${measure(tune, weights)}`);
  console.log(`report ${measure(report, weights)}`);
  NAMES.forEach((name, i) => {
    console.log(`  ${name}: ${(weights[i] as number).toFixed(2)},`);
  });
}

interface Asked extends Group {
  readonly passages: readonly string[];
}

async function groupsOf(split: Split): Promise<Asked[]> {
  const groups: Asked[] = [];
  for (const question of squad.questions) if (question.split === split) groups.push(await groupOf(question));
  return groups;
}

async function groupOf(question: SquadQuestion): Promise<Asked> {
  const understanding = understand(question.question, [], corpus);
  const { query } = understanding;
  const { matcher, candidates } = await retrieve(query, index);
  const ranked = understanding.kind === 'none' ? [] : rank(query, matcher, candidates, corpus.nameness);
  const rows = new Float32Array(ranked.length * NAMES.length);
  ranked.forEach((sentence, r) => {
    const evidence = evidenceFor(sentence);
    NAMES.forEach((name, i) => {
      rows[r * NAMES.length + i] = evidence[name];
    });
  });
  return {
    rows,
    count: ranked.length,
    sentence: Uint8Array.from(ranked, ({ passage, index }) =>
      question.sentences.has(`${passage.candidate.entry.passage.id}:${index}`) ? 1 : 0,
    ),
    passage: Uint8Array.from(ranked, ({ passage: { candidate } }) => {
      const { note, passage } = candidate.entry;
      return note.path === question.note && passage.lines.from === question.line ? 1 : 0;
    }),
    passages: ranked.map(({ passage }) => {
      const { note, passage: found } = passage.candidate.entry;
      return `${note.path}:${found.lines.from}`;
    }),
  };
}

function measure(groups: readonly Asked[], weights: Float64Array): string {
  let passageFirst = 0;
  let passageRank = 0;
  let sentenceFirst = 0;
  let sentenceRank = 0;
  for (const group of groups) {
    const score = scores(group, weights);
    const order = [...score.keys()].sort((a, b) => (score[b] as number) - (score[a] as number));
    const sentence = order.findIndex((r) => group.sentence[r] === 1) + 1;
    const seen = [...new Set(order.map((r) => group.passages[r]))];
    const right = group.passages[group.passage.indexOf(1)];
    const passage = right === undefined ? 0 : seen.indexOf(right) + 1;
    if (sentence === 1) sentenceFirst++;
    if (passage === 1) passageFirst++;
    if (sentence > 0) sentenceRank += 1 / sentence;
    if (passage > 0) passageRank += 1 / passage;
  }
  const percent = (sum: number) => ((100 * sum) / groups.length).toFixed(1);
  return `passage R@1 ${percent(passageFirst)} MRR ${percent(passageRank)}, sentence R@1 ${percent(sentenceFirst)} MRR ${percent(sentenceRank)}`;
}
