import type { Lexicon } from '../question/lexicon.js';
import { BEGINNING, beginningIn, beginningOf, markIn, type Word } from '../text/terms.js';
import type { AnalysedSentence } from './analysis.js';
import { addMark, hasMark, marksOf, noMarks } from './marks.js';
import type { Matcher, WeighedTerm } from './matching.js';

/** Finds words that are probably derived from the same root as a query term that was not found itself. */
export interface Kin {
  /** For each query term: how much that word of a sentence resembles it which does so most, from 0 to 1. */
  likeness(sentence: AnalysedSentence): Float64Array;
  /** Share of the question's importance that kin of the terms not `held` bring, each as much as it resembles. */
  coverage(likeness: Float64Array, held: Float64Array): number;
}

/** Prepares a query's terms; likeness is remembered for as long as the query is looked at. */
export function createKin({ terms, total }: Matcher, familyOf: Lexicon['familyOf']): Kin {
  const relatives = terms.map(({ term }) => relativesOf(term, familyOf));
  const marks = marksOf(relatives.flatMap(({ family }) => [...family.keys()]));
  const beginnings = noMarks();
  for (const { beginning } of relatives) if (beginning >= 0) addMark(beginnings, beginning);
  const none = new Float64Array(terms.length);
  return {
    likeness: ({ words, signatures }) => {
      let likeness: Float64Array | undefined;
      for (let k = 0; k < words.length; k++) {
        const signature = signatures[k] as number;
        if (!hasMark(marks, markIn(signature)) && !hasMark(beginnings, beginningIn(signature))) continue;
        const word = words[k] as Word;
        for (let i = 0; i < relatives.length; i++) {
          const like = likenessOf(word, relatives[i] as Relatives);
          if (like === 0) continue;
          likeness ??= new Float64Array(terms.length);
          if (like > (likeness[i] as number)) likeness[i] = like;
        }
      }
      return likeness ?? none;
    },
    coverage: (likeness, held) => {
      let sum = 0;
      for (let i = 0; i < terms.length; i++) {
        if (held[i] === 0) sum += (terms[i] as WeighedTerm).importance * (likeness[i] as number);
      }
      return sum / total;
    },
  };
}

/** What may be kin of a query term. */
interface Relatives {
  readonly term: string;
  /** Mark of its beginning, or -1 for a term too short to have one. */
  readonly beginning: number;
  /** Members of its word family, each with how well it stands for the term. */
  readonly family: ReadonlyMap<string, number>;
  /** Resemblance of words met before. */
  readonly known: Map<string, number>;
}

function relativesOf(term: string, familyOf: Lexicon['familyOf']): Relatives {
  return {
    term,
    beginning: term.length < BEGINNING ? -1 : beginningOf(term),
    family: new Map(familyOf(term).map((member) => [member.term, member.weight])),
    known: new Map(),
  };
}

function likenessOf(word: Word, { term, beginning, family, known }: Relatives): number {
  const related = family.size === 0 ? 0 : (family.get(word.term) ?? 0);
  if (beginningIn(word.signature) !== beginning) return related;
  let like = known.get(word.term);
  if (like === undefined) {
    like = resemblance(term, word.term);
    known.set(word.term, like);
  }
  return Math.max(related, like);
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
