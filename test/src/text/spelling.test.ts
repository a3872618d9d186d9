import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpelling, soundOf } from '../../../src/text/spelling.js';

const similar = (typed: string, ...words: readonly string[]): string[] =>
  createSpelling(words)
    .similar(typed)
    .map(({ word }) => word);

describe('similar words', () => {
  it.each([
    ['gardn', 'garden'],
    ['gadren', 'garden'],
    ['gardenn', 'garden'],
    ['gerden', 'garden'],
    ['ardem', undefined],
    ['irrigatoin', 'irrigation'],
    ['iragation', 'irrigation'],
    ['tea', 'team'],
    ['te', undefined],
    ['vaskez', 'vasquez'],
    ['kristofer', 'christopher'],
  ])('finds for %s: %s', (typed, word) => {
    expect(similar(typed, 'garden', 'irrigation', 'vasquez', 'christopher', 'team')).toEqual(
      word === undefined ? [] : [word],
    );
  });

  it('puts the likelier word first: the sound, then the first letter, then the nearer', () => {
    expect(similar('hikes', 'hakes', 'hykes', 'bikes')).toEqual(['hykes', 'hakes', 'bikes']);
    expect(similar('compsot', 'comport', 'compost')[0]).toBe('compost');
  });

  it('never offers the word itself, nor words with figures', () => {
    expect(similar('seed', 'seed', 'seeds', 'seed2')).toEqual(['seeds']);
  });

  it('leaves short and very long words alone', () => {
    expect(similar('be', 'bed', 'bee')).toEqual([]);
    const long = 'a'.repeat(31);
    expect(similar(long, `${long}b`)).toEqual([`${long}b`]);
    expect(similar(`${long}a`, `${long}b`, `${long}aa`)).toEqual([]);
  });

  it('finds any word of 8 letters and more with two slips in it, as the distance by definition says', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), letters, (words, typed) => {
        const near = new Set(words.filter((word) => word !== typed && distance(typed, word) <= 2));
        const found = createSpelling([...new Set(words)]).similar(typed);
        for (const { word, distance: edits } of found) expect(edits).toBe(distance(typed, word));
        if (near.size <= 8) for (const word of near) expect(found.map((candidate) => candidate.word)).toContain(word);
      }),
    );
  });

  it('answers the same on every call', () => {
    const spelling = createSpelling(['garden', 'warden', 'harden']);
    const once = spelling.similar('garde');
    spelling.similar('harde');
    expect(spelling.similar('garde')).toEqual(once);
  });
});

describe('soundOf', () => {
  it.each([
    ['chris', 'kris'],
    ['hykes', 'hikes'],
    ['mehta', 'meta'],
    ['booz', 'boos'],
    ['stephen', 'stefen'],
    ['lindsey', 'lindsy'],
    ['katie', 'katy'],
  ])('makes %s and %s one', (a, b) => {
    expect(soundOf(a)).toBe(soundOf(b));
  });

  it.each([
    ['garden', 'gordon'],
    ['seed', 'sad'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(soundOf(a)).not.toBe(soundOf(b));
  });
});

/** Optimal string alignment, as its definition has it. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = best;
    }
  }
  return at(a.length, b.length);
}
