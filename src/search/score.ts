import type { PassageEvidence } from './passage-evidence.js';
import type { SentenceEvidence } from './sentence-evidence.js';
import { WEIGHTS } from './weights.js';

// Written out, and held to the weights by a test: going through the names makes an object of every number, which takes a fifth of the
// time of a question.

/** What all of a passage's evidence comes to: each multiplied by its weight, summed. */
export function scoreOfPassage(evidence: PassageEvidence): number {
  let sum = 0;
  sum += evidence.passageScore * WEIGHTS.passageScore;
  sum += evidence.passageRank * WEIGHTS.passageRank;
  sum += evidence.noteShare * WEIGHTS.noteShare;
  sum += evidence.noteScore * WEIGHTS.noteScore;
  sum += evidence.placeCoverage * WEIGHTS.placeCoverage;
  sum += evidence.placeCoverageRare * WEIGHTS.placeCoverageRare;
  sum += evidence.placeNames * WEIGHTS.placeNames;
  sum += evidence.placeFigures * WEIGHTS.placeFigures;
  sum += evidence.placeFocus * WEIGHTS.placeFocus;
  sum += evidence.passageRareTerms * WEIGHTS.passageRareTerms;
  sum += evidence.headingCoverage * WEIGHTS.headingCoverage;
  sum += evidence.passageCoverage * WEIGHTS.passageCoverage;
  sum += evidence.passagePairs * WEIGHTS.passagePairs;
  sum += evidence.passageBestSentence * WEIGHTS.passageBestSentence;
  sum += evidence.passageKin * WEIGHTS.passageKin;
  sum += evidence.passageLength * WEIGHTS.passageLength;
  sum += evidence.placeRarity * WEIGHTS.placeRarity;
  sum += evidence.placeTerms * WEIGHTS.placeTerms;
  sum += evidence.placeInNote * WEIGHTS.placeInNote;
  sum += evidence.passageInNote * WEIGHTS.passageInNote;
  sum += evidence.passageBefore * WEIGHTS.passageBefore;
  sum += evidence.passageAfter * WEIGHTS.passageAfter;
  sum += evidence.missedBefore * WEIGHTS.missedBefore;
  sum += evidence.missedAfter * WEIGHTS.missedAfter;
  sum += evidence.missedNamesBefore * WEIGHTS.missedNamesBefore;
  sum += evidence.heaviestMissed * WEIGHTS.heaviestMissed;
  sum += evidence.passageWordPairs * WEIGHTS.passageWordPairs;
  return sum;
}

/** The same of a sentence's own evidence. */
export function scoreOfSentence(evidence: SentenceEvidence): number {
  let sum = 0;
  sum += evidence.coverage * WEIGHTS.coverage;
  sum += evidence.coverageWithHeadings * WEIGHTS.coverageWithHeadings;
  sum += evidence.coverageSquared * WEIGHTS.coverageSquared;
  sum += evidence.coverageBeyondHeadings * WEIGHTS.coverageBeyondHeadings;
  sum += evidence.coverageInContext * WEIGHTS.coverageInContext;
  sum += evidence.figures * WEIGHTS.figures;
  sum += evidence.focus * WEIGHTS.focus;
  sum += evidence.words * WEIGHTS.words;
  sum += evidence.before * WEIGHTS.before;
  sum += evidence.otherSentences * WEIGHTS.otherSentences;
  sum += evidence.bestOfPassage * WEIGHTS.bestOfPassage;
  sum += evidence.sharedRun * WEIGHTS.sharedRun;
  sum += evidence.wordPairs * WEIGHTS.wordPairs;
  sum += evidence.wordTriples * WEIGHTS.wordTriples;
  sum += evidence.stopWords * WEIGHTS.stopWords;
  sum += evidence.rarity * WEIGHTS.rarity;
  sum += evidence.termsFound * WEIGHTS.termsFound;
  sum += evidence.inNote * WEIGHTS.inNote;
  sum += evidence.exact * WEIGHTS.exact;
  sum += evidence.density * WEIGHTS.density;
  sum += evidence.focusName * WEIGHTS.focusName;
  sum += evidence.focusFigure * WEIGHTS.focusFigure;
  sum += evidence.focusQualified * WEIGHTS.focusQualified;
  sum += evidence.proximity * WEIGHTS.proximity;
  sum += evidence.kin * WEIGHTS.kin;
  sum += evidence.length * WEIGHTS.length;
  sum += evidence.first * WEIGHTS.first;
  sum += evidence.asks * WEIGHTS.asks;
  sum += evidence.news * WEIGHTS.news;
  sum += evidence.holdsPerson * WEIGHTS.holdsPerson;
  sum += evidence.holdsPlace * WEIGHTS.holdsPlace;
  sum += evidence.holdsFigure * WEIGHTS.holdsFigure;
  sum += evidence.holdsRatio * WEIGHTS.holdsRatio;
  sum += evidence.holdsMoney * WEIGHTS.holdsMoney;
  sum += evidence.holdsDate * WEIGHTS.holdsDate;
  sum += evidence.holdsClock * WEIGHTS.holdsClock;
  sum += evidence.holdsAddress * WEIGHTS.holdsAddress;
  sum += evidence.holdsReason * WEIGHTS.holdsReason;
  sum += evidence.agent * WEIGHTS.agent;
  sum += evidence.answerProximity * WEIGHTS.answerProximity;
  sum += evidence.defines * WEIGHTS.defines;
  sum += evidence.leadsList * WEIGHTS.leadsList;
  sum += evidence.enumerates * WEIGHTS.enumerates;
  sum += evidence.newsOfThing * WEIGHTS.newsOfThing;
  sum += evidence.countsFocus * WEIGHTS.countsFocus;
  sum += evidence.listsNames * WEIGHTS.listsNames;
  sum += evidence.field * WEIGHTS.field;
  sum += evidence.plainEdition * WEIGHTS.plainEdition;
  sum += evidence.sameDay * WEIGHTS.sameDay;
  sum += evidence.byline * WEIGHTS.byline;
  sum += evidence.onlyNames * WEIGHTS.onlyNames;
  sum += evidence.foreign * WEIGHTS.foreign;
  sum += evidence.fieldAsked * WEIGHTS.fieldAsked;
  sum += evidence.addresses * WEIGHTS.addresses;
  sum += evidence.editionFact * WEIGHTS.editionFact;
  sum += evidence.denies * WEIGHTS.denies;
  sum += evidence.echo * WEIGHTS.echo;
  sum += evidence.asksTheSame * WEIGHTS.asksTheSame;
  sum += evidence.quotation * WEIGHTS.quotation;
  return sum;
}
