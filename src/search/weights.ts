import type { EvidenceName } from './evidence.js';

/**
 * What each evidence counts in a sentence's score.
 *
 * Fitted by bench/fit-ranking.ts on the questions of the split `tune` of the foreign corpus that bench/README.md describes; none
 * of the notes or questions about them was used.
 */
export const FITTED = {
  passageScore: 0.06,
  passageRank: 1.58,
  headingCoverage: 8.68,
  passageCoverage: 0.83,
  placeCoverage: 1.54,
  placeCoverageRare: 0.31,
  placeNames: 3.51,
  placeFigures: 11.13,
  placeFocus: -7.7,
  passageRareTerms: 0.53,
  passagePairs: 2.5,
  passageBestSentence: 0.87,
  passageKin: 5.98,
  noteShare: 0.39,
  noteScore: 0.72,
  passageLength: -0.69,
  coverage: -0.93,
  coverageWithHeadings: 1.28,
  coverageSquared: -0.81,
  coverageBeyondHeadings: 1.47,
  coverageInContext: 3.91,
  figures: 6.81,
  focus: 3.8,
  words: 3.88,
  before: 0.59,
  otherSentences: 0.06,
  bestOfPassage: 0.11,
  sharedRun: 5.78,
  proximity: 0.42,
  kin: 6.45,
  length: -0.14,
  first: 0.41,
  asks: -2.54,
  news: -0.58,
  holdsPerson: 0.98,
  holdsPlace: 0.58,
  holdsFigure: 1.13,
  holdsRatio: 2.84,
  holdsMoney: 1.26,
  holdsDate: 1.64,
  holdsReason: -0.05,
  answerProximity: 1.44,
};

/**
 * Evidence that encyclopedia paragraphs cannot teach, because they hold no lists, fields or editions and their questions
 * seldom ask what something is. Set by hand, on the scale of the fitted weights.
 */
const SET = {
  defines: 6,
  leadsList: 2,
  field: -4,
  plainEdition: 1.5,
  quotation: 1,
  byline: 4,
  foreign: -2,
};

/** The part that each evidence has in a sentence's score. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = { ...FITTED, ...SET };
