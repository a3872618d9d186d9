import type { Corpus } from '../question/corpus.js';
import type { Query } from '../question/query.js';
import { markOf } from '../text/terms.js';
import { normalize } from '../text/tokens.js';
import { analyseText, TRAIT } from './analysis.js';
import { topicOf } from './definition.js';
import { createKin, type Kin } from './kinship.js';
import type { Matcher } from './matching.js';
import { type QuestionForm, questionForm } from './question-form.js';
import { type QuestionWords, questionWords } from './word-runs.js';

/** What ranking knows of the question beside its terms. */
export interface Sought {
  readonly query: Query;
  readonly matcher: Matcher;
  readonly form: QuestionForm;
  readonly kin: Kin;
  /** Neighbouring content words of the question: their term indexes and their distance in it. */
  readonly pairs: readonly Pair[];
  /** Index of the focus' term, or -1. */
  readonly focus: number;
  /** Indexes of the terms of the thing itself; see `topicOf` in definition.ts. */
  readonly topic: readonly number[];
  /** The question's terms, stop words included, in order. */
  readonly words: readonly string[];
  /** The first of them, as sentences are compared with them. */
  readonly asked: QuestionWords;
  /** Mark of each query term's word as it was typed, normalised. */
  readonly typed: Uint16Array;
  /** For each query term: 1 for a figure. */
  readonly figures: Uint8Array;
  /** Rarity of each query term in the corpus, as a share of the question's. */
  readonly rarity: Float64Array;
  /** Share, from 0 to 1, of a term's places inside sentences where the notes write it with a capital. */
  readonly nameness: (term: string) => number;
}

/** Two neighbouring terms of the question. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
}

/** Reads a question once for all that is compared with it. */
export function soughtOf(
  query: Query,
  matcher: Matcher,
  { nameness, lexicon }: Pick<Corpus, 'nameness' | 'lexicon'>,
): Sought {
  const { words, traits } = analyseText(query.standalone.slice(0, MAX_QUESTION));
  const indexOf = new Map(matcher.terms.map(({ term }, i) => [term, i]));
  const pairs: Pair[] = [];
  let last = -1;
  words.forEach(({ term }, i) => {
    const second = indexOf.get(term);
    if (second === undefined || ((traits[i] as number) & TRAIT.stop) !== 0) return;
    const first = last < 0 ? undefined : indexOf.get(words[last]?.term ?? '');
    if (first !== undefined && first !== second && i - last <= MAX_PAIR_DISTANCE) {
      pairs.push({ first, second, distance: i - last });
    }
    last = i;
  });
  return {
    query,
    matcher,
    form: questionForm(query),
    kin: createKin(matcher, lexicon.familyOf),
    pairs: pairs.slice(0, MAX_PAIRS),
    focus: indexOf.get(query.focus?.[0] ?? '') ?? -1,
    topic: topicOf(matcher),
    words: words.map(({ term }) => term),
    asked: questionWords(words),
    typed: new Uint16Array(matcher.terms.map(({ text }) => markOf(normalize(text)))),
    figures: new Uint8Array(matcher.terms.map(({ term }) => (/\p{N}/u.test(term) ? 1 : 0))),
    rarity: raritiesOf(matcher),
    nameness,
  };
}

/** What is left of the terms' importance without their weights. */
function raritiesOf({ terms }: Matcher): Float64Array {
  const rarities = terms.map(({ importance, weight }) => importance / weight);
  const total = rarities.reduce((sum, rarity) => sum + rarity, 0) || 1;
  return new Float64Array(rarities.map((rarity) => rarity / total));
}

/** Characters of a question whose word order is looked at; its terms are bounded elsewhere. */
const MAX_QUESTION = 1000;
const MAX_PAIR_DISTANCE = 3;
const MAX_PAIRS = 32;
