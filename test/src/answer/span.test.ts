import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, joined, lengthOf, type Span } from '../../../src/answer/span.js';
import { entriesOf, notesOf } from './ranked.js';

const [one, two] = entriesOf(
  notesOf('Whales swim. Storks fly high. Moles dig. Bees hum. Ants walk.\n\nCats nap.\n'),
) as [Span['entry'], Span['entry']];
const spans = fc
  .tuple(fc.nat(4), fc.nat(4))
  .map(([a, b]): Span => ({ entry: one, from: Math.min(a, b), to: Math.max(a, b) }));

describe('a span', () => {
  it('is as long as its text, with line breaks between the parts', () => {
    expect(lengthOf({ entry: one, from: 0, to: 0 })).toBe('Whales swim.'.length);
    expect(lengthOf({ entry: one, from: 0, to: 1 })).toBe('Whales swim.\nStorks fly high.'.length);
  });

  it('covers its own sentences, in its own passage', () => {
    const span: Span = { entry: one, from: 1, to: 2 };
    expect([0, 1, 2, 3].map((index) => covers(span, one, index))).toEqual([false, true, true, false]);
    expect(covers(span, two, 1)).toBe(false);
  });
});

describe('two spans', () => {
  it('of different passages are never one', () => {
    expect(joined({ entry: one, from: 0, to: 0 }, { entry: two, from: 0, to: 0 })).toBeUndefined();
  });

  it('are one when they touch or overlap, and then cover what they covered and no more', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const both = joined(a, b);
        expect(both).toEqual(joined(b, a));
        const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to);
        expect(both !== undefined).toBe(gap <= 1);
        for (let i = 0; both !== undefined && i < 5; i++) {
          expect(covers(both, one, i)).toBe(covers(a, one, i) || covers(b, one, i));
        }
      }),
    );
  });
});
