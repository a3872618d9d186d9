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
export function spreadOfTerms({ passages, frequencies, before, after }: Spread, terms: readonly Forms[]): Spread {
  return {
    passages,
    frequencies: terms.map((forms) => commonest(forms, frequencies)),
    before: terms.map((forms) => best(forms, before)),
    after: terms.map((forms) => best(forms, after)),
  };
}

function commonest(forms: Forms, frequencies: ArrayLike<number>): number {
  let most = 0;
  for (const { at, weight } of forms) if (weight >= STANDS_FOR) most = Math.max(most, frequencies[at] as number);
  return most;
}

function best(forms: Forms, held: ArrayLike<number>): number {
  let most = 0;
  for (const { at, weight } of forms) most = Math.max(most, weight * (held[at] as number));
  return most;
}

/** A variant of at least this weight is as good as the word itself for telling how common it is. */
const STANDS_FOR = 0.6;
