import type { Query } from '../question/query.js';
import type { Evidence } from '../search/evidence.js';
import type { Matcher } from '../search/matching.js';
import type { MatchedPassage } from '../search/passage-evidence.js';
import { fittedScore, type RankedSentence } from '../search/ranking.js';
import { leadingSentences } from '../search/sentence-evidence.js';
import { isCommonWord } from '../text/common-words.js';
import { termOf, termTokens } from '../text/terms.js';

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
  /** Importance of terms that were found only by a synonym or a repaired spelling, each as far as that is not the word itself. */
  readonly indirect: number;
  /** Importance of words whose spelling was repaired. */
  readonly repaired: number;
  /** Of the importance of words that are no names: the share that the sentence and what leads to it hold; 1 where there are none. */
  readonly wordsFound: number;
  /** Of the importance of what is asked about ("... say about Moby"): the share that the passage and its headings lack. */
  readonly aboutMissed: number;
  /** 1 when the question holds words that are no names, and the passage holds none of them. */
  readonly onlyNames: number;
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
  /** A figure is asked for, and the sentence holds none; the same for a date and a person. */
  readonly noFigure: number;
  readonly noDate: number;
  readonly noPerson: number;
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
  const { passage, evidence } = top;
  const other = ranked.find((next) => next.passage !== passage);
  const near = [top.index, ...leadingSentences(passage.candidate.entry.passage, top.index)];
  let heaviest = 0;
  let names = 0;
  let unknownWords = 0;
  let unknownNames = 0;
  let missedElsewhere = 0;
  let indirect = 0;
  let repaired = 0;
  let words = 0;
  let wordsFound = 0;
  let wordsHeld = 0;
  matcher.terms.forEach((term, i) => {
    const share = term.importance / matcher.total;
    const held = Math.max(passage.held[i] ?? 0, passage.headings[i] ?? 0);
    heaviest = Math.max(heaviest, share * (1 - held));
    if (term.name) names += share * (1 - held);
    if (query.corrections.some(({ to }) => termOf(to) === term.term)) repaired += share;
    if (!term.name && term.weight >= TELLING) {
      words += share;
      wordsHeld += share * held;
      wordsFound += share * Math.max(...near.map((k) => passage.matches[k]?.hits[i] ?? 0));
    }
    if (held > 0) {
      indirect += share * (1 - held);
      return;
    }
    if (term.frequency > 0) missedElsewhere += share;
    else if (isCommonWord(term.term)) unknownWords += share;
    else unknownNames += share;
  });
  const seen =
    evidence.holdsPerson + evidence.holdsPlace + evidence.holdsFigure + evidence.holdsDate + evidence.holdsReason > 0;
  return {
    found: passage.evidence.placeCoverage,
    foundNear: evidence.coverageInContext,
    foundInSentence: evidence.coverage,
    heaviestMissed: heaviest,
    namesMissed: names,
    unknownWords,
    unknownNames,
    missedElsewhere,
    indirect,
    repaired,
    wordsFound: words === 0 ? 1 : wordsFound / words,
    aboutMissed: aboutMissed(query, matcher, passage),
    onlyNames: words > 0 && wordsHeld === 0 ? 1 : 0,
    pairs: passage.evidence.passagePairs,
    beyondHeadings: evidence.coverageBeyondHeadings,
    score: fittedScore(top) / 10,
    margin: Math.min(5, top.score - (other?.score ?? 0)) / 5,
    sight: seen ? 1 : 0,
    noFigure: query.kind === 'number' && evidence.holdsFigure + evidence.holdsRatio === 0 ? 1 : 0,
    noDate: query.kind === 'date' && evidence.holdsDate + evidence.fieldAsked === 0 ? 1 : 0,
    noPerson: query.kind === 'person' ? 1 - evidence.holdsPerson : 0,
    sharedRun: evidence.sharedRun,
    defines: evidence.defines,
    terms: Math.log(1 + matcher.terms.length),
  };
}

function aboutMissed({ standalone }: Query, { terms, shares }: Matcher, { held, headings }: MatchedPassage): number {
  const at = [...standalone.slice(0, 400).matchAll(ABOUT)].at(-1);
  if (at === undefined) return 0;
  const topic = new Set(termTokens(standalone.slice(at.index + at[0].length, 400)).map(({ term }) => term));
  let total = 0;
  let missed = 0;
  terms.forEach(({ term }, i) => {
    if (!topic.has(term)) return;
    const share = shares[i] as number;
    total += share;
    missed += share * (1 - Math.max(held[i] as number, headings[i] as number));
  });
  return total === 0 ? 0 : missed / total;
}

const ABOUT = /\b(?:about|regarding|concerning|on the topic of)\b/gi;

/** Weight from which on a term tells what is asked, rather than framing it. */
const TELLING = 0.3;

/** Fitted by bench/fit-confidence.ts. */
export const CALIBRATION: Readonly<Record<keyof Doubts | 'intercept', number>> = {
  intercept: -8.63,
  found: 0.67,
  foundNear: 2.34,
  foundInSentence: 0.9,
  heaviestMissed: 0.97,
  namesMissed: -4.24,
  unknownWords: -1.72,
  unknownNames: -2.07,
  missedElsewhere: 0.5,
  indirect: -0.62,
  repaired: 2.26,
  wordsFound: 0.77,
  aboutMissed: -3.26,
  onlyNames: -0.67,
  pairs: -0.99,
  beyondHeadings: -0.83,
  score: 2.12,
  margin: 2.39,
  sight: -0.71,
  noFigure: -0.32,
  noDate: -0.45,
  noPerson: -1.09,
  sharedRun: 1.73,
  defines: -1.02,
  terms: 1.71,
};
