import { termOf } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { marksOf } from './matching.js';

/** The words of a question, stop words included, and where each stands. */
export interface QuestionWords {
  /** Number of words. */
  readonly length: number;
  /** The places of each term, ascending. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** For each mark of a term: 1 where `at` may hold it. */
  readonly marks: Uint8Array;
}

/** What of a question's wording a sentence repeats. */
export interface SharedWords {
  /** Number of words in the longest run that both have, stop words included. */
  readonly longest: number;
  /** For each word of the question: 1 where the sentence has it right behind the word before it. */
  readonly pairs: Uint8Array;
  /** Number of the question's runs of three words that the sentence has. */
  readonly triples: number;
  /** Number of the question's stop words that the sentence has, without "do": an answer says "dropped" to "did it drop". */
  readonly stops: number;
}

/** Reads the first {@link MAX_RUN_WORDS} words of a question. */
export function questionWords(terms: readonly string[]): QuestionWords {
  const at = new Map<string, number[]>();
  const read = terms.slice(0, MAX_RUN_WORDS);
  read.forEach((word, i) => {
    const others = at.get(word);
    if (others === undefined) at.set(word, [i]);
    else others.push(i);
  });
  return { length: read.length, at, marks: marksOf(at.keys()) };
}

/** Words of a question that are compared with runs of words in sentences. */
const MAX_RUN_WORDS = 40;

/** Finds common runs of terms by dynamic programming over the two sequences. */
export function sharedWords({ length, at: placesOf, marks }: QuestionWords, sentence: AnalysedSentence): SharedWords {
  let longest = 0;
  let stops = 0;
  /** For each word of the question: the last word of the sentence that is the same, and the run that ends with both. */
  const ends = new Int32Array(length).fill(-2);
  const runs = new Uint16Array(length);
  const pairs = new Uint8Array(length);
  const triples = new Uint8Array(length);
  for (let y = 0; y < sentence.terms.length; y++) {
    if (marks[sentence.marks[y] as number] === 0) continue;
    const at = placesOf.get(sentence.terms[y] as string);
    if (at === undefined) continue;
    const stop = ((sentence.traits[y] as number) & TRAIT.stop) !== 0;
    // From the end, so that the run before is still that of the sentence's previous word.
    for (let k = at.length - 1; k >= 0; k--) {
      const x = at[k] as number;
      if (stop && ends[x] === -2 && !DO.has(sentence.terms[y] as string)) stops++;
      const run = ends[x - 1] === y - 1 ? (runs[x - 1] as number) + 1 : 1;
      ends[x] = y;
      runs[x] = run;
      if (run >= 2) pairs[x] = 1;
      if (run >= 3) triples[x] = 1;
      if (run > longest) longest = run;
    }
  }
  return { longest, pairs, triples: sumOf(triples), stops };
}

/** Terms of the verb that questions are formed with. */
const DO: ReadonlySet<string> = new Set(['do', 'does', 'did'].map(termOf));

/** Sum of a list of flags: how many are set. */
export function sumOf(flags: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < flags.length; i++) sum += flags[i] as number;
  return sum;
}
