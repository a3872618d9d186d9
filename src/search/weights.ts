import type { EvidenceName } from './evidence.js';

/**
 * What each evidence counts in a sentence's score.
 *
 * Fitted by bench/fit-ranking.ts: one half on the questions of the split `tune` of the foreign corpus that bench/README.md
 * describes, the other on the question sets in test/questions and the development set, asked of our notes and of raw ones.
 */
export const FITTED = {
  passageScore: 0.03,
  passageRank: 2.5,
  headingCoverage: 2.24,
  passageCoverage: -0.56,
  placeCoverage: 0.55,
  placeCoverageRare: -1.1,
  placeNames: 5.33,
  placeFigures: -3.33,
  placeFocus: -5.65,
  passageRareTerms: 1.03,
  passagePairs: 2.23,
  passageBestSentence: -0.68,
  passageKin: 3.54,
  noteShare: 0.5,
  noteScore: 0.75,
  passageLength: -0.25,
  coverage: -0.5,
  coverageWithHeadings: 0.19,
  coverageSquared: -2.03,
  coverageBeyondHeadings: 2.34,
  coverageInContext: 5.06,
  figures: 2.7,
  focus: 3.93,
  words: 2.64,
  before: -0.18,
  otherSentences: 1.3,
  bestOfPassage: 0.77,
  sharedRun: 6.02,
  proximity: 0.54,
  kin: 5.59,
  length: -0.03,
  first: 0.29,
  asks: -1.17,
  news: -0.66,
  holdsPerson: 1.19,
  holdsPlace: 1.23,
  holdsFigure: 1.87,
  holdsRatio: 3.29,
  holdsMoney: -0.35,
  holdsDate: 1.99,
  holdsAddress: 0,
  holdsReason: 1.12,
  answerProximity: 1.64,
  defines: 5.35,
  leadsList: 2.81,
  enumerates: 0,
  plainEdition: 2.04,
  sameDay: 1.5,
  quotation: -0.42,
  agent: 0.21,
  byline: 7.33,
  foreign: -4.3,
  fieldAsked: 5.64,
  editionFact: 1.24,
  addresses: -1.85,
  echo: -4.69,
};

/**
 * Evidence set by hand, on the scale of the fitted weights, because the questions at hand say too little about it: front
 * matter is no prose and shown only where nothing better answers, what asks the same is followed by the answer, and what
 * the sources leave open is told only where no other sentence answers.
 */
const SET = {
  field: -3,
  asksTheSame: 2,
  denies: -3,
};

/** The part that each evidence has in a sentence's score. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = { ...FITTED, ...SET };
