import { describe, expect, test } from 'vitest';
import { layOut } from '../../../adapters/web/page/timeline-layout.js';
import type { EditionSummary } from '../../../src/index.js';

const edition = (event: string, changes: Partial<EditionSummary> = {}): EditionSummary => ({
  event,
  notes: [],
  announcements: [],
  ...changes,
});
const announced = (many: number) =>
  Array.from({ length: many }, (_, i) => ({ text: `Thing ${i}.`, note: 'n.md', lines: { from: i + 1, to: i + 1 } }));

describe('the timeline', () => {
  test('places editions by their date, by the middle of the month or of the year where no more is known', () => {
    const { placed, years } = layOut([
      edition('A', { from: '2015-01-01' }),
      edition('B', { from: '2015-07' }),
      edition('C', { year: 2016 }),
      edition('D'),
    ]);
    expect(years.map(({ year }) => year)).toEqual([2015, 2016, 2017]);
    const [a, b, c] = placed;
    expect(placed).toHaveLength(3);
    expect(a?.x).toBe(years[0]?.x);
    expect(b?.x).toBeGreaterThan(a?.x ?? 0);
    expect(b?.x).toBeLessThan(years[1]?.x ?? 0);
    expect(c?.x).toBeCloseTo(((years[1]?.x ?? 0) + (years[2]?.x ?? 0)) / 2);
    expect(placed.map(({ isGuess }) => isGuess)).toEqual([false, false, true]);
  });

  test('draws an edition the larger the more it announced', () => {
    const { placed } = layOut([
      edition('A', { year: 2015, announcements: announced(1) }),
      edition('B', { year: 2016, announcements: announced(9) }),
    ]);
    expect(placed[1]?.radius).toBeGreaterThan(placed[0]?.radius ?? 0);
  });

  test('lets no two labels touch, however close the editions are', () => {
    const editions = Array.from({ length: 30 }, (_, i) =>
      edition(`Conference ${i}`, { from: `2015-0${1 + (i % 9)}-${10 + i}`.slice(0, 10) }),
    ).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const { placed, height } = layOut(editions);
    for (const [index, one] of placed.entries()) {
      expect(one.labelY).toBeGreaterThan(0);
      expect(one.labelY).toBeLessThan(height);
      for (const other of placed.slice(index + 1)) {
        if (one.labelY === other.labelY)
          expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(one.edition.event.length * 7);
      }
    }
  });

  test('has a place for a single edition, and is empty without any date', () => {
    expect(layOut([edition('A', { year: 2015 })]).placed).toHaveLength(1);
    const none = layOut([edition('A')]);
    expect([none.placed, none.years]).toEqual([[], []]);
  });
});
