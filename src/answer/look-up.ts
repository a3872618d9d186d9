import type { Corpus } from '../question/corpus.js';
import type { Query } from '../question/query.js';
import type { Matcher } from '../search/matching.js';
import type { PassageIndex, Place } from '../search/passage-index.js';
import { type RankedSentence, rank } from '../search/ranking.js';
import { retrieve } from '../search/retrieval.js';
import { isInScope, isScoped } from '../search/scope.js';
import { confidenceOf } from './confidence.js';

/** What looking a question up brought. */
export interface Found {
  readonly query: Query;
  readonly matcher: Matcher;
  readonly ranked: readonly RankedSentence[];
  readonly confidence: number;
}

/** Searches, ranks and judges; and knows what to make of a scope in which little is found. */
export interface LookUp {
  /** Looks in the question's scope; where only a day was named, "the first day" may not have meant one of the conference. */
  lookUp(query: Query): Promise<Found>;
  /** Whether what was found is sure enough to be shown. */
  isEnough(found: Found): boolean;
  /** Whether the notes know what is asked about, but only of other editions: a telling term of the question is missing in its scope. */
  isAnachronism(found: Found): Promise<boolean>;
}

/** Prepares looking up in an index; `minConfidence` from 0 to 1. */
export function createLookUp(index: PassageIndex, corpus: Corpus, minConfidence: number): LookUp {
  async function search(query: Query): Promise<Found> {
    const accepts = isScoped(query.scope) ? (place: Place) => isInScope(query.scope, place) : undefined;
    const { matcher, candidates } = await retrieve(query, index, accepts);
    const ranked = rank(query, matcher, candidates, corpus);
    return { query, matcher, ranked, confidence: confidenceOf(query, matcher, ranked) };
  }

  const isEnough = ({ ranked, confidence }: Found): boolean => ranked.length > 0 && confidence >= minConfidence;

  return {
    isEnough,
    lookUp: async (query) => {
      const found = await search(query);
      if (isEnough(found) || query.scope.day === undefined || query.scope.years.length > 0) return found;
      const anywhere = await search(withoutScope(query));
      return isEnough(anywhere) ? anywhere : found;
    },
    isAnachronism: async ({ query, ranked: [best] }) => {
      if (!isScoped(query.scope)) return false;
      const elsewhere = await search(withoutScope(query));
      const held = elsewhere.ranked[0]?.passage.held;
      if (!isEnough(elsewhere) || held === undefined) return false;
      return elsewhere.matcher.terms.some(
        (_, i) =>
          (elsewhere.matcher.shares[i] ?? 0) >= TELLING_SHARE &&
          (held[i] ?? 0) > 0 &&
          Math.max(best?.passage.held[i] ?? 0, best?.passage.headings[i] ?? 0) === 0,
      );
    },
  };
}

function withoutScope(query: Query): Query {
  return { ...query, scope: { years: [] } };
}

/** Part of a question's importance from which on a term is part of what is asked. */
const TELLING_SHARE = 0.2;
