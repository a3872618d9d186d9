import type { Note, Passage, Section } from '../notes/note.js';
import type { AnalysedSentence } from './analysis.js';
import type { Spread } from './spread.js';

/**
 * What ranking, confidence and suggestions need from an index of passages, and no more. Asynchronous, so that an index may
 * live outside the process. One contract suite runs against every implementation.
 */
export interface PassageIndex {
  /** Passages that hold any of the terms, best first; at most `limit`. `accepts` leaves notes or sections out. */
  candidates(terms: readonly SearchTerm[], limit: number, accepts?: (place: Place) => boolean): Promise<Candidate[]>;
  /** How the corpus uses terms; the answers are in the order of the terms. */
  statistics(terms: readonly string[]): Promise<Statistics>;
  /** Titles and headings that begin with the words of a text, or hold a word that begins with its last one; at most `limit`. */
  complete(prefix: string, limit: number): Promise<readonly string[]>;
}

/** An indexed form to search for. */
export interface SearchTerm {
  readonly term: string;
  /** Factor on its score, above 0. */
  readonly boost: number;
}

/** Where a passage stands. */
export interface Place {
  readonly note: Note;
  readonly section: Section;
}

/** A passage with everything that ranking needs to know of its surroundings. */
export interface IndexedPassage extends Place {
  readonly passage: Passage;
}

/** A passage that may hold the answer. */
export interface Candidate {
  readonly entry: IndexedPassage;
  /** The index's own score, above 0; comparable only within one query. */
  readonly score: number;
  /** Its words, where the index keeps them; else they are read again when they are looked at. */
  readonly words?: PassageWords;
  /** How the terms that were searched for are spread around it, in their order; those of the query once it is retrieved. */
  readonly spread: Spread;
}

/** A passage's words as ranking compares them. */
export interface PassageWords {
  /** Of its sentences, in order. */
  readonly sentences: readonly AnalysedSentence[];
  /** Of what stands around it; see `surroundings` in place.ts. */
  readonly surroundings: AnalysedSentence;
}

/** Counts over the whole corpus. */
export interface Statistics {
  /** Number of passages. */
  readonly passages: number;
  /** For each term asked about: the number of passages that hold it. */
  readonly frequencies: readonly number[];
}
