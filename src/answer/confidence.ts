import type { Query } from '../question/query.js';
import type { Evidence } from '../search/evidence.js';
import type { Matcher } from '../search/matching.js';
import { evidenceFor, fittedScore, type RankedSentence } from '../search/ranking.js';
import { isCommonWord } from '../text/common-words.js';

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
  /** Importance of everyday words that no note holds. */
  readonly unknownWords: number;
  /** Importance of other words that no note holds: names of things the notes do not know, mostly. */
  readonly unknownNames: number;
  /** Importance of missed terms that some note holds. */
  readonly missedElsewhere: number;
  /** Share of the question's neighbouring words that stand near each other in the passage. */
  readonly pairs: number;
  /** How much of the question the sentence repeats beyond what its headings say. */
  readonly beyondHeadings: number;
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
  /** The sentence explains what the question asks about; see {@link Evidence.defines}. */
  readonly defines: number;
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
  let unknownWords = 0;
  let unknownNames = 0;
  let missedElsewhere = 0;
  matcher.terms.forEach((term, i) => {
    const share = term.importance / matcher.total;
    const held = Math.max(passage.held[i] ?? 0, passage.headings[i] ?? 0);
    heaviest = Math.max(heaviest, share * (1 - held));
    if (term.name) names += share * (1 - held);
    if (held > 0) return;
    if (term.frequency > 0) missedElsewhere += share;
    else if (isCommonWord(term.term)) unknownWords += share;
    else unknownNames += share;
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
    unknownWords,
    unknownNames,
    missedElsewhere,
    pairs: evidence.passagePairs,
    beyondHeadings: evidence.coverageBeyondHeadings,
    score: fittedScore(top) / 10,
    margin: Math.min(5, top.score - (other?.score ?? 0)) / 5,
    sight: seen ? 1 : 0,
    blind: wanted && !seen && query.answerTypes.length > 0 ? 1 : 0,
    sharedRun: evidence.sharedRun,
    defines: evidence.defines,
    terms: Math.log(1 + matcher.terms.length),
  };
}

/** Fitted by bench/fit-confidence.ts. */
export const CALIBRATION: Readonly<Record<keyof Doubts | 'intercept', number>> = {
  intercept: -8.65,
  found: 0.88,
  foundNear: 2.93,
  foundInSentence: 0.97,
  heaviestMissed: 0.14,
  namesMissed: -2.44,
  unknownWords: -2.89,
  unknownNames: -1.03,
  missedElsewhere: -0.23,
  pairs: -0.41,
  beyondHeadings: -0.77,
  score: 1.51,
  margin: 2.36,
  sight: -0.20,
  blind: 0.04,
  sharedRun: 0.89,
  defines: 1.48,
  terms: 2.07,
};
