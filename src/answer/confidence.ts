import type { Query } from '../question/query.js';
import type { Evidence } from '../search/evidence.js';
import type { MatchedPassage } from '../search/matched-passage.js';
import type { Matcher } from '../search/matching.js';
import { isTopic } from '../search/question-form.js';
import { fittedScore, type RankedSentence } from '../search/ranking.js';
import { isCommonWord } from '../text/common-words.js';
import { termTokens } from '../text/terms.js';
import { type Gaps, gapsOf } from './gaps.js';
import { type Lead, leadOf } from './rivals.js';

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

/** What speaks for and against an answer as a whole. Shares from 0 to 1, but the score, the lead, the length and the counts. */
export interface Doubts extends Lead, Gaps {
  /** Share of the question's importance that the sentence, its headings and what leads to it hold. */
  readonly foundNear: number;
  /** 1 when a name of this question, and not of an earlier one, is hardly held by the passage and its headings. */
  readonly missesName: number;
  /** Importance of names that the passage and its headings lack, and the passage before or behind holds. */
  readonly namesAround: number;
  /** Importance of terms that the passage and its headings lack, and its whole note too. */
  readonly missedInNote: number;
  /** Importance of words that no note holds and that are no everyday words: names of things the notes do not know, mostly. */
  readonly unknownNames: number;
  /** Importance of words that are no names, found in the sentence itself. */
  readonly words: number;
  /** Of the importance of what is asked about ("... say about Moby"): the share that the passage and its headings lack. */
  readonly aboutMissed: number;
  /** How much of the question the sentence repeats beyond what its headings say. */
  readonly beyondHeadings: number;
  /** Coverage of the passage by words that only resemble the question's; see {@link Evidence.passageKin}. */
  readonly kin: number;
  /** Natural logarithm of the passage's number of content words, plus one. */
  readonly passageLength: number;
  /** The ranking's score, divided by ten. */
  readonly score: number;
  /** Of the three sentences that come next: the share that stands in the same section. */
  readonly sectionAgrees: number;
  /** A person is asked for, and the sentence holds none. */
  readonly noPerson: number;
  /** The sentence explains what the question asks about; see {@link Evidence.defines}. */
  readonly defines: number;
  /** 1 when nothing but a thing is named ("tell me about Flocker"), and the passage names it: what it says of it is what was asked for. */
  readonly topic: number;
  /** Number of terms, divided by ten. */
  readonly terms: number;
}

/** Collects them; undefined when nothing was found at all. */
export function doubts(query: Query, matcher: Matcher, ranked: readonly RankedSentence[]): Doubts | undefined {
  const [top] = ranked;
  if (top === undefined) return undefined;
  const { passage, evidence } = top;
  const { spread } = passage.candidate;
  let missesName = 0;
  let namesAround = 0;
  let missedInNote = 0;
  let unknownNames = 0;
  matcher.terms.forEach((term, i) => {
    const share = matcher.shares[i] as number;
    const heading = passage.headings[i] ?? 0;
    const held = Math.max(passage.held[i] ?? 0, heading);
    if (term.name) {
      if (term.carried !== true && held < HARDLY) missesName = 1;
      namesAround += share * (1 - held) * Math.max(spread.before[i] as number, spread.after[i] as number);
    }
    if (spread.frequencies[i] === 0) missedInNote += share * (1 - held);
    if (held === 0 && term.frequency === 0 && !isCommonWord(term.term)) unknownNames += share;
  });
  return {
    foundNear: evidence.coverageInContext,
    missesName,
    namesAround,
    missedInNote,
    unknownNames,
    words: evidence.words,
    aboutMissed: aboutMissed(query, matcher, passage),
    beyondHeadings: evidence.coverageBeyondHeadings,
    kin: passage.evidence.passageKin,
    passageLength: passage.evidence.passageLength,
    score: fittedScore(top) / 10,
    ...leadOf(ranked),
    sectionAgrees: sectionAgrees(ranked),
    noPerson: query.kind === 'person' ? 1 - evidence.holdsPerson : 0,
    ...gapsOf(query, matcher, ranked),
    defines: evidence.defines,
    topic: passage.evidence.passageCoverage > WHOLE && isTopic(query) ? 1 : 0,
    terms: matcher.terms.length / 10,
  };
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
  terms.forEach(({ term, weight }, i) => {
    // Nothing is said "on stage" or "on the day".
    if (!topic.has(term) || weight <= TELLS_LITTLE) return;
    const share = shares[i] as number;
    total += share;
    missed += share * (1 - Math.max(held[i] as number, headings[i] as number));
  });
  return total === 0 ? 0 : missed / total;
}

const SAYS =
  'say|says|said|tell|told|think|thinks|thought|talk|talks|talked|speak|spoke|mention|mentioned|claim|claimed|announce|announced|promise|promised|joke|joked|comment|commented|feel|opinion|view';
/** What is asked is what somebody said of the thing behind it: "say anything about", "their opinion on", "think of". */
const ABOUT = new RegExp(
  `\\b(?:${SAYS})\\b(?:.{0,40}?\\b(?:about|regarding|concerning)|(?: \\w+)? (?:on|of))\\b`,
  'gi',
);

const TELLS_LITTLE = 0.2;
const WHOLE = 0.95;
/** What is held less is hardly held. */
const HARDLY = 0.3;

/** Fitted by bench/fit-confidence.ts; the `unseen` files of test/questions took no part. */
export const FITTED = {
  intercept: -0.8,
  foundNear: 1.45,
  missesName: -1.21,
  namesAround: 3.39,
  missedInNote: -1.51,
  unknownNames: -0.96,
  words: 1.44,
  aboutMissed: -4.32,
  beyondHeadings: -0.97,
  kin: 1.4,
  passageLength: -0.44,
  score: 0.47,
  overThird: 0.12,
  overFifthPassage: 0.22,
  overOtherDays: -0.36,
  overOtherNotes: 0.36,
  rivals: -0.84,
  sectionAgrees: 0.63,
  noPerson: -1.03,
  uncounted: -1.39,
  miscounted: -1.92,
  attribute: -2.15,
  noAmount: -2.63,
  defines: 2.38,
  terms: 2.3,
};

/**
 * Set by hand, on the scale of the fitted weights: of the questions at hand that hold a stranger, ask of another world or for
 * something private, hardly any comes near an answer, so that a fit learns little from them; and next to none of those that do has one.
 * So it is with what one wants to be told how to do. Questions that only name a thing are as few, and what the notes say of it is never wrong for them.
 */
const SET = { stranger: -4, elsewhere: -2, privacy: -2, instructs: -1.2, topic: 1.5 };

/** What each counts for the logit. */
export const CALIBRATION: Readonly<Record<keyof Doubts | 'intercept', number>> = { ...FITTED, ...SET };
