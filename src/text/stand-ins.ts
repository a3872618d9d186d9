import { termOf } from './terms.js';

/** A term that can stand for another, with how well, in (0, 1]. */
export interface Synonym {
  readonly term: string;
  readonly weight: number;
}

/** Words of which some can stand for others. */
export interface WordGroup {
  readonly words: readonly string[];
  /** How well they do, in (0, 1]. */
  readonly weight: number;
  /** True where only the first stands for the others, and they for it. */
  readonly star?: boolean;
}

/** For each term of the groups what can stand for it, in the order of the groups; of several weights the best counts. */
export function standInsOf(groups: Iterable<WordGroup>): ReadonlyMap<string, readonly Synonym[]> {
  const found = new Map<string, Map<string, number>>();
  function add(term: string, other: string, weight: number): void {
    const others = found.get(term) ?? new Map<string, number>();
    found.set(term, others);
    if (other !== term) others.set(other, Math.max(weight, others.get(other) ?? 0));
  }
  for (const { words, weight, star = false } of groups) {
    const terms = words.map(termOf);
    const [first = ''] = terms;
    for (const term of terms) {
      for (const other of terms) if (!star || (term === first) !== (other === first)) add(term, other, weight);
    }
  }
  return new Map(
    [...found].map(([term, others]) => [term, [...others].map(([other, weight]) => ({ term: other, weight }))]),
  );
}
