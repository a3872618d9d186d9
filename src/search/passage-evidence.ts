import type { Note } from '../notes/note.js';
import type { Evidence } from './evidence.js';
import type { MatchedPassage } from './matched-passage.js';
import { inverseFrequency, type Matcher, type WeighedTerm } from './matching.js';
import type { Candidate } from './passage-index.js';
import { share } from './shares.js';
import type { Sought } from './sought.js';
import type { Spread } from './spread.js';
import { type QuestionWords, type SharedWords, sharedWords, sumOf } from './word-runs.js';

/** A matched passage that was looked at closely. */
export interface WeighedPassage extends MatchedPassage {
  /** For each sentence: what of the question's wording it repeats. */
  readonly shared: readonly SharedWords[];
  /** For each sentence and query term: how much its words resemble the term; see `Kin`. */
  readonly likeness: readonly Float64Array[];
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

/** What the candidates tell of the notes that they stand in. */
export interface NoteScores {
  readonly scores: ReadonlyMap<Note, number>;
  /** The best of them, above 0. */
  readonly best: number;
}

/** Strong passages count far more than many weak ones: the cube of each passage's share of the best score. */
export function scoresOfNotes(candidates: readonly Candidate[], best: number): NoteScores {
  const scores = new Map<Note, number>();
  for (const { entry, score } of candidates) {
    const share = score / best;
    scores.set(entry.note, (scores.get(entry.note) ?? 0) + share * share * share);
  }
  return { scores, best: Math.max(...scores.values(), 1e-9) };
}

/** Collects the evidence that lies in whole passages and notes. */
export function weighPassage(matched: MatchedPassage, sought: Sought, notes: NoteScores): WeighedPassage {
  const { matcher } = sought;
  const { candidate, sentences, matches, headings, held, coverage } = matched;
  const noteScore = notes.scores.get(candidate.entry.note) ?? 0;
  const shared = sentences.map((sentence) => sharedWords(sought.asked, sentence));
  const likeness = sentences.map(sought.kin.likeness);
  const sharesInNote = importanceInNote(matcher, candidate.spread);
  const place = placeCoverage(sought, held, headings, sharesInNote);
  const around = aroundPassage(sought, candidate.spread, held, headings);
  let content = 0;
  for (const sentence of sentences) content += sentence.content;
  // Written out, here and for sentences: spreading many small objects into one takes most of the time of ranking.
  const evidence: PassageEvidence = {
    passageScore: candidate.score / matcher.total,
    passageRank: matched.rank,
    noteShare: noteScore / notes.best,
    noteScore: noteScore / 5,
    placeCoverage: place.placeCoverage,
    placeCoverageRare: place.placeCoverageRare,
    placeNames: place.placeNames,
    placeFigures: place.placeFigures,
    placeFocus: place.placeFocus,
    passageRareTerms: place.passageRareTerms,
    headingCoverage: share(matcher.shares, headings),
    passageCoverage: share(matcher.shares, held),
    passagePairs: matched.pairs,
    passageBestSentence: Math.max(...coverage, 0),
    passageKin: sought.kin.coverage(bestOf(likeness, held.length), held),
    passageLength: Math.log(1 + content),
    placeRarity: place.placeRarity,
    placeTerms: place.placeTerms,
    placeInNote: place.placeInNote,
    passageInNote: share(sharesInNote, held),
    passageBefore: around.passageBefore,
    passageAfter: around.passageAfter,
    missedBefore: around.missedBefore,
    missedAfter: around.missedAfter,
    missedNamesBefore: around.missedNamesBefore,
    heaviestMissed: around.heaviestMissed,
    passageWordPairs: wordPairs(sought.asked, shared),
  };
  // Written out as well: one passage is made of the other 16 times for each question.
  return {
    candidate,
    sentences,
    matches,
    headings,
    held,
    pairs: matched.pairs,
    rank: matched.rank,
    promise: matched.promise,
    coverage,
    shared,
    likeness,
    sharesInNote,
    evidence,
  };
}

/** For each query term: the best that any sentence brings. */
function bestOf(sentences: readonly Float64Array[], terms: number): Float64Array {
  // Sentences that resemble nothing, as most do, share one list.
  const [first] = sentences;
  if (first !== undefined && sentences.every((sentence) => sentence === first)) return first;
  const best = new Float64Array(terms);
  for (const sentence of sentences) {
    for (let i = 0; i < terms; i++) if ((sentence[i] as number) > (best[i] as number)) best[i] = sentence[i] as number;
  }
  return best;
}

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
  | 'placeInNote'
>;

/** Coverage by passage and headings together, whole and by kind of term, in one pass over the terms. */
function placeCoverage(
  { matcher, focus, rarity, figures: isFigure }: Sought,
  held: Float64Array,
  headings: Float64Array,
  sharesInNote: Float64Array,
): PlaceCoverage {
  let all = 0;
  let rare = 0;
  let rareTotal = 0;
  let names = 0;
  let figures = 0;
  let focused = 0;
  let rareTerms = 0;
  let rarities = 0;
  let count = 0;
  let inNote = 0;
  for (let i = 0; i < held.length; i++) {
    const { name, frequency } = matcher.terms[i] as WeighedTerm;
    const own = matcher.shares[i] as number;
    const place = Math.max(held[i] as number, headings[i] as number);
    inNote += (sharesInNote[i] as number) * place;
    rarities += (rarity[i] as number) * place;
    count += place;
    all += own * place;
    rare += own * own * place;
    rareTotal += own * own;
    if (name) names += own * place;
    if (isFigure[i] === 1) figures += own * place;
    if (i === focus) focused += own * place;
    if (frequency > 0 && frequency <= RARE) rareTerms += own * (held[i] as number);
  }
  return {
    placeCoverage: all,
    placeCoverageRare: rareTotal === 0 ? 0 : rare / rareTotal,
    placeNames: names,
    placeFigures: figures,
    placeFocus: focused,
    passageRareTerms: rareTerms,
    placeRarity: rarities,
    placeTerms: count / Math.max(1, matcher.terms.length),
    placeInNote: inNote,
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
  let before = 0;
  let after = 0;
  let missedBefore = 0;
  let missedAfter = 0;
  let namesBefore = 0;
  let heaviest = 0;
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
  for (const { pairs } of shared) for (let i = 0; i < pairs.length; i++) if (pairs[i] === 1) found[i] = 1;
  return sumOf(found) / (length - 1);
}

/** A term in so few passages points at them. */
const RARE = 5;
