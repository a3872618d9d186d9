import { isStopWord } from '../text/stop-words.js';
import { synonymsOf } from '../text/synonyms.js';
import type { Corpus } from './corpus.js';
import { frameWeight } from './frame.js';
import type { QueryTerm } from './query.js';
import type { Word } from './words.js';

/** At most so many terms are looked up: more words than that only cost time. */
export const MAX_TERMS = 64;

/** The terms to look for with their weights; `used` are positions that only say scope. */
export function queryTerms(words: readonly Word[], used: ReadonlySet<number>, corpus: Corpus): readonly QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  words.forEach((word, i) => {
    if (used.has(i) || terms.has(word.term)) return;
    if (isStopWord(word.word) && !isWrittenAsName(word, i)) return;
    const weight = weightOf(word, corpus);
    if (weight === 0) return;
    terms.set(word.term, {
      text: word.text,
      term: word.term,
      variants: synonymsOf(word.term).filter(({ term }) => corpus.frequency(term) > 0),
      weight,
      name: isName(word, i, corpus),
    });
  });
  return heaviest([...terms.values()], MAX_TERMS);
}

/** Inverse passage frequency, from 0 (everywhere) to 1 (unknown): the usual idf, divided by its largest value. */
export function rarity(frequency: number, passages: number): number {
  if (passages === 0) return 1;
  return Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) / Math.log(1 + (passages + 0.5) / 0.5);
}

function weightOf(word: Word, corpus: Corpus): number {
  const frame = frameWeight(word.term);
  if (frame !== undefined) return frame;
  if (corpus.eventNames.has(word.word)) return 0.15;
  return Math.max(0.1, Math.min(1, 0.25 + 0.75 * rarity(corpus.frequency(word.term), corpus.passages)));
}

function isName(word: Word, i: number, corpus: Corpus): boolean {
  return isWrittenAsName(word, i) || /\d/.test(word.text) || corpus.nameness(word.term) > 0.7;
}

/** A capital inside the question, or more than one anywhere. A stop word needs all capitals ("IT", "US"). */
function isWrittenAsName(word: Word, i: number): boolean {
  if (isStopWord(word.word))
    return word.text.length > 1 && word.text === word.text.toUpperCase() && word.text !== word.text.toLowerCase();
  return (i > 0 && /^\p{Lu}/u.test(word.text)) || /\p{L}\p{Lu}/u.test(word.text);
}

function heaviest(terms: readonly QueryTerm[], limit: number): readonly QueryTerm[] {
  if (terms.length <= limit) return terms;
  const kept = new Set([...terms].sort((a, b) => b.weight - a.weight).slice(0, limit));
  return terms.filter((term) => kept.has(term));
}
