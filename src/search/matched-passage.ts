import { type AnalysedSentence, analyse, analyseText } from './analysis.js';
import { type Matcher, matchSentence, type SentenceMatch } from './matching.js';
import type { Candidate, IndexedPassage, Place } from './passage-index.js';
import { surroundings } from './place.js';
import { share, shareOfEither } from './shares.js';
import type { Sought } from './sought.js';
import type { Spread } from './spread.js';

/** A candidate with its sentences matched against the question: enough to tell whether it deserves a closer look. */
export interface MatchedPassage {
  readonly candidate: Candidate;
  readonly sentences: readonly AnalysedSentence[];
  readonly matches: readonly SentenceMatch[];
  /** For each query term: how well the headings hold it. */
  readonly headings: Float64Array;
  /** For each query term: how well the passage holds it. */
  readonly held: Float64Array;
  /** For each sentence: importance found in it, as a share of the question's. */
  readonly coverage: readonly number[];
  /** See `passagePairs` in evidence.ts. */
  readonly pairs: number;
  /** The index's score as a share of the best candidate's. */
  readonly rank: number;
  /**
   * Whether it is worth a look at its sentences. Not its part of their score: weights that are fitted together with those of
   * sentences mean nothing alone.
   */
  readonly promise: number;
}

/** Matches a candidate; `best` is the best score of all candidates, above 0. */
export function matchPassage(candidate: Candidate, sought: Sought, best: number): MatchedPassage {
  const { matcher } = sought;
  const { entry, words } = candidate;
  const sentences = words?.sentences ?? analyse(entry.passage);
  const matches = sentences.map((sentence) => matchSentence(sentence, matcher));
  const headings = matchSentence(words?.surroundings ?? analyseSurroundings(entry), matcher).hits;
  const held = new Float64Array(matcher.terms.length);
  for (const { hits, positions } of matches) {
    if (positions.length === 0) continue;
    for (let i = 0; i < held.length; i++) if ((hits[i] as number) > (held[i] as number)) held[i] = hits[i] as number;
  }
  const pairs = pairsHeld(sought, matches);
  const rank = candidate.score / best;
  const coverage = matches.map(({ hits }) => share(matcher.shares, hits));
  const promise =
    rank +
    PAIRS_COUNT * pairs +
    PLACE_COUNTS * shareOfEither(matcher.shares, held, headings) +
    SENTENCE_COUNTS * bestBelow(headings, matches, matcher) +
    BEFORE_COUNTS * lackedButBefore(held, headings, candidate.spread, matcher);
  return { candidate, sentences, matches, headings, held, coverage, pairs, rank, promise };
}

/**
 * What counts for the promise of a passage beside its rank. Fitted and rounded: listwise, as the ranking, on the right passages of the
 * foreign corpus' `tune` and of the questions in test/questions. Of these 98 to 99.8 % are among the first 16.
 */
const PAIRS_COUNT = 0.6;
const PLACE_COUNTS = 0.75;
const SENTENCE_COUNTS = 1.1;
const BEFORE_COUNTS = 0.75;

/** Best share of the question's importance that a sentence and the headings hold together. */
function bestBelow(headings: Float64Array, matches: readonly SentenceMatch[], { shares }: Matcher): number {
  let best = 0;
  for (const { hits } of matches) best = Math.max(best, shareOfEither(shares, hits, headings));
  return best;
}

/** Importance of what passage and headings lack and the passage before holds. */
function lackedButBefore(held: Float64Array, headings: Float64Array, { before }: Spread, { shares }: Matcher): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    const lacked = 1 - Math.max(held[i] as number, headings[i] as number);
    sum += (shares[i] as number) * lacked * (before[i] as number);
  }
  return sum;
}

function pairsHeld({ pairs, matcher }: Sought, matches: readonly SentenceMatch[]): number {
  let found = 0;
  let total = 0;
  for (const { first, second, distance } of pairs) {
    const weight = (matcher.terms[first]?.importance ?? 0) + (matcher.terms[second]?.importance ?? 0);
    total += weight;
    if (matches.some((match) => near(match, first, second, distance + 1))) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function near({ positions, indexes }: SentenceMatch, first: number, second: number, distance: number): boolean {
  for (let i = 0; i < positions.length; i++) {
    if (indexes[i] !== first) continue;
    for (let j = i + 1; j < positions.length; j++) {
      if ((positions[j] as number) - (positions[i] as number) > distance) break;
      if (indexes[j] === second) return true;
    }
  }
  return false;
}

/** Of places by themselves, and of passages with more around them than their place. */
const analyses = new WeakMap<Place['section'] | IndexedPassage, AnalysedSentence>();

function analyseSurroundings(entry: IndexedPassage): AnalysedSentence {
  const { section, passage } = entry;
  const around = passage.context === undefined && passage.label === undefined ? section : entry;
  let analysed = analyses.get(around);
  if (analysed === undefined) {
    analysed = analyseText(surroundings(entry));
    analyses.set(around, analysed);
  }
  return analysed;
}
