import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../../src/question/corpus.js';
import { understand } from '../../../src/question/understand.js';
import { garden, gardenNotes, noteOf } from './garden-notes.js';

describe('understand', () => {
  it('never throws, and keeps its bounds, for any question and history', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'who',
        'it',
        'what about',
        'and',
        '2018',
        'day',
        'Okafor',
        'Mulchd',
        'SHI',
        '"',
        '(',
        "'s",
        'run b',
        'constructor',
        '__proto__',
      ),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (question, history) => {
        const { query } = understand(question, history, garden);
        for (const { term, weight, variants } of query.terms) {
          expect(term).not.toBe('');
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
          for (const variant of variants) {
            expect(variant.weight).toBeGreaterThan(0);
            expect(variant.weight).toBeLessThanOrEqual(1);
            expect(variant.term).not.toBe(term);
          }
        }
      }),
    );
  });

  it('gives the same for the same', () => {
    const conversation = ['who showed Mulchd', 'wher was that'];
    const once = understand('and in 2020?', conversation, createCorpus(gardenNotes));
    expect(understand('and in 2020?', conversation, createCorpus(gardenNotes))).toEqual(once);
    expect(understand('and in 2020?', conversation, garden)).toEqual(once);
  });

  it('looks up at most 64 terms of the longest question', () => {
    const words = Array.from({ length: 1000 }, (_, i) => `gibberish${String.fromCharCode(97 + (i % 26))}${i}`);
    const { query } = understand(`what about Mulchd ${words.join(' ')}`, [], garden);
    expect(query.terms).toHaveLength(64);
    expect(query.terms.map(({ term }) => term)).toContain('mulchd');
  });

  it('reads a word of 40,000 letters', () => {
    const { query } = understand(`what is ${'soil'.repeat(10_000)}`, [], garden);
    expect(query.corrections).toEqual([]);
    expect(query.terms).toHaveLength(1);
  });

  it('asks without notes', () => {
    const { query } = understand(
      'who opened GardenConf 2018, and in which city?',
      ['what is Mulchd'],
      createCorpus([]),
    );
    expect(query.unknown).not.toEqual([]);
    expect(query.corrections).toEqual([]);
  });

  it('looks up words of other languages and scripts as they stand', () => {
    const corpus = createCorpus([noteOf({ path: 'a.md' }, ['Übermäßige Düngung schadet.', '堆肥は土を作る'])]);
    expect(understand('düngung', [], corpus).query.unknown).toEqual([]);
    expect(understand('堆肥', [], corpus).query.unknown).toEqual([]);
    expect(understand('gärtner', [], corpus).query.unknown).toEqual(['gärtner']);
  });

  it('is not led by names that objects have by nature', () => {
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(understand(`what is the ${word}`, [], garden).query.terms.length).toBeGreaterThan(0);
    }
  });
});

describe('corpus', () => {
  it('counts passages, and what headings alone say as one', () => {
    const note = noteOf({ path: 'b.md', title: 'Compost Congress' }, ['Soil is soil.', 'More soil.', 'Nothing.']);
    const corpus = createCorpus([note]);
    expect(corpus.frequency('soil')).toBe(2);
    expect(corpus.frequency('congress')).toBe(1);
    expect(corpus.frequency('peat')).toBe(0);
  });

  it('tells names from words by their capitals inside sentences', () => {
    expect(garden.nameness('okafor')).toBe(1);
    expect(garden.nameness('runb')).toBe(1);
    expect(garden.nameness('attend')).toBe(0);
  });

  it('knows what stands beside and together', () => {
    expect(garden.adjacent('kitchen', 'scrap')).toBe(true);
    expect(garden.adjacent('scrap', 'kitchen')).toBe(false);
    expect(garden.together('laptop', 'soil')).toBe(true);
    expect(garden.together('laptop', 'drought')).toBe(false);
  });

  it('lists each session once', () => {
    expect(garden.editions).toHaveLength(4);
    expect(garden.editions[3]).toEqual({ year: 2020, day: 1, date: '2020-10-20', europe: true, city: ['ghent'] });
    expect([...garden.eventNames]).toEqual(['gardenconf']);
  });
});
