import type { Note } from '../notes/note.js';
import type { Word } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import { entriesOf } from './place.js';
import { createPostingsBuilder, type Postings } from './postings.js';
import { type SentenceStore, storeSentences } from './sentence-store.js';

/** Where each term of the notes stands: what the index in memory looks up, as plain data. */
export interface TermIndex {
  /** The terms by their numbers in the postings. */
  readonly terms: readonly string[];
  /** Of the passages' own words; the ordinals are those of `entriesOf`. */
  readonly texts: Postings;
  /** Of what stands around the passages. */
  readonly headings: Postings;
}

/**
 * Reads all passages, in time linear in their length.
 *
 * @param stored the words of these very notes' passages, where they are stored already.
 */
export function indexTerms(
  notes: readonly Note[],
  stored: SentenceStore = storeSentences(entriesOf(notes)),
): TermIndex {
  const numbers = new Map<string, number>();
  /** For each stored word: the number of its term, -1 for a stop word; undefined until it is met. */
  const known: number[] = [];
  const numberOf = (word: number): number => {
    let number = known[word];
    if (number === undefined) {
      number = numberOfTerm(stored.words[word] as Word, numbers);
      known[word] = number;
    }
    return number;
  };
  const texts = createPostingsBuilder();
  const headings = createPostingsBuilder();
  for (let passage = 0; passage < stored.size; passage++) {
    texts.add(contentTerms((visit) => stored.forEachWord(passage, visit), numberOf));
    headings.add(contentTerms((visit) => stored.forEachWordAround(passage, visit), numberOf));
  }
  return { terms: [...numbers.keys()], texts: texts.build(numbers.size), headings: headings.build(numbers.size) };
}

function numberOfTerm({ term, traits }: Word, numbers: Map<string, number>): number {
  if ((traits & TRAIT.stop) !== 0) return -1;
  const known = numbers.get(term);
  if (known !== undefined) return known;
  numbers.set(term, numbers.size);
  return numbers.size - 1;
}

function contentTerms(forEach: (visit: (word: number) => void) => void, numberOf: (word: number) => number): number[] {
  const terms: number[] = [];
  forEach((word) => {
    const term = numberOf(word);
    if (term >= 0) terms.push(term);
  });
  return terms;
}
