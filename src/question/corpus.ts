import type { Note } from '../notes/note.js';
import { termTokens } from '../text/terms.js';
import { type Edition, editionsOf, eventNamesOf } from './editions.js';
import { createVocabulary } from './vocabulary.js';

/** What understanding a question needs to know of the notes. Every member answers in well under a millisecond. */
export interface Corpus {
  /** Number of passages. */
  readonly passages: number;
  /** Number of passages that hold a term; 0 when no note knows it. */
  frequency(term: string): number;
  /** Share, from 0 to 1, of a term's places inside sentences where it is written with a capital. */
  nameness(term: string): number;
  /** Whether the notes write the second term right behind the first, as far as a few passages of the rarer one show. */
  adjacent(first: string, second: string): boolean;
  readonly editions: readonly Edition[];
  /** Words of the events' names, normalised, without year and region: "dockercon". */
  readonly eventNames: ReadonlySet<string>;
}

/** Reads all notes once. */
export function createCorpus(notes: readonly Note[]): Corpus {
  const vocabulary = createVocabulary(notes);
  return {
    passages: vocabulary.passages,
    frequency: vocabulary.frequency,
    nameness: vocabulary.nameness,
    adjacent: (first, second) => {
      const rarer = vocabulary.frequency(first) < vocabulary.frequency(second) ? first : second;
      return vocabulary.sample(rarer).some((passage) =>
        passage.sentences.some((sentence) => {
          const terms = termTokens(sentence.text);
          return terms.some(({ term }, i) => term === first && terms[i + 1]?.term === second);
        }),
      );
    },
    editions: editionsOf(notes),
    eventNames: eventNamesOf(notes),
  };
}
