import type { Note, Passage } from '../notes/note.js';
import { normalize } from '../text/tokens.js';
import { pairFilterOf } from './pair-filter.js';
import { COLUMN, COLUMNS, countWords, SAMPLE, type WordCounts } from './word-counts.js';

/** How the notes use words: what is asked of it takes no longer with more notes. */
export interface Vocabulary {
  /** Number of passages counted. */
  readonly passages: number;
  /** Every distinct word of the notes, normalised but not stemmed, without possessive. */
  words(): readonly string[];
  /** Number of passages that hold a term; 1 when only titles and headings hold it. */
  frequency(term: string): number;
  /**
   * How often a term is written with a capital inside a sentence, as a share from 0 to 1 of all places where the capital
   * tells something; 0 for a term that only begins sentences.
   */
  nameness(term: string): number;
  /** Whether a term stands right behind another in some sentence. About one in a hundred times it says so wrongly. */
  follows(first: string, second: string): boolean;
  /** A few passages that hold a term, in reading order; at most `SAMPLE` of word-counts.ts. */
  sample(term: string): readonly Passage[];
}

/**
 * Looks up how the notes use words.
 *
 * @param counts those of these very notes, where they are known already.
 */
export function createVocabulary(notes: readonly Note[], counts: WordCounts = countWords(notes)): Vocabulary {
  const { written, terms, rows, samples } = counts;
  const passages = notes.flatMap((note) => note.passages);
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const pairs = pairFilterOf(counts.pairs);
  const count = (term: string, column: number): number => {
    const number = numbers.get(term);
    return number === undefined ? 0 : (rows[number * COLUMNS + column] as number);
  };
  const shares = capitalShares(rows);
  return {
    passages: passages.length,
    words: () => [...new Set(written.map((word) => normalize(word).replace(/'s?$/, '')))],
    frequency: (term) => count(term, COLUMN.frequency),
    nameness(term) {
      const number = numbers.get(term);
      return number === undefined ? 0 : (shares[number] as number);
    },
    follows(first, second) {
      const [a, b] = [numbers.get(first), numbers.get(second)];
      return a !== undefined && b !== undefined && pairs.has(a, b);
    },
    sample(term) {
      const number = numbers.get(term);
      // A term of headings alone has a frequency, but no passage.
      if (number === undefined || count(term, COLUMN.lastPassage) === -1) return [];
      const first = number * SAMPLE;
      const held = samples.subarray(first, first + Math.min(count(term, COLUMN.frequency), SAMPLE));
      return [...held].flatMap((ordinal) => passages[ordinal] ?? []);
    },
  };
}

/** For each row of counts: see {@link Vocabulary.nameness}. */
function capitalShares(rows: WordCounts['rows']): Float64Array {
  const shares = new Float64Array(rows.length / COLUMNS);
  for (let number = 0; number < shares.length; number++) {
    const capital = rows[number * COLUMNS + COLUMN.capital] as number;
    const seen = capital + (rows[number * COLUMNS + COLUMN.lower] as number);
    if (seen > 0) shares[number] = capital / seen;
  }
  return shares;
}
