import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueryTerm } from '../../../src/question/query.js';
import { analyseText } from '../../../src/search/analysis.js';
import { createMatcher, inverseFrequency, matchSentence } from '../../../src/search/matching.js';

const term = (name: string, changes: Partial<QueryTerm> = {}): QueryTerm => ({
  text: name,
  term: name,
  variants: [],
  weight: 1,
  name: false,
  ...changes,
});

describe('the inverse frequency', () => {
  it('falls the more passages hold a term, and never below 0', () => {
    for (const passages of [0, 1, 2, 100, 50_000]) {
      let last = Number.POSITIVE_INFINITY;
      for (let frequency = 0; frequency <= passages; frequency = frequency * 2 + 1) {
        const value = inverseFrequency(passages, frequency);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(last);
        last = value;
      }
    }
  });
});

describe('a matcher', () => {
  const frequencies: Readonly<Record<string, number>> = { docker: 90, whale: 3, orca: 1 };
  const frequencyOf = (name: string) => frequencies[name] ?? 0;

  it('lets rare terms count more than common ones, as far as the question cares for them', () => {
    const { terms, total, shares } = createMatcher(
      [term('docker'), term('whale'), term('orca'), term('unheard'), term('orcas', { term: 'orca', weight: 0.5 })],
      100,
      frequencyOf,
    );
    const [docker = 0, whale = 0, orca = 0, unheard = 0, half = 0] = terms.map(({ importance }) => importance);
    expect([docker, whale, orca, unheard]).toEqual([docker, whale, orca, unheard].toSorted((a, b) => a - b));
    expect(half).toBeCloseTo(orca / 2);
    expect(total).toBeCloseTo(docker + whale + orca + unheard + half);
    expect([...shares].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  it('has something to divide by without terms, or with terms that count nothing', () => {
    expect(createMatcher([], 100, frequencyOf).total).toBeGreaterThan(0);
    expect(createMatcher([], 0, frequencyOf).terms).toEqual([]);
  });

  it("takes a word for itself before it takes it for another's synonym", () => {
    const { lookup } = createMatcher(
      [term('launch', { variants: [{ term: 'announc', weight: 0.6 }] }), term('announc')],
      100,
      frequencyOf,
    );
    expect(lookup.get('announc')).toEqual([
      { index: 1, weight: 1 },
      { index: 0, weight: 0.6 },
    ]);
  });
});

describe('a match', () => {
  const matcher = createMatcher(
    [term('whale', { variants: [{ term: 'orca', weight: 0.7 }] }), term('swim')],
    100,
    () => 3,
  );
  const match = (text: string) => matchSentence(analyseText(text), matcher);

  it('tells how well each term is held, and where', () => {
    const { hits, positions, indexes } = match('The whales swam, and a whale swims.');
    expect([...hits]).toEqual([1, 1]);
    expect(positions).toEqual([1, 2, 5, 6]);
    expect(indexes).toEqual([0, 1, 0, 1]);
  });

  it('holds a synonym for less, and no more for two of them', () => {
    expect([...match('An orca and another orca.').hits]).toEqual([0.7, 0]);
    expect([...match('An orca beside a whale.').hits]).toEqual([1, 0]);
  });

  it('holds what stands in a web address for less', () => {
    expect([...match('See https://whale.example.org/swim').hits]).toEqual([0.5, 0.5]);
  });

  it('is empty where nothing matches, and never above 1', () => {
    expect([...match('Nothing at all').hits]).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const hit of match(`${text} whale`).hits) expect(hit).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a full name', () => {
  const matcher = createMatcher(
    [term('ocp', { names: [['open', 'contain', 'project']] }), term('vendor')],
    100,
    () => 3,
  );
  const hitsOf = (sentence: string) => [...matchSentence(analyseText(sentence), matcher).hits];

  it('stands for what abbreviates it, where all its words stand in order', () => {
    expect(hitsOf('Vendors join the Open Container Project.')[0]).toBeGreaterThan(0.9);
    expect(hitsOf('The OCP has vendors.')[0]).toBe(1);
  });

  it('is not made of some of its words', () => {
    for (const sentence of ['An open project.', 'The project is an open container.', 'Open containers.']) {
      expect(hitsOf(sentence)[0]).toBe(0);
    }
  });
});
