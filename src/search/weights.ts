import type { EvidenceName } from './evidence.js';

/**
 * What each evidence counts in a sentence's score.
 *
 * Fitted by bench/fit-ranking.ts: one half on the questions of the split `tune` of the foreign corpus that bench/README.md
 * describes, the other on the question sets in test/questions and the development set, asked of our notes and of raw ones.
 */
export const FITTED = {
  passageScore: 0.09,
  passageRank: 1.06,
  headingCoverage: 1.5,
  passageCoverage: -0.52,
  placeCoverage: 0.63,
  placeCoverageRare: 1.41,
  placeNames: 6.59,
  placeFigures: -0.97,
  placeFocus: -4.89,
  passageRareTerms: 1.04,
  passagePairs: 1.44,
  passageBestSentence: -0.53,
  passageKin: 3.65,
  noteShare: 0.56,
  noteScore: 0.58,
  passageLength: -0.27,
  coverage: -1.14,
  coverageWithHeadings: -0.5,
  coverageSquared: -1.71,
  coverageBeyondHeadings: 1.4,
  coverageInContext: 4.77,
  figures: 1.95,
  focus: 0.5,
  words: 1.47,
  before: -0.11,
  otherSentences: 1.4,
  bestOfPassage: 0.57,
  sharedRun: -1.23,
  proximity: 0.42,
  kin: 4.9,
  length: -0.55,
  first: 0.19,
  asks: -1.14,
  news: -0.68,
  holdsPerson: 0.9,
  holdsPlace: 0.64,
  holdsFigure: 1.61,
  holdsRatio: 3.52,
  holdsMoney: 0.1,
  holdsDate: 1.75,
  holdsReason: 1.07,
  answerProximity: 2.21,
  defines: 5.88,
  leadsList: 3.06,
  plainEdition: 2.07,
  quotation: 0.46,
  agent: 0.13,
  byline: 8.23,
  foreign: -3.91,
  fieldAsked: 7.76,
  editionFact: 2.09,
  echo: -7,
  placeRarity: 2.21,
  placeTerms: 1.13,
  placeInNote: -0.92,
  passageInNote: -0.09,
  passageBefore: 0.34,
  passageAfter: 0.11,
  missedBefore: 3.01,
  missedAfter: 2.78,
  missedNamesBefore: 7.05,
  heaviestMissed: 2.68,
  passageWordPairs: 3.22,
  wordPairs: 1.33,
  wordTriples: 1.49,
  stopWords: 3.68,
  rarity: -0.64,
  termsFound: 2.71,
  inNote: 2.77,
  exact: 2.44,
  density: -4,
  focusName: 1.28,
  focusFigure: 2.61,
  focusQualified: 0.74,
};

/**
 * Evidence set by hand, on the scale of the fitted weights, because the questions at hand say too little about it: front
 * matter is no prose and shown only where nothing better answers, what asks the same is followed by the answer, and what
 * the sources leave open is told only where no other sentence answers. An address, a time of day, a sentence that counts up, a list of names and a place
 * of the very day are wanted by too few questions for a fit: they stand between nothing and what a fit to all of them gave.
 * A line that is mostly an address says nothing, whatever words the address is made of.
 */
export const SET = {
  field: -3,
  asksTheSame: 2,
  denies: -3,
  onlyNames: -4,
  holdsAddress: 3,
  holdsClock: 3,
  enumerates: 1.4,
  newsOfThing: 2,
  countsFocus: 1.5,
  listsNames: 3,
  addresses: -3,
  sameDay: 2,
};

/** The part that each evidence has in a sentence's score. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = { ...FITTED, ...SET };
