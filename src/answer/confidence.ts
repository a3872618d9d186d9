import type { Query } from '../question/query.js';
import type { Matcher } from '../search/matching.js';
import { evidenceFor, type RankedSentence } from '../search/ranking.js';

/**
 * Probability, from 0 to 1, that the best sentence answers the question: a logistic regression on what was found of the
 * question and what was missed.
 */
export function confidenceOf(query: Query, matcher: Matcher, ranked: readonly RankedSentence[]): number {
  const doubt = doubts(query, matcher, ranked);
  if (doubt === undefined) return 0;
  let logit = CALIBRATION.intercept;
  for (const name of Object.keys(doubt) as (keyof Doubts)[]) logit += CALIBRATION[name] * doubt[name];
  return 1 / (1 + Math.exp(-logit));
}

/** What speaks for and against an answer as a whole. All are shares from 0 to 1, but the score and its margin. */
export interface Doubts {
  /** Share of the question's importance that the sentence and its surroundings hold. */
  readonly found: number;
  /** The same, for the sentence, its headings and what leads to it. */
  readonly foundNear: number;
  /** The same, for the sentence alone. */
  readonly foundInSentence: number;
  /** Importance of the heaviest term that the passage and its headings lack. */
  readonly heaviestMissed: number;
  /** Importance of names that the passage and its headings lack. */
  readonly namesMissed: number;
  /** Importance of terms that no note holds. */
  readonly unknown: number;
  /** Importance of what is asked for, missed in the passage and its headings. */
  readonly pairs: number;
  /** The ranking's score. */
  readonly score: number;
  /** How far the best sentence of any other passage lies behind, at most 5. */
  readonly margin: number;
  /** The kind of thing asked for was seen. */
  readonly sight: number;
  /** The kind of thing asked for was looked for and not seen. */
  readonly blind: number;
  /** Longest shared run of words. */
  readonly sharedRun: number;
  /** Natural logarithm of the number of terms. */
  readonly terms: number;
}

/** Collects them; undefined when nothing was found at all. */
export function doubts(query: Query, matcher: Matcher, ranked: readonly RankedSentence[]): Doubts | undefined {
  const [top] = ranked;
  if (top === undefined) return undefined;
  const { passage } = top;
  const evidence = evidenceFor(top);
  const other = ranked.find((next) => next.passage !== passage);
  let heaviest = 0;
  let names = 0;
  let unknown = 0;
  matcher.terms.forEach((term, i) => {
    const share = term.importance / matcher.total;
    const held = Math.max(passage.held[i] ?? 0, passage.headings[i] ?? 0);
    heaviest = Math.max(heaviest, share * (1 - held));
    if (term.name) names += share * (1 - held);
    if (term.frequency === 0 && held === 0) unknown += share;
  });
  const seen =
    evidence.holdsPerson + evidence.holdsPlace + evidence.holdsFigure + evidence.holdsDate + evidence.holdsReason > 0;
  const wanted = evidence.news === 0;
  return {
    found: evidence.placeCoverage,
    foundNear: evidence.coverageInContext,
    foundInSentence: evidence.coverage,
    heaviestMissed: heaviest,
    namesMissed: names,
    unknown,
    pairs: evidence.passagePairs,
    score: top.score / 10,
    margin: Math.min(5, top.score - (other?.score ?? 0)) / 5,
    sight: seen ? 1 : 0,
    blind: wanted && !seen && query.answerTypes.length > 0 ? 1 : 0,
    sharedRun: evidence.sharedRun,
    terms: Math.log(1 + matcher.terms.length),
  };
}

/** Fitted by bench/fit-confidence.ts. */
export const CALIBRATION: Readonly<Record<keyof Doubts | 'intercept', number>> = {
  intercept: -11.63,
  found: 0.65,
  foundNear: 3.83,
  foundInSentence: -0.39,
  heaviestMissed: 3.3,
  namesMissed: -4.06,
  unknown: 0.84,
  pairs: 0.18,
  score: 2.33,
  margin: 2.33,
  sight: -0.43,
  blind: -0.35,
  sharedRun: 0.91,
  terms: 2.37,
};
