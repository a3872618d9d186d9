import type { QueryTerm } from '../question/query.js';
import { markIn, type Word } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { hasMark, type MarkSet, marksOf } from './marks.js';

/** A query's terms, weighed by how rare they are in the corpus, ready to be looked for in sentences. */
export interface Matcher {
  readonly terms: readonly WeighedTerm[];
  /** Importance of each term, as a share of the question's. */
  readonly shares: Float64Array;
  /** Sum of the terms' importance; above 0. */
  readonly total: number;
  /** Importance of a term that one passage alone holds. */
  readonly rarest: number;
  /** Which query terms a text's term stands for, and how well. */
  readonly lookup: ReadonlyMap<string, readonly Match[]>;
  /** The full names that query terms abbreviate, by the first term of each. */
  readonly names: ReadonlyMap<string, readonly FullName[]>;
  /** The marks of the terms that `lookup` and `names` hold. Nearly all words of a text are told by them to be none of the query's. */
  readonly marks: MarkSet;
  /** Where a sentence without any of them holds them. */
  readonly none: SentenceMatch;
}

/** A query term and what it counts. */
export interface WeighedTerm extends Pick<QueryTerm, 'text' | 'term' | 'weight' | 'name'> {
  /** See {@link QueryTerm.carried} and {@link QueryTerm.aside}. */
  readonly carried: boolean;
  readonly aside: boolean;
  /** Passages that hold the term or, where none does, its best known variant. */
  readonly frequency: number;
  /** Inverse passage frequency times the term's own weight; at least 0. */
  readonly importance: number;
}

/** A query term that a term of the text stands for. */
export interface Match {
  /** Index into {@link Matcher.terms}. */
  readonly index: number;
  /** 1 for the word itself, less for a synonym. */
  readonly weight: number;
}

/** A full name that a query term abbreviates. */
interface FullName {
  /** Index into {@link Matcher.terms}. */
  readonly index: number;
  /** Its terms, in order. */
  readonly terms: readonly string[];
}

/** Where a sentence holds the query's terms. */
export interface SentenceMatch {
  /** For each query term: how well the sentence holds it, from 0 to 1. */
  readonly hits: Float64Array;
  /** The matching words in order: their position in the sentence, and the query term each stands for best. */
  readonly positions: readonly number[];
  readonly indexes: readonly number[];
}

/**
 * Inverse document frequency in the form of Robertson and Spärck Jones, kept above 0 as Lucene does:
 * ln(1 + (N - n + 0.5) / (n + 0.5)).
 */
export function inverseFrequency(passages: number, frequency: number): number {
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}

/** Prepares a query's terms; `frequencyOf` answers for the terms themselves and their variants. */
export function createMatcher(
  terms: readonly QueryTerm[],
  passages: number,
  frequencyOf: (term: string) => number,
): Matcher {
  const lookup = new Map<string, Match[]>();
  const add = (term: string, index: number, weight: number) => {
    const matches = lookup.get(term);
    if (matches === undefined) lookup.set(term, [{ index, weight }]);
    else if (!matches.some((match) => match.index === index)) matches.push({ index, weight });
  };
  terms.forEach((term, index) => {
    add(term.term, index, 1);
  });
  terms.forEach((term, index) => {
    for (const variant of term.variants) add(variant.term, index, variant.weight);
  });
  const weighed = terms.map((term): WeighedTerm => {
    const { text, weight, name, carried = false, aside = false } = term;
    const frequency = frequencyOf(term.term);
    const importance = weight * inverseFrequency(passages, frequency);
    return { text, term: term.term, weight, name, carried, aside, frequency, importance };
  });
  const total = weighed.reduce((sum, { importance }) => sum + importance, 0) || 1;
  const shares = new Float64Array(weighed.map(({ importance }) => importance / total));
  const names = new Map<string, FullName[]>();
  terms.forEach((term, index) => {
    for (const name of term.names ?? []) {
      const [first = ''] = name;
      names.set(first, [...(names.get(first) ?? []), { index, terms: name }]);
    }
  });
  const none = { hits: new Float64Array(terms.length), positions: [], indexes: [] };
  return {
    terms: weighed,
    shares,
    total,
    rarest: inverseFrequency(passages, 1),
    lookup,
    names,
    marks: marksOf([...lookup.keys(), ...names.keys()]),
    none,
  };
}

/** Looks for the query's terms in a sentence. */
export function matchSentence(sentence: AnalysedSentence, matcher: Matcher): SentenceMatch {
  const { words, signatures } = sentence;
  let hits: Float64Array | undefined;
  let found = 0;
  for (let position = 0; position < signatures.length; position++) {
    if (!hasMark(matcher.marks, markIn(signatures[position] as number))) continue;
    const { term } = words[position] as Word;
    const matches = matcher.lookup.get(term);
    const name = fullNameAt(position, term, words, matcher);
    if (matches === undefined && name === undefined) continue;
    hits ??= new Float64Array(matcher.terms.length);
    let best: Match = name === undefined ? ((matches as readonly Match[])[0] as Match) : { ...name, weight: FULL_NAME };
    if (name !== undefined) hits[name.index] = Math.max(hits[name.index] as number, FULL_NAME);
    const trust = ((sentence.traits[position] as number) & TRAIT.address) === 0 ? 1 : ADDRESS_COUNTS;
    for (const one of matches ?? []) {
      const weight = one.weight * trust;
      if (weight > (hits[one.index] as number)) hits[one.index] = weight;
      if (one.weight > best.weight) best = one;
    }
    POSITIONS[found] = position;
    INDEXES[found++] = best.index;
  }
  return hits === undefined
    ? matcher.none
    : { hits, positions: POSITIONS.slice(0, found), indexes: INDEXES.slice(0, found) };
}

/** The name, of those that query terms abbreviate, that stands where its first term does. */
function fullNameAt(position: number, term: string, words: readonly Word[], { names }: Matcher): FullName | undefined {
  return names.get(term)?.find(({ terms }) => terms.every((own, k) => words[position + k]?.term === own));
}

// What was found in the sentence that is looked at; cut to its length in the end, for a list that grows takes room for 17.
const POSITIONS: number[] = [];
const INDEXES: number[] = [];

/** How well a full name stands for what abbreviates it. */
const FULL_NAME = 0.95;
/** A word in a web address says less of what a sentence is about than one in its text. */
const ADDRESS_COUNTS = 0.5;
