import type { Lexicon } from '../question/lexicon.js';
import { BEGINNING, beginningOf } from '../text/terms.js';
import type { AnalysedSentence } from './analysis.js';
import { type Matcher, marksOf } from './matching.js';

/** Finds words that are probably derived from the same root as a query term that was not found itself. */
export interface Kin {
  /** Share of the question's importance that kin of the terms not `held` bring, each as much as it resembles. */
  coverage(sentences: readonly AnalysedSentence[], held: Float64Array): number;
}

/** Prepares a query's terms; likeness is remembered for as long as the query is looked at. */
export function createKin(matcher: Matcher, familyOf: Lexicon['familyOf']): Kin {
  const likeness = matcher.terms.map(() => new Map<string, number>());
  const beginnings = matcher.terms.map(({ term }) => beginningOf(term));
  const families = matcher.terms.map(
    ({ term }) => new Map(familyOf(term).map((member) => [member.term, member.weight])),
  );
  const marks = marksOf(families.flatMap((family) => [...family.keys()]));
  return {
    coverage: (sentences, held) => {
      let sum = 0;
      matcher.terms.forEach(({ term, importance }, i) => {
        const family = families[i] as Map<string, number>;
        if (held[i] !== 0 || (term.length < BEGINNING && family.size === 0)) return;
        const known = likeness[i] as Map<string, number>;
        let best = 0;
        for (const sentence of sentences) {
          for (let k = 0; k < sentence.terms.length; k++) {
            const other = sentence.terms[k] as string;
            if (family.size > 0 && marks[sentence.marks[k] as number] === 1)
              best = Math.max(best, family.get(other) ?? 0);
            if (term.length < BEGINNING || sentence.beginnings[k] !== beginnings[i]) continue;
            let like = known.get(other);
            if (like === undefined) {
              like = resemblance(term, other);
              known.set(other, like);
            }
            if (like > best) best = like;
          }
        }
        sum += importance * best;
      });
      return sum / matcher.total;
    },
  };
}

/**
 * How probably two stems have one root, from 0 to 1: the share of the longer one that both begin with, if that is at least
 * four letters and three fifths ("destruct" and "destroy" are kin, "contain" and "continue" are not).
 */
export function resemblance(a: string, b: string): number {
  if (a.length < BEGINNING || b.length < BEGINNING) return 0;
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const like = common / Math.max(a.length, b.length);
  return common >= BEGINNING && like >= 0.6 ? like : 0;
}
