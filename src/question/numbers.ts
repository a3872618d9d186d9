import { termOf } from '../text/terms.js';
import type { Corpus } from './corpus.js';
import { addVariant, type Variants } from './variants.js';
import type { Word } from './words.js';

/** Adds the other ways to put a number: a place in an order, a decade, which of several. */
export function addNumbers(variants: Variants, words: readonly Word[], i: number, corpus: Corpus): void {
  const word = words[i]?.word ?? '';
  addPlace(variants, word);
  addDecade(variants, word, corpus);
  if (isRank(words, i)) addRank(variants, word);
}

/** "Goal number two": a word that says which of several, where it counts nothing. */
export function isRank(words: readonly Word[], i: number): boolean {
  return words[i - 1]?.word === 'number' && rankOf(words[i]?.word ?? '') > 0;
}

/** A "150th birthday" is one after 150 years. */
function addPlace(variants: Variants, word: string): void {
  const number = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (number !== undefined) addVariant(variants, number, ORDERED);
}

/** The years that the notes name of "the eighties", "the 80s", "the 1980s". */
function addDecade(variants: Variants, word: string, { frequency }: Corpus): void {
  const spoken = DECADES.indexOf(word);
  const [, century, tens] = /^(1[89]|20)?(\d)0'?s$/.exec(word) ?? [];
  const ten = spoken === -1 ? tens : String(spoken + 2);
  if (ten === undefined) return;
  for (const start of century === undefined ? ['19', '20'] : [century]) {
    for (let year = 0; year < 10; year++) {
      const term = `${start}${ten}${year}`;
      if (frequency(term) > 0) addVariant(variants, term, IN_DECADE);
    }
  }
}

/** "Goal number two" is goal #2 and the second goal. */
function addRank(variants: Variants, word: string): void {
  const rank = rankOf(word);
  for (const name of [String(rank), ...(RANKS[rank - 1] ?? [])]) addVariant(variants, termOf(name), RANKED);
}

/** From 1; 0 for a word that is no such number. */
function rankOf(word: string): number {
  return /^\d{1,2}$/.test(word) ? Number(word) : RANKS.findIndex(([cardinal]) => cardinal === word) + 1;
}

const RANKS: readonly (readonly [cardinal: string, ordinal: string])[] = [
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
  ['six', 'sixth'],
  ['seven', 'seventh'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['ten', 'tenth'],
];
const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const ORDERED = 0.8;
const IN_DECADE = 0.7;
const RANKED = 0.9;
