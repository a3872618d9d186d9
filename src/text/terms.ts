import { stem } from 'porter2';
import { termOfInitials } from './initials.js';
import { IRREGULAR } from './irregular.js';
import { forEachStretch, isUnspaced, normalize, scan, type Token } from './tokens.js';
import { wordTraits } from './traits.js';
import { createWordTable } from './word-table.js';

/** A word and what is known of it wherever it stands. */
export interface Word {
  /** The same for a word wherever it stands, and no other word's; -1 for one that is not known again, which are few. */
  readonly id: number;
  /** As written. */
  readonly text: string;
  /** Normalised. */
  readonly plain: string;
  /** The term under which it is indexed. */
  readonly term: string;
  /** The marks of its term and of the term's beginning; see {@link markIn} and {@link beginningIn}. */
  readonly signature: number;
  /** Mark of the word itself, normalised: two words of one term with different marks are different forms. */
  readonly form: number;
  /** Bits of TRAIT in traits.ts. */
  readonly traits: number;
}

/** A word of a text with the term under which it is indexed. */
export interface TermToken extends Token {
  /** Normalised. */
  readonly plain: string;
  readonly term: string;
}

/**
 * The term under which a word is indexed and looked up: normalised, possessive dropped, irregular forms brought to their base
 * ("spoke" is "speak"), stemmed (Porter2, https://snowballstem.org/algorithms/english/stemmer.html).
 *
 * Never empty for a word that {@link tokenize} found. Words over 64 characters are cut: no word that people type is longer,
 * and a term's cost grows with its length.
 */
export function termOf(word: string): string {
  const seen = terms.get(word);
  if (seen !== undefined) return seen;
  const term = computeTerm(word);
  if (terms.size >= MOST_WORDS) terms.clear();
  if (word.length <= MAX_TERM) terms.set(word, term);
  return term;
}

/** Letters that words of one root have in common at least; see kinship.ts. */
export const BEGINNING = 4;
/** Number of different marks of terms. */
export const MARKS = 4096;
/** Bits of a mark; two marks fit into a small integer of every engine. */
const MARK_BITS = 12;

/**
 * A number below {@link MARKS} for a term (FNV-1a, folded). Terms with different marks are different, which is seen at once, without
 * looking anything up.
 */
export function markOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (MARKS - 1);
}

/** A word's {@link markOf} its term. */
export function markIn(signature: number): number {
  return signature & (MARKS - 1);
}

/** A word's {@link beginningOf} its term. */
export function beginningIn(signature: number): number {
  return signature >>> MARK_BITS;
}

/** The mark of a term's first {@link BEGINNING} letters; 0 for a shorter term. */
export function beginningOf(term: string): number {
  return term.length < BEGINNING ? 0 : markOf(term.slice(0, BEGINNING));
}

/**
 * Calls back with each word of a text, in order, and where it stands. A word in a script without spaces between words comes as
 * its pairs of neighbouring characters, so that any stretch of it can be found.
 *
 * What was found out about a word is looked up when it is met again, as nearly all words of a text are.
 */
export function forEachWord(text: string, visit: (word: Word, from: number, to: number) => void): void {
  if (table.words.length > MOST_WORDS) {
    firstId += table.words.length;
    table = createWordTable();
    known = [];
  }
  const { words, numberOf } = table;
  const seen = known;
  scan(text, (from, to) => {
    let word: KnownWord | undefined;
    if (to - from > MAX_TERM) {
      word = wordOf(text.slice(from, to));
    } else {
      const number = numberOf(text, from, to);
      word = seen[number];
      if (word === undefined) {
        word = wordOf(words[number] as string, firstId + number);
        seen[number] = word;
      }
    }
    if (!word.unspaced) visit(word, from, to);
    else forEachPart(word.text, from, visit);
  });
}

/** All words of a text with their terms, as {@link forEachWord} gives them. */
export function termTokens(text: string): TermToken[] {
  const tokens: TermToken[] = [];
  forEachWord(text, (word, from, to) => {
    tokens.push({ text: word.text, from, to, plain: word.plain, term: word.term });
  });
  return tokens;
}

/** Longest term, in UTF-16 code units. */
const MAX_TERM = 64;
const POSSESSIVE = /'s?$/;
const LETTERS = /^[a-z]+$/;

function computeTerm(word: string): string {
  const initials = termOfInitials(word);
  if (initials !== undefined) return initials;
  if (word.length <= MAX_TERM && LETTERS.test(word)) return stem(IRREGULAR.get(word) ?? word);
  const plain = normalize(word.slice(0, MAX_TERM)).replace(POSSESSIVE, '').replaceAll("'", '');
  if (plain === '') return word;
  const base = IRREGULAR.get(plain) ?? plain;
  return LETTERS.test(base) ? stem(base) : base;
}

interface KnownWord extends Word {
  readonly unspaced: boolean;
}

/** Notes with 50,000 passages have about a third as many; a hostile text must not fill the memory. */
const MOST_WORDS = 300_000;
/** Terms of words seen before: stemming takes long. This and what follows only save time. */
const terms = new Map<string, string>();
/** Words as written, and what was found out about them. */
let table = createWordTable();
let known: KnownWord[] = [];
/** The id of the table's first word: those of an earlier table are not given again. */
let firstId = 0;

function wordOf(text: string, id = -1): KnownWord {
  const plain = normalize(text);
  return { ...knownOf(text, plain, (termOfInitials(text) ?? termOf(plain)) || text, id), unspaced: isUnspaced(text) };
}

function knownOf(text: string, plain: string, term: string, id = -1): Word {
  return {
    id,
    text,
    plain,
    term,
    signature: markOf(term) | (beginningOf(term) << MARK_BITS),
    form: markOf(plain),
    traits: wordTraits(plain, text),
  };
}

function forEachPart(text: string, start: number, visit: (word: Word, from: number, to: number) => void): void {
  forEachStretch(text, (from, to, unspaced) => {
    if (unspaced) forEachPair(text.slice(from, to), start + from, visit);
    else visit(wordOf(text.slice(from, to)), start + from, start + to);
  });
}

function forEachPair(text: string, start: number, visit: (word: Word, from: number, to: number) => void): void {
  const characters = [...text];
  const pairs =
    characters.length === 1 ? characters : characters.slice(1).map((second, i) => `${characters[i]}${second}`);
  let from = start;
  pairs.forEach((pair, i) => {
    const plain = normalize(pair);
    visit(knownOf(pair, plain, plain || pair), from, from + pair.length);
    from += characters[i]?.length ?? 1;
  });
}
