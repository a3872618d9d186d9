import type { Corpus } from '../question/corpus.js';
import type { Query } from '../question/query.js';
import { markOf } from '../text/terms.js';
import { normalize } from '../text/tokens.js';
import { analyseText, TRAIT } from './analysis.js';
import type { Evidence, EvidenceName } from './evidence.js';
import { createKin } from './kinship.js';
import type { Matcher } from './matching.js';
import {
  type MatchedPassage,
  matchPassages,
  type Pair,
  type PassageEvidence,
  type Sought,
} from './passage-evidence.js';
import type { Candidate } from './passage-index.js';
import { collectEvidence, type SentenceEvidence } from './sentence-evidence.js';
import { FITTED, WEIGHTS } from './weights.js';
import { questionWords } from './word-runs.js';

/** A sentence that may be the answer, with what speaks for it. */
export interface RankedSentence {
  readonly passage: MatchedPassage;
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
  const passages = matchPassages(candidates, sought)
    .sort((a, b) => promiseOf(b.evidence) - promiseOf(a.evidence))
    .slice(0, MAX_PASSAGES)
    .map((passage) => ({ passage, score: scoreOf(passage.evidence, weighPassage) }));
  const ranked = passages.flatMap(({ passage, score }) => withCompanions(rankPassage(passage, score, sought)));
  return ranked.sort((a, b) => b.score - a.score);
}

function rankPassage(passage: MatchedPassage, score: number, sought: Sought): RankedSentence[] {
  const ranked: RankedSentence[] = [];
  for (const [index, evidence] of collectEvidence(passage, sought).entries()) {
    if (evidence === undefined) continue;
    ranked.push({ passage, index, evidence, companions: 0, score: score + scoreOf(evidence, weighSentence) });
  }
  return ranked;
}

/**
 * Lets the sentences of a passage vouch for each other: a passage is the more probably right the more of its sentences may be.
 * That is how the passages' part of the loss sums them when the weights are fitted: ln(sum of e^score), beyond the best one.
 */
function withCompanions(sentences: readonly RankedSentence[]): RankedSentence[] {
  const best = Math.max(...sentences.map(({ score }) => score));
  const companions = Math.log(sentences.reduce((sum, { score }) => sum + Math.exp(score - best), 0));
  return sentences.map(({ passage, index, evidence, score }) => ({
    passage,
    index,
    evidence,
    companions,
    score: score + companions,
  }));
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
  const own: Partial<Evidence> = evidence;
  const shared: Partial<Evidence> = passage.evidence;
  let score = 0;
  for (const name of Object.keys(FITTED) as EvidenceName[]) {
    score += (own[name] ?? shared[name] ?? 0) * WEIGHTS[name];
  }
  return score;
}

/**
 * Whether a passage is worth a look at its sentences. Not its part of the score: weights that are fitted together with those
 * of sentences mean nothing alone.
 */
function promiseOf({ placeCoverage, passageRank, passagePairs }: PassageEvidence): number {
  return placeCoverage + passageRank + 0.5 * passagePairs;
}

/** Passages whose sentences are looked at one by one, of all candidates. */
const MAX_PASSAGES = 24;

function scoreOf<Part extends object>(evidence: Part, weigh: (evidence: Part) => Float64Array): number {
  const weights = weigh(evidence);
  let score = 0;
  let i = 0;
  for (const name in evidence) score += (evidence[name] as number) * (weights[i++] as number);
  return score;
}

/** The weights in the order in which evidence of one kind is written, which is always the same; looked up once. */
function weighing(): (evidence: object) => Float64Array {
  let weights: Float64Array | undefined;
  return (evidence) => {
    weights ??= Float64Array.from(Object.keys(evidence) as EvidenceName[], (name) => WEIGHTS[name]);
    return weights;
  };
}

const weighPassage = weighing();
const weighSentence = weighing();

function soughtOf(query: Query, matcher: Matcher, { nameness, lexicon }: Pick<Corpus, 'nameness' | 'lexicon'>): Sought {
  const { terms: words, traits } = analyseText(query.standalone.slice(0, MAX_QUESTION));
  const indexOf = new Map(matcher.terms.map(({ term }, i) => [term, i]));
  const pairs: Pair[] = [];
  let last = -1;
  words.forEach((term, i) => {
    const second = indexOf.get(term);
    if (second === undefined || ((traits[i] as number) & TRAIT.stop) !== 0) return;
    const first = last < 0 ? undefined : indexOf.get(words[last] as string);
    if (first !== undefined && first !== second && i - last <= MAX_PAIR_DISTANCE) {
      pairs.push({ first, second, distance: i - last });
    }
    last = i;
  });
  return {
    query,
    matcher,
    kin: createKin(matcher, lexicon.familyOf),
    pairs: pairs.slice(0, MAX_PAIRS),
    focus: indexOf.get(query.focus?.[0] ?? '') ?? -1,
    words,
    asked: questionWords(words),
    typed: Uint16Array.from(matcher.terms, ({ text }) => markOf(normalize(text))),
    rarity: raritiesOf(matcher),
    nameness,
  };
}

/** What is left of the terms' importance without their weights. */
function raritiesOf({ terms }: Matcher): Float64Array {
  const rarities = Float64Array.from(terms, ({ importance, weight }) => importance / weight);
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  return rarities.map((rarity) => rarity / total);
}

/** Characters of a question whose word order is looked at; its terms are bounded elsewhere. */
const MAX_QUESTION = 1000;
const MAX_PAIR_DISTANCE = 3;
const MAX_PAIRS = 32;
