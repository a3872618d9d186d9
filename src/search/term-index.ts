import type { Note } from '../notes/note.js';
import { forEachWord } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import { entriesOf, surroundings } from './place.js';
import { createPostingsBuilder, type Postings } from './postings.js';

/** Where each term of the notes stands: what the index in memory looks up, as plain data. */
export interface TermIndex {
  /** The terms by their numbers in the postings. */
  readonly terms: readonly string[];
  /** Of the passages' own words; the ordinals are those of `entriesOf`. */
  readonly texts: Postings;
  /** Of what stands around the passages. */
  readonly headings: Postings;
}

/** Reads all passages, in time linear in their length. */
export function indexTerms(notes: readonly Note[]): TermIndex {
  const numbers = new Map<string, number>();
  const numberOf = (term: string): number => {
    let number = numbers.get(term);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(term, number);
    }
    return number;
  };
  const texts = createPostingsBuilder();
  const headings = createPostingsBuilder();
  let around: string | undefined;
  let heading: readonly number[] = [];
  for (const entry of entriesOf(notes)) {
    texts.add(entry.passage.sentences.flatMap(({ text }) => contentTerms(text, numberOf)));
    const surrounding = surroundings(entry);
    if (surrounding !== around) heading = contentTerms(surrounding, numberOf);
    around = surrounding;
    headings.add(heading);
  }
  return { terms: [...numbers.keys()], texts: texts.build(numbers.size), headings: headings.build(numbers.size) };
}

function contentTerms(text: string, numberOf: (term: string) => number): number[] {
  const terms: number[] = [];
  forEachWord(text, ({ term, traits }) => {
    if ((traits & TRAIT.stop) === 0) terms.push(numberOf(term));
  });
  return terms;
}
