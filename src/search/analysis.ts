import type { Passage, Sentence } from '../notes/note.js';
import { forEachWord } from '../text/terms.js';
import { figureTraits, TRAIT } from '../text/traits.js';

export { TRAIT };

/** A sentence's words as ranking compares them. */
export interface AnalysedSentence {
  /** Term of each word, in order. */
  readonly terms: readonly string[];
  /** {@link TRAIT} bits of each word. */
  readonly traits: Uint16Array;
  /** Number of words that are no stop words. */
  readonly content: number;
}

/** Analyses a passage's sentences; remembers the outcome for as long as the passage lives. */
export function analyse(passage: Passage): readonly AnalysedSentence[] {
  let analysed = analyses.get(passage);
  if (analysed === undefined) {
    analysed = passage.sentences.map((sentence: Sentence) => analyseText(sentence.text));
    analyses.set(passage, analysed);
  }
  return analysed;
}

/** Analyses one sentence, heading or question. */
export function analyseText(text: string): AnalysedSentence {
  const terms: string[] = [];
  const traits: number[] = [];
  const addresses = addressesIn(text);
  let content = 0;
  forEachWord(text, (word, from, to) => {
    let bits = word.traits;
    if ((bits & TRAIT.figure) !== 0) bits |= figureTraits(word.plain, text, from, to);
    if (addresses.some((address) => address[0] <= from && to <= address[1])) bits |= TRAIT.address;
    else if ((bits & TRAIT.stop) === 0) content++;
    terms.push(word.term);
    traits.push(bits);
  });
  return { terms, traits: Uint16Array.from(traits), content };
}

function addressesIn(text: string): (readonly [number, number])[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length] as const);
}

const ADDRESS = /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s<>"')\]]+/gi;

const analyses = new WeakMap<Passage, readonly AnalysedSentence[]>();
