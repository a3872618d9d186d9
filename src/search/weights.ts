import type { EvidenceName } from './evidence.js';

/**
 * What each evidence counts in a sentence's score.
 *
 * Fitted by bench/fit-ranking.ts: one half on the questions of the split `tune` of the foreign corpus that bench/README.md
 * describes, the other on the question sets in test/questions and the development set, asked of our notes and of raw ones.
 */
export const FITTED = {
  passageScore: -0.02,
  passageRank: 2.86,
  headingCoverage: 2.02,
  passageCoverage: -0.8,
  placeCoverage: 0.76,
  placeCoverageRare: -1.22,
  placeNames: 4.31,
  placeFigures: -2.32,
  placeFocus: -4.74,
  passageRareTerms: 1.91,
  passagePairs: 2.09,
  passageBestSentence: -0.7,
  passageKin: 4.63,
  noteShare: -0.1,
  noteScore: 2.4,
  passageLength: -0.27,
  coverage: -0.34,
  coverageWithHeadings: 0.79,
  coverageSquared: -2.24,
  coverageBeyondHeadings: 2.02,
  coverageInContext: 5.16,
  figures: 2.59,
  focus: 3.81,
  words: 2.85,
  before: 0.01,
  otherSentences: 0.97,
  bestOfPassage: 0.68,
  sharedRun: 5.72,
  proximity: 0.23,
  kin: 4.83,
  length: -0.11,
  first: 0.33,
  asks: -0.83,
  news: -0.68,
  holdsPerson: 1.01,
  holdsPlace: 1.06,
  holdsFigure: 1.67,
  holdsRatio: 5.0,
  holdsMoney: -0.37,
  holdsDate: 1.63,
  holdsReason: 0.83,
  answerProximity: 2.41,
  defines: 5.16,
  leadsList: 2.76,
  plainEdition: 1.66,
  quotation: -5.68,
  agent: 0.62,
  byline: 8.11,
  foreign: -4.36,
  fieldAsked: 4.64,
  editionFact: 2.77,
  addresses: -0.07,
  echo: -5.0,
};

/**
 * Evidence set by hand, on the scale of the fitted weights, because the questions at hand say too little about it: front
 * matter is no prose and shown only where nothing better answers, and what asks the same is followed by the answer.
 */
const SET = {
  field: -3,
  asksTheSame: 2,
};

/** The part that each evidence has in a sentence's score. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = { ...FITTED, ...SET };
