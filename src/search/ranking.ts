import type { Corpus } from '../question/corpus.js';
import type { Query } from '../question/query.js';
import type { Evidence, EvidenceName } from './evidence.js';
import { matchPassage } from './matched-passage.js';
import type { Matcher } from './matching.js';
import { scoresOfNotes, type WeighedPassage, weighPassage } from './passage-evidence.js';
import type { Candidate } from './passage-index.js';
import { scoreOfPassage, scoreOfSentence } from './score.js';
import { collectEvidence, type SentenceEvidence } from './sentence-evidence.js';
import { type Sought, soughtOf } from './sought.js';
import { SET, WEIGHTS } from './weights.js';

/** A sentence that may be the answer, with what speaks for it. */
export interface RankedSentence {
  readonly passage: WeighedPassage;
  /** Index into the passage's sentences. */
  readonly index: number;
  /** Its own evidence; its passage's stands there. */
  readonly evidence: SentenceEvidence;
  /** What the other sentences of its passage add to the score, at least 0. */
  readonly companions: number;
  /** Sum of its own and its passage's evidence, each multiplied by its weight, and of `companions`. */
  readonly score: number;
}

/** Ranks all sentences of the candidates, best first; ties keep the order of notes and sentences. */
export function rank(
  query: Query,
  matcher: Matcher,
  candidates: readonly Candidate[],
  corpus: Pick<Corpus, 'nameness' | 'lexicon'>,
): RankedSentence[] {
  if (candidates.length === 0) return [];
  const sought = soughtOf(query, matcher, corpus);
  const best = Math.max(...candidates.map(({ score }) => score), 1e-9);
  const notes = scoresOfNotes(candidates, best);
  const ranked = candidates
    .map((candidate) => matchPassage(candidate, sought, best))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, MAX_PASSAGES)
    .flatMap((matched) => rankPassage(weighPassage(matched, sought, notes), sought));
  return ranked.sort((a, b) => b.score - a.score);
}

function rankPassage(passage: WeighedPassage, sought: Sought): RankedSentence[] {
  const evidences = collectEvidence(passage, sought);
  const own = scoreOfPassage(passage.evidence);
  // What is left out adds nothing to the others.
  const scores = evidences.map((evidence) =>
    evidence === undefined ? Number.NEGATIVE_INFINITY : own + scoreOfSentence(evidence),
  );
  const companions = companionsOf(scores);
  return evidences.flatMap((evidence, index) => {
    if (evidence === undefined) return [];
    return { passage, index, evidence, companions, score: (scores[index] as number) + companions };
  });
}

/**
 * Lets the sentences of a passage vouch for each other: a passage is the more probably right the more of its sentences may be.
 * That is how the passages' part of the loss sums them when the weights are fitted: ln(sum of e^score), beyond the best one.
 */
function companionsOf(scores: readonly number[]): number {
  const best = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - best);
  return Math.log(sum);
}

/** All evidence for a sentence, its own and its passage's. */
export function evidenceFor({ passage, evidence }: RankedSentence): Evidence {
  return { ...passage.evidence, ...evidence };
}

/** The part that each evidence has in a sentence's score. */
export function contributions(sentence: RankedSentence): Record<EvidenceName | 'companions', number> {
  const evidence = evidenceFor(sentence);
  const parts = (Object.keys(WEIGHTS) as EvidenceName[]).map((name) => [name, evidence[name] * WEIGHTS[name]]);
  return { ...(Object.fromEntries(parts) as Record<EvidenceName, number>), companions: sentence.companions };
}

/** The part of a sentence's score that is fitted, without what only orders the answers to a form of question. */
export function fittedScore({ passage, evidence }: RankedSentence): number {
  let score = scoreOfPassage(passage.evidence) + scoreOfSentence(evidence);
  for (const name of SET_NAMES) score -= evidence[name] * SET[name];
  return score;
}

/** What is set by hand is set for evidence of sentences only: of passages' evidence all is fitted. */
const SET_NAMES = Object.keys(SET) as (keyof typeof SET)[];
/** Passages whose sentences are looked at one by one, of all candidates. */
const MAX_PASSAGES = 16;
