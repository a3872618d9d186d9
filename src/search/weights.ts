import type { EvidenceName } from './evidence.js';

/**
 * What each evidence counts in a sentence's score.
 *
 * Fitted by bench/fit-ranking.ts on the questions of the split `tune` of the foreign corpus that bench/README.md describes; none
 * of the notes or questions about them was used.
 */
export const FITTED = {
  passageScore: 0.08,
  passageRank: 1.08,
  headingCoverage: 5.84,
  passageCoverage: 0.84,
  placeCoverage: 1.61,
  placeCoverageRare: 1.39,
  placeNames: 3.38,
  placeFigures: 8.2,
  placeFocus: -7.44,
  passageRareTerms: 3.53,
  passagePairs: 2.34,
  passageBestSentence: 1.13,
  passageKin: 7.37,
  noteShare: 0.18,
  noteScore: 0.8,
  passageLength: -0.55,
  coverage: -0.9,
  coverageWithHeadings: 0.52,
  coverageSquared: -0.31,
  coverageBeyondHeadings: 1.57,
  coverageInContext: 4.0,
  figures: 6.6,
  focus: 4.72,
  words: 3.9,
  before: 0.61,
  otherSentences: -0.25,
  bestOfPassage: 0.17,
  sharedRun: 5.27,
  proximity: 0.17,
  kin: 6.5,
  length: -0.26,
  first: 0.46,
  asks: -2.85,
  news: -0.37,
  holdsPerson: 0.84,
  holdsPlace: 0.7,
  holdsFigure: 0.93,
  holdsRatio: 2.8,
  holdsMoney: 1.22,
  holdsDate: 0.8,
  holdsReason: -0.44,
  answerProximity: 2.79,
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
  agent: 3,
  byline: 4,
  foreign: -6,
  fieldAsked: 7,
  editionFact: 7,
  addresses: -8,
  echo: -5,
  asksTheSame: 4,
};

/** The part that each evidence has in a sentence's score. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = { ...FITTED, ...SET };
