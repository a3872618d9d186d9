import type { Query } from '../question/query.js';
import { type AnalysedSentence, TRAIT } from '../search/analysis.js';
import type { Evidence } from '../search/evidence.js';
import type { MatchedPassage } from '../search/matched-passage.js';
import type { Matcher } from '../search/matching.js';
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
  /** Share of the question's importance that the sentence, its headings and what leads to it hold. */
  readonly foundNear: number;
  /** The same, for the sentence alone. */
  readonly foundInSentence: number;
  /**
   * The same importance as {@link foundNear}, not as a share: much that is found tells more than all of little. In words that one
   * passage alone holds.
   */
  readonly weightFound: number;
  /** Importance of names that the passage and its headings lack. */
  readonly namesMissed: number;
  /** 1 when a name of this question, and not of an earlier one, is hardly held by the passage and its headings. */
  readonly missesName: number;
  /** How far the head noun of what is asked for is missing; 0 where the question has none, or the kind of thing was seen. */
  readonly focusMissed: number;
  /** Importance of everyday words that no note holds. */
  readonly unknownWords: number;
  /** Importance of other words that no note holds: names of things the notes do not know, mostly. */
  readonly unknownNames: number;
  /** Importance of words whose spelling was repaired. */
  readonly repaired: number;
  /** 1 when any word's spelling was repaired. */
  readonly corrected: number;
  /** 1 when the question leans on an earlier one. */
  readonly carried: number;
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
  /** How far the best sentence of any other passage lies behind, at most 5; one that tells the same of the edition asked about does not count. */
  readonly margin: number;
  /** Of the three sentences that come next: the share that stands in the same section. */
  readonly sectionAgrees: number;
  /** The kind of thing asked for was seen. */
  readonly sight: number;
  /** A figure is asked for, and the sentence holds none; the same for a date and a person. */
  readonly noFigure: number;
  readonly noDate: number;
  readonly noPerson: number;
  /** An amount of money, a length of time or a share is asked for, and the sentence holds none. */
  readonly noAmount: number;
  /** Longest shared run of words. */
  readonly sharedRun: number;
  /** The sentence explains what the question asks about; see {@link Evidence.defines}. */
  readonly defines: number;
  /** Nothing but an edition's date or place is asked for, and the sentence tells it; see {@link Evidence.editionFact}. */
  readonly editionFact: number;
  /** Natural logarithm of the number of terms. */
  readonly terms: number;
  /** 1 when there is but one. */
  readonly oneTerm: number;
}

/** Collects them; undefined when nothing was found at all. */
export function doubts(query: Query, matcher: Matcher, ranked: readonly RankedSentence[]): Doubts | undefined {
  const [top] = ranked;
  if (top === undefined) return undefined;
  const { passage, evidence } = top;
  // Many a passage tells when and where an edition took place: they are no rivals.
  const agrees = (next: RankedSentence) => evidence.editionFact * next.evidence.editionFact > 0;
  const other = ranked.find((next) => next.passage !== passage && !agrees(next));
  const near = [top.index, ...leadingSentences(passage.candidate.entry.passage, top.index)];
  let weightFound = 0;
  let names = 0;
  let missesName = 0;
  let focusMissed = 0;
  let unknownWords = 0;
  let unknownNames = 0;
  let repaired = 0;
  let words = 0;
  let wordsFound = 0;
  let wordsHeld = 0;
  matcher.terms.forEach((term, i) => {
    const share = term.importance / matcher.total;
    const heading = passage.headings[i] ?? 0;
    const held = Math.max(passage.held[i] ?? 0, heading);
    const foundNear = Math.max(...near.map((k) => passage.matches[k]?.hits[i] ?? 0));
    weightFound += term.importance * Math.max(foundNear, heading);
    if (term.name) names += share * (1 - held);
    if (term.name && term.carried !== true && held < HARDLY) missesName = 1;
    if (term.term === query.focus?.[0]) focusMissed = 1 - Math.max(foundNear, heading);
    if (query.corrections.some(({ to }) => termOf(to) === term.term)) repaired += share;
    if (!term.name && term.weight >= TELLING) {
      words += share;
      wordsHeld += share * held;
      wordsFound += share * foundNear;
    }
    if (held > 0 || term.frequency > 0) return;
    if (isCommonWord(term.term)) unknownWords += share;
    else unknownNames += share;
  });
  const seen =
    evidence.holdsPerson + evidence.holdsPlace + evidence.holdsFigure + evidence.holdsDate + evidence.holdsReason > 0;
  return {
    foundNear: evidence.coverageInContext,
    foundInSentence: evidence.coverage,
    weightFound: weightFound / matcher.rarest,
    namesMissed: names,
    missesName,
    focusMissed: seen ? 0 : focusMissed,
    unknownWords,
    unknownNames,
    repaired,
    corrected: query.corrections.length > 0 ? 1 : 0,
    carried: matcher.terms.some(({ carried }) => carried === true) ? 1 : 0,
    wordsFound: words === 0 ? 1 : wordsFound / words,
    aboutMissed: aboutMissed(query, matcher, passage),
    onlyNames: words > 0 && wordsHeld === 0 ? 1 : 0,
    pairs: passage.evidence.passagePairs,
    beyondHeadings: evidence.coverageBeyondHeadings,
    score: fittedScore(top) / 10,
    margin: Math.min(5, top.score - (other?.score ?? 0)) / 5,
    sectionAgrees: sectionAgrees(ranked),
    sight: seen ? 1 : 0,
    noFigure: query.kind === 'number' && evidence.holdsFigure + evidence.holdsRatio === 0 ? 1 : 0,
    noDate: query.kind === 'date' && evidence.holdsDate + evidence.fieldAsked === 0 ? 1 : 0,
    noPerson: query.kind === 'person' ? 1 - evidence.holdsPerson : 0,
    noAmount: lacksAmount(query, passage.sentences[top.index]) ? 1 : 0,
    sharedRun: evidence.sharedRun,
    defines: evidence.defines,
    editionFact: evidence.editionFact,
    terms: Math.log(1 + matcher.terms.length),
    oneTerm: matcher.terms.length === 1 ? 1 : 0,
  };
}

function lacksAmount({ kind, answerTypes: [wanted] }: Query, sentence: AnalysedSentence | undefined): boolean {
  if (kind !== 'number') return false;
  const bits = [...(sentence?.traits ?? [])];
  const holds = (trait: number, at = bits) => at.some((own) => (own & trait) !== 0);
  if (wanted === 'money') return !holds(TRAIT.money);
  if (wanted === 'percent') return !holds(TRAIT.ratio);
  if (wanted !== 'duration') return false;
  return !bits.some(
    (own, i) => (own & (TRAIT.figure | TRAIT.numeral)) !== 0 && holds(TRAIT.unit, bits.slice(i, i + 3)),
  );
}

function sectionAgrees([top, ...others]: readonly RankedSentence[]): number {
  const section = top?.passage.candidate.entry.section;
  return others.slice(0, NEXT).filter(({ passage }) => passage.candidate.entry.section === section).length / NEXT;
}

const NEXT = 3;

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

/** What is asked is what somebody said of the thing behind it. */
const ABOUT =
  /\b(?:say|says|said|tell|told|think|thinks|thought|talk|talks|talked|speak|spoke|mention|mentioned|claim|claimed|announce|announced|promise|promised|joke|joked|opinion|view|comment|commented|feel)\b.{0,40}?\b(?:about|regarding|concerning|on|of)\b/gi;

/** What is held less is hardly held. */
const HARDLY = 0.3;
/** Weight from which on a term tells what is asked, rather than framing it. */
const TELLING = 0.3;

/** Fitted by bench/fit-confidence.ts; test/questions/unseen.jsonl took no part. */
export const CALIBRATION: Readonly<Record<keyof Doubts | 'intercept', number>> = {
  intercept: -5.71,
  foundNear: 0.69,
  foundInSentence: 0.69,
  weightFound: 0.54,
  namesMissed: -2.67,
  missesName: -0.52,
  focusMissed: 0.15,
  unknownWords: -1.43,
  unknownNames: -2.17,
  repaired: 0.71,
  corrected: 0.45,
  carried: 0.78,
  wordsFound: 1.13,
  aboutMissed: -1.63,
  onlyNames: -0.65,
  pairs: -0.45,
  beyondHeadings: -1.34,
  score: 1.65,
  margin: 2.06,
  sectionAgrees: 0.45,
  sight: -0.47,
  noFigure: -0.54,
  noDate: -0.48,
  noPerson: -1.74,
  noAmount: -2.77,
  sharedRun: -0.16,
  defines: 0.79,
  editionFact: -0.42,
  terms: 1.02,
  oneTerm: 1.36,
};
