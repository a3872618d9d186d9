/** Neighbouring words that the notes write as one. */
export interface Joined {
  /** Position of the first and, excluded, of the last word. */
  readonly from: number;
  readonly to: number;
  /** The words as one: "runc" for "run c". */
  readonly word: string;
}

/**
 * Neighbouring words that make one known word when their gap is closed: "run c", "linux kit", "e mail". Pairs and triples;
 * the parts are normalised words.
 */
export function joinsOf(words: readonly string[], knows: (word: string) => boolean): readonly Joined[] {
  const joins: Joined[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(from + 3, words.length); to >= from + 2; to--) {
      const word = words.slice(from, to).join('');
      if (word.length < SHORTEST || word.length > LONGEST || !knows(word)) continue;
      joins.push({ from, to, word });
      break;
    }
  }
  return joins;
}

/**
 * The two words that a word is made of, when the notes write them side by side: "multistage" for "multi-stage". Undefined
 * when there are none; of several cuts the one nearest the middle.
 *
 * @param least letters that each of them has at least.
 */
export function splitOf(
  word: string,
  knows: (part: string) => boolean,
  beside: (first: string, second: string) => boolean,
  least = 1,
): readonly [string, string] | undefined {
  if (word.length < SHORTEST || word.length > LONGEST) return undefined;
  let checks = 0;
  for (const cut of cutsOf(word.length)) {
    // The cuts go outwards: all that follow leave still less.
    if (Math.min(cut, word.length - cut) < least) return undefined;
    const first = word.slice(0, cut);
    const second = word.slice(cut);
    if (!knows(first) || !knows(second)) continue;
    if (beside(first, second)) return [first, second];
    if (++checks >= MOST_CHECKS) return undefined;
  }
  return undefined;
}

const SHORTEST = 4;
const LONGEST = 24;
/** "beside" reads passages, which costs more than a look-up. */
const MOST_CHECKS = 3;

/** Places to cut, from the middle outwards; a part of one letter only in front ("e-mail") or behind ("run c"). */
function cutsOf(length: number): readonly number[] {
  return CUTS[length] ?? [];
}

const CUTS: readonly (readonly number[])[] = Array.from({ length: LONGEST + 1 }, (_, length) =>
  Array.from({ length: Math.max(0, length - 1) }, (_, i) => i + 1).sort(
    (a, b) => Math.abs(2 * a - length) - Math.abs(2 * b - length) || a - b,
  ),
);
