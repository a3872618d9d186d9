import { isStopWord } from '../text/stop-words.js';
import { normalize, tokenize } from '../text/tokens.js';

/**
 * Prepares questions for completion of what is being typed: first those that begin with the typed words, then those that hold, in
 * any order, a word that begins like each typed one; each in the order in which they are given. Case, diacritics and marks do not
 * matter.
 *
 * Words that say nothing of a subject ("is", "the") need not be held, so that a question in other words is found as well; but where
 * a question word is typed first, it asks for the same.
 */
export function createCompletion(texts: readonly string[]): (typed: string, limit: number) => string[] {
  const ordered = [...new Set(texts)].map((text) => ({ text, key: keyOf(text) }));
  const keys = ordered.map(({ key }, id) => ({ key, id })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const words = ordered
    .flatMap(({ key }, id) => [...new Set(key.split(' '))].map((word) => ({ key: word, id })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  return (typed, limit) => {
    const wanted = keyOf(typed.slice(0, MAX_TYPED));
    if (wanted === '' || limit < 1) return [];
    const found = new Set(firstOf(keys, wanted, limit, (id) => (ordered[id]?.key ?? '').startsWith(wanted)));
    const parts = wanted.split(' ');
    const telling = parts.filter((part) => !isStopWord(part));
    const [longest = ''] = (telling.length > 0 ? telling : parts).sort((a, b) => b.length - a.length);
    const [first = ''] = parts;
    const asks = QUESTION_WORDS.has(first) && parts.length > 1 ? `${first} ` : '';
    const holdsAll = (id: number) => {
      const key = ` ${ordered[id]?.key}`;
      if (!key.startsWith(` ${asks}`)) return false;
      return (telling.length > 0 ? telling : parts).every((part) => key.includes(` ${part}`));
    };
    if (found.size < limit) for (const id of firstOf(words, longest, limit + found.size, holdsAll)) found.add(id);
    return [...found].slice(0, limit).map((id) => ordered[id]?.text ?? '');
  };

  /** The first texts with a key that begins so and that pass, at most `limit`, in their order. */
  function firstOf(sorted: readonly Keyed[], start: string, limit: number, passes: (id: number) => boolean): number[] {
    const [from, to] = rangeOf(sorted, start);
    const first: number[] = [];
    // Where many begin so, the first of them are found sooner by trying all in their order.
    const few = to - from <= ordered.length / SORTED_SOONER;
    const ids = few ? new Set(sorted.slice(from, to).map(({ id }) => id)) : ordered.keys();
    for (const id of few ? [...ids].sort((a, b) => a - b) : ids) {
      if (first.length === limit) break;
      if (passes(id)) first.push(id);
    }
    return first;
  }
}

const QUESTION_WORDS: ReadonlySet<string> = new Set(['what', 'who', 'when', 'where', 'how']);
/** Longest typed text that is looked at, in UTF-16 code units; longer than any question that could be meant. */
const MAX_TYPED = 200;

interface Keyed {
  readonly key: string;
  readonly id: number;
}

const SORTED_SOONER = 16;

/** Where those that begin with a text stand in a list sorted by key: from, and up to but not including. */
function rangeOf(sorted: readonly Keyed[], start: string): readonly [from: number, to: number] {
  return [bound(sorted, (key) => key < start), bound(sorted, (key) => key < start || key.startsWith(start))];
}

/** The first place in a sorted list whose key no longer holds. */
function bound(sorted: readonly Keyed[], holds: (key: string) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]?.key ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyOf(text: string): string {
  return tokenize(text)
    .map((token) => normalize(token.text))
    .join(' ');
}
