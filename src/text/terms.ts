import stem from 'wink-porter2-stemmer';
import { IRREGULAR } from './irregular.js';
import { isUnspaced, normalize, type Token, tokenize } from './tokens.js';

/** A word of a text with the term under which it is indexed. */
export interface TermToken extends Token {
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
  const known = cache.get(word);
  if (known !== undefined) return known;
  const term = computeTerm(word);
  if (cache.size >= CACHE_SIZE) cache.clear();
  if (word.length <= MAX_TERM) cache.set(word, term);
  return term;
}

/**
 * All words of a text with their terms. A word in a script without spaces between words becomes one term for each pair of
 * neighbouring characters, so that any stretch of it can be found.
 */
export function termTokens(text: string): TermToken[] {
  const terms: TermToken[] = [];
  for (const token of tokenize(text)) {
    if (isUnspaced(token.text)) terms.push(...bigrams(token));
    else terms.push({ ...token, term: termOf(token.text) });
  }
  return terms;
}

/** Longest term, in UTF-16 code units. */
const MAX_TERM = 64;
const CACHE_SIZE = 200_000;
/** Words seen before. It only saves time: a term depends on nothing but its word. */
const cache = new Map<string, string>();

function computeTerm(word: string): string {
  const plain = normalize(word.slice(0, MAX_TERM)).replace(/'s?$/, '').replace(/'/g, '');
  if (plain === '') return word;
  const base = IRREGULAR.get(plain) ?? plain;
  return /^[a-z]+$/.test(base) ? stem(base) : base;
}

function bigrams(token: Token): TermToken[] {
  const characters = [...token.text];
  if (characters.length === 1) return [{ ...token, term: normalize(token.text) }];
  const pairs: TermToken[] = [];
  let from = token.from;
  for (let i = 0; i + 1 < characters.length; i++) {
    const text = `${characters[i]}${characters[i + 1]}`;
    pairs.push({ text, from, to: from + text.length, term: normalize(text) });
    from += characters[i]?.length ?? 1;
  }
  return pairs;
}
