import type { EvidenceName } from './evidence.js';

/**
 * What each evidence counts in a sentence's score.
 *
 * Fitted by bench/fit-ranking.ts: one half on the questions of the split `tune` of the foreign corpus that bench/README.md
 * describes, the other on the question sets in test/questions and the development set, asked of our notes and of raw ones.
 */
export const FITTED = {
  passageScore: 0.00,
  passageRank: 2.31,
  headingCoverage: 1.78,
  passageCoverage: -0.44,
  placeCoverage: 0.64,
  placeCoverageRare: -0.79,
  placeNames: 3.62,
  placeFigures: 1.59,
  placeFocus: -4.01,
  passageRareTerms: 1.86,
  passagePairs: 2.28,
  passageBestSentence: -0.67,
  passageKin: 5.34,
  noteShare: 0.10,
  noteScore: 1.93,
  passageLength: -0.29,
  coverage: -0.73,
  coverageWithHeadings: 0.60,
  coverageSquared: -1.58,
  coverageBeyondHeadings: 1.65,
  coverageInContext: 4.98,
  figures: 3.26,
  focus: 5.99,
  words: 2.91,
  before: -0.00,
  otherSentences: 0.99,
  bestOfPassage: 0.78,
  sharedRun: 5.07,
  proximity: 0.38,
  kin: 5.29,
  length: -0.09,
  first: 0.32,
  asks: -0.82,
  news: -0.71,
  holdsPerson: 0.26,
  holdsPlace: 0.95,
  holdsFigure: 1.55,
  holdsRatio: 5.08,
  holdsMoney: 0.67,
  holdsDate: 1.61,
  holdsReason: 0.74,
  answerProximity: 2.59,
  defines: 5.43,
  leadsList: 2.65,
  plainEdition: 1.52,
  quotation: -1.35,
  agent: 0.82,
  byline: 8.12,
  foreign: -4.42,
  fieldAsked: 4.35,
  editionFact: 4.90,
  addresses: -1.61,
  echo: -5.51,
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
