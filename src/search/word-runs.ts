import { markIn, termOf, type Word } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { hasMark, type MarkSet, marksOf } from './marks.js';

/** The words of a question, stop words included, and where each stands. */
export interface QuestionWords {
  /** Number of words. */
  readonly length: number;
  /** The places of each term, ascending. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** The marks of the terms that `at` holds. */
  readonly marks: MarkSet;
}

/** What of a question's wording a sentence repeats. */
export interface SharedWords {
  /** Number of words in the longest run that both have, stop words included. */
  readonly longest: number;
  /** For each word of the question: 1 where the sentence has it right behind the word before it; empty where there are none. */
  readonly pairs: Uint8Array;
  /** Number of the question's runs of three words that the sentence has. */
  readonly triples: number;
  /** Number of the question's stop words that the sentence has, without "do": an answer says "dropped" to "did it drop". */
  readonly stops: number;
}

/** Reads the first {@link MAX_RUN_WORDS} words of a question. */
export function questionWords(words: readonly Word[]): QuestionWords {
  const at = new Map<string, number[]>();
  const read = words.slice(0, MAX_RUN_WORDS);
  read.forEach(({ term }, i) => {
    const others = at.get(term);
    if (others === undefined) at.set(term, [i]);
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
  let pairs = NO_PAIRS;
  for (let x = 0; x < length; x++) {
    ENDS[x] = -2;
    TRIPLES[x] = 0;
  }
  const { words, signatures } = sentence;
  for (let y = 0; y < words.length; y++) {
    if (!hasMark(marks, markIn(signatures[y] as number))) continue;
    const { term } = words[y] as Word;
    const at = placesOf.get(term);
    if (at === undefined) continue;
    const stop = ((sentence.traits[y] as number) & TRAIT.stop) !== 0;
    // From the end, so that the run before is still that of the sentence's previous word.
    for (let k = at.length - 1; k >= 0; k--) {
      const x = at[k] as number;
      if (stop && ENDS[x] === -2 && !DO.has(term)) stops++;
      const run = x > 0 && ENDS[x - 1] === y - 1 ? (RUNS[x - 1] as number) + 1 : 1;
      ENDS[x] = y;
      RUNS[x] = run;
      if (run >= 2) {
        if (pairs === NO_PAIRS) pairs = new Uint8Array(length);
        pairs[x] = 1;
      }
      if (run >= 3) TRIPLES[x] = 1;
      if (run > longest) longest = run;
    }
  }
  return { longest, pairs, triples: longest < 3 ? 0 : sumOf(TRIPLES.subarray(0, length)), stops };
}

/** The pairs of most sentences. */
const NO_PAIRS = new Uint8Array(0);

// For each word of the question; used by one sentence after another, for most of them hold next to nothing of it.

/** The last word of the sentence that is the same, or -2. */
const ENDS = new Int32Array(MAX_RUN_WORDS);
/** The run that ends with both. */
const RUNS = new Uint16Array(MAX_RUN_WORDS);
/** 1 where a run of three or more ends. */
const TRIPLES = new Uint8Array(MAX_RUN_WORDS);

/** Terms of the verb that questions are formed with. */
const DO: ReadonlySet<string> = new Set(['do', 'does', 'did'].map(termOf));

/** Sum of a list of numbers; of flags: how many are set. */
export function sumOf(numbers: Uint8Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] as number;
  return sum;
}
