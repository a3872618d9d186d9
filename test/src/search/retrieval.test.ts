import { describe, expect, it } from 'vitest';
import type { Query, QueryTerm } from '../../../src/question/query.js';
import type { Candidate, PassageIndex, SearchTerm } from '../../../src/search/passage-index.js';
import { retrieve } from '../../../src/search/retrieval.js';

/** An index that knows some terms and remembers what it was asked. */
function indexKnowing(frequencies: Readonly<Record<string, number>>) {
  const asked: { terms: readonly SearchTerm[]; limit: number }[] = [];
  const index: PassageIndex = {
    async candidates(terms, limit): Promise<Candidate[]> {
      asked.push({ terms, limit });
      return [];
    },
    statistics: async (terms) => ({ passages: 100, frequencies: terms.map((term) => frequencies[term] ?? 0) }),
    complete: async () => [],
  };
  return { index, asked };
}

const term = (name: string, changes: Partial<QueryTerm> = {}): QueryTerm => ({
  text: name,
  term: name,
  variants: [],
  weight: 1,
  name: false,
  ...changes,
});

const queryFor = (terms: readonly QueryTerm[], changes: Partial<Query> = {}): Query => ({
  question: '',
  standalone: '',
  kind: 'fact',
  answerTypes: [],
  terms,
  scope: { years: [] },
  corrections: [],
  suggestions: [],
  unknown: [],
  quoted: [],
  ...changes,
});

describe('looking a query up', () => {
  it('searches for terms and variants that the notes hold, each as much as it counts', async () => {
    const { index, asked } = indexKnowing({ whale: 3, orca: 1 });
    const variants = [
      { term: 'orca', weight: 0.6 },
      { term: 'narwhal', weight: 0.9 },
    ];
    await retrieve(queryFor([term('whale', { variants, weight: 0.5 }), term('unheard')]), index);
    expect(asked[0]?.terms).toEqual([
      { term: 'whale', boost: 0.5 },
      { term: 'orca', boost: 0.3 },
    ]);
  });

  it('searches for a form that two terms share once, as for the more important one', async () => {
    const { index, asked } = indexKnowing({ show: 3, demo: 5 });
    const shown = term('show', { variants: [{ term: 'demo', weight: 0.6 }] });
    await retrieve(queryFor([shown, term('demo', { weight: 0.9 })]), index);
    expect(asked[0]?.terms).toEqual([
      { term: 'show', boost: 1 },
      { term: 'demo', boost: 0.9 },
    ]);
  });

  it('keeps the terms that no note holds, for confidence to see', async () => {
    const { matcher } = await retrieve(queryFor([term('unheard')]), indexKnowing({}).index);
    expect(matcher.terms).toMatchObject([{ term: 'unheard', frequency: 0 }]);
  });

  it('looks into the fields that tell a date or a place, though no word names them', async () => {
    for (const [kind, label] of [
      ['date', 'date'],
      ['place', 'citi'],
    ] as const) {
      const { index, asked } = indexKnowing({ whale: 3 });
      await retrieve(queryFor([term('whale')], { kind }), index);
      expect(asked[0]?.terms.map(({ term: searched }) => searched)).toContain(label);
    }
  });

  it('asks for a bounded number of candidates', async () => {
    const { index, asked } = indexKnowing({ whale: 3 });
    await retrieve(queryFor([term('whale')]), index);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.limit).toBeLessThanOrEqual(100);
  });
});
