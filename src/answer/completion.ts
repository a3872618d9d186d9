import { isStopWord } from '../text/stop-words.js';
import { normalize, tokenize } from '../text/tokens.js';

/**
 * Prepares texts for completion of what is being typed: first those that begin with the typed words, then those that hold, in
 * any order, a word that begins like each typed one. Shorter texts come first. Case, diacritics and marks do not matter.
 *
 * Words that say nothing of a subject ("what", "the") need not be held, so that a question in other words is found as well.
 */
export function createCompletion(texts: readonly string[]): (typed: string, limit: number) => string[] {
  const ordered = [...new Set(texts)]
    .map((text) => ({ text, key: keyOf(text) }))
    .sort((a, b) => byLength(a.text, b.text));
  const keys = ordered.map(({ key }, id) => ({ key, id })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const words = ordered
    .flatMap(({ key }, id) => [...new Set(key.split(' '))].map((word) => ({ key: word, id })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id - b.id));
  return (typed, limit) => {
    const wanted = keyOf(typed.slice(0, MAX_TYPED));
    if (wanted === '' || limit < 1) return [];
    const found = new Set(beginning(keys, wanted));
    const parts = wanted.split(' ');
    const telling = parts.filter((part) => !isStopWord(part));
    const [first, ...rest] = (telling.length > 0 ? telling : parts).sort((a, b) => b.length - a.length);
    if (found.size < limit && first !== undefined) {
      for (const id of beginning(words, first)) {
        const key = ` ${ordered[id]?.key}`;
        if (rest.every((part) => key.includes(` ${part}`))) found.add(id);
      }
    }
    return [...found].slice(0, limit).map((id) => ordered[id]?.text ?? '');
  };
}

/** Longest typed text that is looked at, in UTF-16 code units; longer than any question that could be meant. */
const MAX_TYPED = 200;

interface Keyed {
  readonly key: string;
  readonly id: number;
}

/** Numbers of all that begin with a text, ascending, from a list sorted by key. */
function beginning(sorted: readonly Keyed[], start: string): number[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.key ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const ids = new Set<number>();
  for (let i = low; sorted[i]?.key.startsWith(start); i++) ids.add(sorted[i]?.id ?? 0);
  return [...ids].sort((a, b) => a - b);
}

function keyOf(text: string): string {
  return tokenize(text)
    .map((token) => normalize(token.text))
    .join(' ');
}

function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}
