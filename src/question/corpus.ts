import type { Note } from '../notes/note.js';
import { createSpelling, type SimilarWord, type Spelling } from '../text/spelling.js';
import { type City, citiesOf, type Edition, editionsOf, eventNamesOf } from './editions.js';
import { byTerm, type Expansion, expansionsOf } from './expansions.js';
import { ENGLISH, type Lexicon } from './lexicon.js';
import { createNeighbours, type Neighbours } from './neighbours.js';
import { createVocabulary } from './vocabulary.js';
import { countWords, type WordCounts } from './word-counts.js';

/** What understanding a question needs to know of the notes. Every member answers in about a millisecond at most. */
export interface Corpus extends Neighbours {
  /** Number of passages. */
  readonly passages: number;
  /** Number of passages that hold a term; 0 when no note knows it. */
  frequency(term: string): number;
  /** Share, from 0 to 1, of a term's places inside sentences where it is written with a capital. */
  nameness(term: string): number;
  /** Words of the notes that resemble a normalised word, best first. */
  similar(word: string): readonly SimilarWord[];
  /** Abbreviations and aliases whose short or long form holds a term. */
  expansions(term: string): readonly Expansion[];
  /** The general sessions that the notes are about. */
  readonly editions: readonly Edition[];
  /** Their years. */
  readonly years: ReadonlySet<number>;
  /** Their cities, by first word. */
  readonly cities: ReadonlyMap<string, readonly City[]>;
  /** Words of the events' names, normalised, without year and region: "dockercon". */
  readonly eventNames: ReadonlySet<string>;
  /** What is known of English beside the notes. */
  readonly lexicon: Lexicon;
}

/** What takes long to find out about notes, as plain data. */
export interface CorpusFacts {
  readonly words: WordCounts;
  readonly expansions: readonly Expansion[];
}

/** Reads all notes, in time linear in their length. */
export function corpusFacts(notes: readonly Note[]): CorpusFacts {
  return { words: countWords(notes), expansions: expansionsOf(notes) };
}

/** @param facts those of these very notes, where they are known already. */
export function createCorpus(
  notes: readonly Note[],
  facts: CorpusFacts = corpusFacts(notes),
  lexicon: Lexicon = ENGLISH,
): Corpus {
  const vocabulary = createVocabulary(notes, facts.words);
  // Most questions hold no doubtful word, and a start need not wait for what they do not use.
  let spelling: Spelling | undefined;
  const expansions = byTerm(facts.expansions);
  const editions = editionsOf(notes);
  return {
    ...createNeighbours(vocabulary),
    lexicon,
    passages: vocabulary.passages,
    frequency: vocabulary.frequency,
    nameness: vocabulary.nameness,
    similar: remember((word) => {
      spelling ??= createSpelling(vocabulary.words());
      return spelling.similar(word);
    }),
    expansions: (term) => expansions.get(term) ?? [],
    editions,
    years: new Set(editions.flatMap(({ year }) => year ?? [])),
    cities: citiesOf(editions),
    eventNames: eventNamesOf(notes),
  };
}

/** A word that is asked about once is asked about again: in the next question of the conversation. */
function remember<Result>(compute: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const found = known.get(word) ?? compute(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, found);
    return found;
  };
}

const REMEMBERED = 512;
