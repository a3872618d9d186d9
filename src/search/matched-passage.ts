import { type AnalysedSentence, analyse, analyseText } from './analysis.js';
import { type Matcher, matchSentence, type SentenceMatch } from './matching.js';
import type { Candidate, IndexedPassage, Place } from './passage-index.js';
import { surroundings } from './place.js';
import type { Sought } from './sought.js';

/** A candidate with its sentences matched against the question: enough to tell whether it deserves a closer look. */
export interface MatchedPassage {
  readonly candidate: Candidate;
  readonly sentences: readonly AnalysedSentence[];
  readonly matches: readonly SentenceMatch[];
  /** For each query term: how well the headings hold it. */
  readonly headings: Float64Array;
  /** For each query term: how well the passage holds it. */
  readonly held: Float64Array;
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
  const promise = coverageOfPlace(matcher, held, headings) + rank + 0.5 * pairs;
  return { candidate, sentences, matches, headings, held, pairs, rank, promise };
}

/** Share of the question's importance that passage and headings hold together. */
function coverageOfPlace({ shares }: Matcher, held: Float64Array, headings: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    sum += (shares[i] as number) * Math.max(held[i] as number, headings[i] as number);
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
