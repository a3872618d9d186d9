import type { Query } from '../question/query.js';
import { createMatcher, type Matcher } from './matching.js';
import type { Candidate, PassageIndex, Place } from './passage-index.js';
import { type Forms, spreadOfTerms } from './spread.js';

/** What a query brought from the index. */
export interface Retrieved {
  readonly matcher: Matcher;
  readonly candidates: readonly Candidate[];
}

/** Looks a query up: its terms' statistics, and the passages that may hold the answer. */
export async function retrieve(
  query: Query,
  index: PassageIndex,
  accepts?: (place: Place) => boolean,
): Promise<Retrieved> {
  const forms = [...new Set(query.terms.flatMap(({ term, variants }) => [term, ...variants.map((v) => v.term)]))];
  const { passages, frequencies } = await index.statistics(forms);
  const frequency = new Map(forms.map((form, i) => [form, frequencies[i] ?? 0]));
  const matcher = createMatcher(query.terms, passages, (term) => frequency.get(term) ?? 0);
  const boosts = new Map<string, number>();
  for (const { term, variants, weight } of query.terms) {
    for (const form of [{ term, weight: 1 }, ...variants]) {
      if ((frequency.get(form.term) ?? 0) === 0) continue;
      boosts.set(form.term, Math.max(boosts.get(form.term) ?? 0, form.weight * weight));
    }
  }
  for (const label of FIELDS[query.kind] ?? []) if (!boosts.has(label)) boosts.set(label, FIELD_BOOST);
  const terms = [...boosts].map(([term, boost]) => ({ term, boost }));
  const found = await index.candidates(terms, MAX_CANDIDATES, accepts);
  const formsOfTerms = formsAmong([...boosts.keys()], query);
  const candidates = found.map(({ entry, score, words, spread }) => {
    const ofTerms = spreadOfTerms(spread, formsOfTerms);
    return words === undefined ? { entry, score, spread: ofTerms } : { entry, score, spread: ofTerms, words };
  });
  return { matcher, candidates };
}

/** For each term of the query: where its forms are among those searched for. */
function formsAmong(searched: readonly string[], { terms }: Query): readonly Forms[] {
  const places = new Map(searched.map((form, at) => [form, at]));
  return terms.map(({ term, variants }) =>
    [{ term, weight: 1 }, ...variants].flatMap((form) => {
      const at = places.get(form.term);
      return at === undefined ? [] : [{ at, weight: form.weight }];
    }),
  );
}

/** Labels, as terms, of the front-matter fields that may answer a kind of question, though no word of it names them. */
const FIELDS: Readonly<Partial<Record<Query['kind'], readonly string[]>>> = {
  date: ['date'],
  place: ['citi', 'venu', 'locat'],
};
const FIELD_BOOST = 0.3;

/** Passages that are looked at closely. The right one is among 40 for 99 % of questions, and among 25 for 98.5 % (bench/README.md). */
const MAX_CANDIDATES = 30;
