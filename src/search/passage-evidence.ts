import type { Query } from '../question/query.js';
import { type AnalysedSentence, analyse, analyseText } from './analysis.js';
import type { Evidence } from './evidence.js';
import type { Kin } from './kinship.js';
import { inverseFrequency, type Matcher, matchSentence, type SentenceMatch } from './matching.js';
import type { Candidate, IndexedPassage } from './passage-index.js';
import { surroundings } from './place.js';
import type { Spread } from './spread.js';
import { type QuestionWords, type SharedWords, sharedWords, sumOf } from './word-runs.js';

/** A candidate with its sentences matched against the question. */
export interface MatchedPassage {
  readonly candidate: Candidate;
  readonly sentences: readonly AnalysedSentence[];
  readonly matches: readonly SentenceMatch[];
  /** For each query term: how well the headings hold it. */
  readonly headings: Float64Array;
  /** For each query term: how well the passage holds it. */
  readonly held: Float64Array;
  /** For each sentence: importance found in it, as a share of the question's. */
  readonly coverage: readonly number[];
  /** For each sentence: what of the question's wording it repeats. */
  readonly shared: readonly SharedWords[];
  /** For each query term: its importance by how rare it is in the passage's note, as a share of those the note knows. */
  readonly sharesInNote: Float64Array;
  readonly evidence: PassageEvidence;
}

/** The evidence that all sentences of a passage share. */
export type PassageEvidence = Pick<
  Evidence,
  | 'passageScore'
  | 'passageRank'
  | 'headingCoverage'
  | 'passageCoverage'
  | 'placeCoverage'
  | 'placeCoverageRare'
  | 'placeNames'
  | 'placeFigures'
  | 'placeFocus'
  | 'passageRareTerms'
  | 'passagePairs'
  | 'passageBestSentence'
  | 'passageKin'
  | 'noteShare'
  | 'noteScore'
  | 'passageLength'
  | 'placeRarity'
  | 'placeTerms'
  | 'placeInNote'
  | 'passageInNote'
  | 'passageBefore'
  | 'passageAfter'
  | 'missedBefore'
  | 'missedAfter'
  | 'missedNamesBefore'
  | 'heaviestMissed'
  | 'passageWordPairs'
>;

/** What ranking knows of the question beside its terms. */
export interface Sought {
  readonly query: Query;
  readonly matcher: Matcher;
  readonly kin: Kin;
  /** Neighbouring content words of the question: their term indexes and their distance in it. */
  readonly pairs: readonly Pair[];
  /** Index of the focus' term, or -1. */
  readonly focus: number;
  /** The question's terms, stop words included, in order. */
  readonly words: readonly string[];
  /** The first of them, as sentences are compared with them. */
  readonly asked: QuestionWords;
  /** Mark of each query term's word as it was typed, normalised. */
  readonly typed: Uint16Array;
  /** Rarity of each query term in the corpus, as a share of the question's. */
  readonly rarity: Float64Array;
  /** Share, from 0 to 1, of a term's places inside sentences where the notes write it with a capital. */
  readonly nameness: (term: string) => number;
}

/** Two neighbouring terms of the question. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

/** Matches all candidates and collects the evidence that lies in whole passages and notes. */
export function matchPassages(candidates: readonly Candidate[], sought: Sought): MatchedPassage[] {
  const best = Math.max(...candidates.map(({ score }) => score), 1e-9);
  const noteScores = scoresOfNotes(candidates, best);
  const bestNote = Math.max(...noteScores.values(), 1e-9);
  return candidates.map((candidate) => {
    const noteScore = noteScores.get(candidate.entry.note.path) ?? 0;
    return matchPassage(candidate, sought, {
      passageScore: candidate.score / sought.matcher.total,
      passageRank: candidate.score / best,
      noteShare: noteScore / bestNote,
      noteScore: noteScore / 5,
    });
  });
}

type Shares = Pick<PassageEvidence, 'passageScore' | 'passageRank' | 'noteShare' | 'noteScore'>;

function matchPassage(candidate: Candidate, sought: Sought, shares: Shares): MatchedPassage {
  const { matcher } = sought;
  const sentences = analyse(candidate.entry.passage);
  const matches = sentences.map((sentence) => matchSentence(sentence, matcher));
  const headings = matchSentence(analyseSurroundings(candidate.entry), matcher).hits;
  const held = new Float64Array(matcher.terms.length);
  for (const { hits } of matches) {
    for (let i = 0; i < held.length; i++) held[i] = Math.max(held[i] as number, hits[i] as number);
  }
  const coverage = matches.map(({ hits }) => share(matcher.shares, hits));
  const place = placeCoverage(sought, held, headings);
  const shared = sentences.map((sentence) => sharedWords(sought.asked, sentence));
  const sharesInNote = importanceInNote(matcher, candidate.spread);
  const around = aroundPassage(sought, candidate.spread, held, headings);
  // Written out, here and for sentences: spreading many small objects into one takes most of the time of ranking.
  const evidence: PassageEvidence = {
    passageScore: shares.passageScore,
    passageRank: shares.passageRank,
    noteShare: shares.noteShare,
    noteScore: shares.noteScore,
    placeCoverage: place.placeCoverage,
    placeCoverageRare: place.placeCoverageRare,
    placeNames: place.placeNames,
    placeFigures: place.placeFigures,
    placeFocus: place.placeFocus,
    passageRareTerms: place.passageRareTerms,
    headingCoverage: share(matcher.shares, headings),
    passageCoverage: share(matcher.shares, held),
    passagePairs: pairsHeld(sought, matches),
    passageBestSentence: Math.max(...coverage, 0),
    passageKin: sought.kin.coverage(sentences, held),
    passageLength: Math.log(1 + sentences.reduce((sum, { content }) => sum + content, 0)),
    placeRarity: place.placeRarity,
    placeTerms: place.placeTerms,
    placeInNote: share(sharesInNote, place.both),
    passageInNote: share(sharesInNote, held),
    passageBefore: around.passageBefore,
    passageAfter: around.passageAfter,
    missedBefore: around.missedBefore,
    missedAfter: around.missedAfter,
    missedNamesBefore: around.missedNamesBefore,
    heaviestMissed: around.heaviestMissed,
    passageWordPairs: wordPairs(sought.asked, shared),
  };
  return { candidate, sentences, matches, headings, held, coverage, shared, sharesInNote, evidence };
}

/** Share of the question's importance that is held; both arrays have a place for each term. */
export function share(shares: Float64Array, held: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) sum += (shares[i] as number) * (held[i] as number);
  return sum;
}

/** Whether each term is a figure, for {@link Evidence.figures}. */
export const isFigure = (term: string): boolean => /\p{N}/u.test(term);

type PlaceCoverage = Pick<
  PassageEvidence,
  | 'placeCoverage'
  | 'placeCoverageRare'
  | 'placeNames'
  | 'placeFigures'
  | 'placeFocus'
  | 'passageRareTerms'
  | 'placeRarity'
  | 'placeTerms'
> & {
  /** For each query term: how well passage and headings hold it. */
  readonly both: Float64Array;
};

/** Coverage by passage and headings together, whole and by kind of term, in one pass over the terms. */
function placeCoverage({ matcher, focus, rarity }: Sought, held: Float64Array, headings: Float64Array): PlaceCoverage {
  let [all, rare, rareTotal, names, figures, focused, rareTerms, rarities, count] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const both = new Float64Array(held.length);
  matcher.terms.forEach(({ term, name, frequency }, i) => {
    const own = matcher.shares[i] as number;
    const place = Math.max(held[i] as number, headings[i] as number);
    both[i] = place;
    rarities += (rarity[i] as number) * place;
    count += place;
    all += own * place;
    rare += own * own * place;
    rareTotal += own * own;
    if (name) names += own * place;
    if (isFigure(term)) figures += own * place;
    if (i === focus) focused += own * place;
    if (frequency > 0 && frequency <= RARE) rareTerms += own * (held[i] as number);
  });
  return {
    placeCoverage: all,
    placeCoverageRare: rareTotal === 0 ? 0 : rare / rareTotal,
    placeNames: names,
    placeFigures: figures,
    placeFocus: focused,
    passageRareTerms: rareTerms,
    placeRarity: rarities,
    placeTerms: count / Math.max(1, matcher.terms.length),
    both,
  };
}

/** Terms that stand in every passage of a note tell nothing of which one is meant, however rare they are elsewhere. */
function importanceInNote({ terms }: Matcher, { passages, frequencies }: Spread): Float64Array {
  const shares = new Float64Array(terms.length);
  let total = 0;
  for (let i = 0; i < shares.length; i++) {
    const frequency = frequencies[i] as number;
    if (frequency === 0) continue;
    shares[i] = (terms[i]?.weight ?? 0) * inverseFrequency(passages, frequency);
    total += shares[i] as number;
  }
  if (total > 0) for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] as number) / total;
  return shares;
}

type AroundPassage = Pick<
  PassageEvidence,
  'passageBefore' | 'passageAfter' | 'missedBefore' | 'missedAfter' | 'missedNamesBefore' | 'heaviestMissed'
>;

/** What the passage lacks, and whether its neighbours hold it. */
function aroundPassage({ matcher }: Sought, spread: Spread, held: Float64Array, headings: Float64Array): AroundPassage {
  let [before, after, missedBefore, missedAfter, namesBefore, heaviest] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < held.length; i++) {
    const own = matcher.shares[i] as number;
    const missed = own * (1 - Math.max(held[i] as number, headings[i] as number));
    before += own * (spread.before[i] as number);
    after += own * (spread.after[i] as number);
    missedBefore += missed * (spread.before[i] as number);
    missedAfter += missed * (spread.after[i] as number);
    if (matcher.terms[i]?.name === true) namesBefore += missed * (spread.before[i] as number);
    if (missed > heaviest) heaviest = missed;
  }
  return {
    passageBefore: before,
    passageAfter: after,
    missedBefore,
    missedAfter,
    missedNamesBefore: namesBefore,
    heaviestMissed: heaviest,
  };
}

function wordPairs({ length }: QuestionWords, shared: readonly SharedWords[]): number {
  if (length < 2) return 0;
  const found = new Uint8Array(length);
  for (const { pairs } of shared) for (let i = 0; i < length; i++) if (pairs[i] === 1) found[i] = 1;
  return sumOf(found) / (length - 1);
}

/** A term in so few passages points at them. */
const RARE = 5;

/** Strong passages count far more than many weak ones: the cube of each passage's share of the best score. */
function scoresOfNotes(candidates: readonly Candidate[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { entry, score } of candidates) {
    scores.set(entry.note.path, (scores.get(entry.note.path) ?? 0) + (score / best) ** 3);
  }
  return scores;
}

function pairsHeld({ pairs, matcher }: Sought, matches: readonly SentenceMatch[]): number {
  let found = 0;
  let total = 0;
  for (const { first, second, distance } of pairs) {
    const weight = (matcher.terms[first]?.importance ?? 0) + (matcher.terms[second]?.importance ?? 0);
    total += weight;
    if (matches.some((match) => near(match, first, second, distance + 1))) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function near({ positions, indexes }: SentenceMatch, first: number, second: number, distance: number): boolean {
  for (let i = 0; i < positions.length; i++) {
    if (indexes[i] !== first) continue;
    for (let j = i + 1; j < positions.length; j++) {
      if ((positions[j] as number) - (positions[i] as number) > distance) break;
      if (indexes[j] === second) return true;
    }
  }
  return false;
}

const analyses = new WeakMap<IndexedPassage, AnalysedSentence>();

function analyseSurroundings(entry: IndexedPassage): AnalysedSentence {
  let analysed = analyses.get(entry);
  if (analysed === undefined) {
    analysed = analyseText(surroundings(entry));
    analyses.set(entry, analysed);
  }
  return analysed;
}
