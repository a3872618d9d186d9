/**
 * How terms are spread around a passage, in the order in which the terms were given: what a passage leaves unsaid because its note
 * has said it already.
 */
export interface Spread {
  /** Number of passages in its note. */
  readonly passages: number;
  /** For each term: how many of them hold it. */
  readonly frequencies: ArrayLike<number>;
  /** For each term: how well the passage before, in the same note, holds it, from 0 to 1; and the one behind. */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
}

/** A term by the forms that stand for it: where each is in a list, and how well it does. */
export type Forms = readonly { readonly at: number; readonly weight: number }[];

/** Brings the spread of forms together to that of the terms that they stand for. */
export function spreadOfTerms(spread: Spread, terms: readonly Forms[]): Spread {
  const frequencies = new Float64Array(terms.length);
  const before = new Float64Array(terms.length);
  const after = new Float64Array(terms.length);
  terms.forEach((forms, i) => {
    for (const { at, weight } of forms) {
      if (weight >= STANDS_FOR) frequencies[i] = Math.max(frequencies[i] as number, spread.frequencies[at] as number);
      before[i] = Math.max(before[i] as number, weight * (spread.before[at] as number));
      after[i] = Math.max(after[i] as number, weight * (spread.after[at] as number));
    }
  });
  return { passages: spread.passages, frequencies, before, after };
}

/** A variant of at least this weight is as good as the word itself for telling how common it is. */
const STANDS_FOR = 0.6;
