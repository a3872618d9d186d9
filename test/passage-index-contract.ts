import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note, PassageIndex, SearchTerm } from '../src/index.js';
import { readNotes } from '../src/notes/index.js';

/**
 * What every index of passages promises. Terms are given as `src/text/terms.ts` makes them.
 *
 * @param create builds an index of the notes; it may be asked at once.
 */
export function describePassageIndex(name: string, create: (notes: readonly Note[]) => PassageIndex): void {
  const index = create(notes);
  const textsFor = async (terms: readonly (string | SearchTerm)[], limit = 20) =>
    (await index.candidates(terms.map(boosted), limit)).map(({ entry }) => firstOf(entry.passage));

  describe(`${name} finds passages`, () => {
    it('by any of the terms, best first', async () => {
      const candidates = await index.candidates(['heron', 'lantern'].map(boosted), 20);
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score).toBeGreaterThan(0);
      const texts = candidates.map(({ entry }) => firstOf(entry.passage));
      // It holds both.
      expect(texts[0]).toBe('The Heron lantern weighs 340 grams.');
      expect(texts).toEqual(expect.arrayContaining(['An osprey lantern hangs in the hall.', 'A heron is a bird.']));
    });

    it('by a rare term before a common one', async () => {
      expect((await textsFor(['lantern', 'bird']))[0]).toBe('A heron is a bird.');
    });

    it('by the headings they stand under, the title and the event, though their own words weigh more', async () => {
      expect(await textsFor(['repair'])).toEqual(['To repair a wick, trim it.', 'Oil comes first.']);
      // The field that names the event, and all that stands in its note.
      const ofEvent = await textsFor(['lampcon']);
      expect(ofEvent).toHaveLength(6);
      expect(ofEvent[0]).toBe('LampCon 2016');
    });

    it('by every sentence they hold', async () => {
      expect(await textsFor(['trim'])).toEqual(['To repair a wick, trim it.']);
      expect(await textsFor(['glass'])).toEqual(['The parts are:']);
    });

    it('by a term that is boosted before one that is not', async () => {
      const [osprey, bird] = ['An osprey lantern hangs in the hall.', 'A heron is a bird.'];
      const first = await textsFor([
        { term: 'osprey', boost: 1 },
        { term: 'bird', boost: 0.1 },
      ]);
      const second = await textsFor([
        { term: 'osprey', boost: 0.1 },
        { term: 'bird', boost: 1 },
      ]);
      expect([first[0], second[0]]).toEqual([osprey, bird]);
    });

    it('with all that stands around them', async () => {
      const [candidate] = await index.candidates([boosted('bird')], 1);
      const { note, section, passage } = candidate?.entry ?? {};
      expect(note?.path).toBe('birds.md');
      expect(section?.headings).toEqual(['Birds']);
      expect(note?.passages).toContain(passage);
      expect(note?.sections[passage?.section ?? -1]).toBe(section);
    });

    it('in whatever script they are written', async () => {
      expect(await textsFor(['東京'])).toEqual(['東京で開かれた会議です。']);
      expect(await textsFor(['лампа'])).toEqual(['Лампа горит.']);
    });
  });

  describe(`${name} tells how terms are spread around a passage`, () => {
    const around = async (text: string, terms: readonly string[]) => {
      const candidates = await index.candidates(terms.map(boosted), 20);
      const found = candidates.find(({ entry }) => firstOf(entry.passage) === text);
      const { passages = 0, frequencies = [], before = [], after = [] } = found?.spread ?? {};
      const listed = [frequencies, before, after].map((counts) => Array.from(counts));
      return { passages, of: found?.entry.note.passages.length, listed };
    };

    it('over its note, in the order asked', async () => {
      const { passages, of, listed } = await around('A heron is a bird.', ['bird', 'zeppelin', 'heron']);
      expect(passages).toBe(of);
      // No lamp is told of in the note about birds.
      expect(listed[0]).toEqual([1, 0, 1]);
      expect((await around('An osprey lantern hangs in the hall.', ['heron', 'lantern'])).listed[0]).toEqual([1, 2]);
    });

    it('in the passages beside it', async () => {
      const { listed } = await around('Oil comes first.', ['oil', 'trim']);
      expect(listed.slice(1)).toEqual([
        [0, 0],
        [0, 1],
      ]);
    });
  });

  describe(`${name} gives no more`, () => {
    it('than the limit', async () => {
      for (const limit of [0, 1, 2]) expect(await textsFor(['lantern', 'heron'], limit)).toHaveLength(limit);
      expect((await textsFor(['lantern', 'heron'], 1))[0]).toBe((await textsFor(['lantern', 'heron']))[0]);
    });

    it('than one candidate for a passage', async () => {
      const candidates = await index.candidates(['heron', 'lantern', 'weigh', 'gram'].map(boosted), 20);
      const ids = candidates.map(({ entry }) => entry.passage.id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('than what is accepted, before the limit is counted', async () => {
      const accepted = await index.candidates([boosted('heron')], 1, ({ note }) => note.path === 'birds.md');
      expect(accepted.map(({ entry }) => firstOf(entry.passage))).toEqual(['A heron is a bird.']);
      const bySection = await index.candidates([boosted('lampcon')], 20, ({ section }) => section.anchor === 'repair');
      expect(bySection.map(({ entry }) => entry.section.anchor)).toEqual(['repair', 'repair']);
      expect(await index.candidates([boosted('heron')], 20, () => false)).toEqual([]);
    });

    it('than nothing for terms that no passage holds, and for none', async () => {
      expect(await textsFor(['zeppelin'])).toEqual([]);
      expect(await textsFor([])).toEqual([]);
      for (const term of ['', ' ', '*', 'heron*', '"', 'constructor', '__proto__', "'; drop table", '\uD83D']) {
        expect(await textsFor([term]), term).toEqual([]);
      }
    });

    it('than nothing for the beginning of a term', async () => {
      expect(await textsFor(['hero'])).toEqual([]);
      expect(await textsFor(['lanterns'])).toEqual([]);
    });
  });

  describe(`${name} counts`, () => {
    it('passages, and for each term those that hold it, in the order asked', async () => {
      const { passages, frequencies } = await index.statistics(['lantern', 'zeppelin', 'heron', 'lantern', 'trim']);
      expect(passages).toBe(notes.reduce((sum, note) => sum + note.passages.length, 0));
      expect(frequencies).toEqual([2, 0, 2, 2, 1]);
    });

    it('a passage once, however often it holds a term', async () => {
      expect((await index.statistics(['bell'])).frequencies).toEqual([1]);
    });

    it('no stop words, and nothing that stands in headings alone', async () => {
      expect((await index.statistics(['the', 'wick', 'tongu'])).frequencies).toEqual([0, 1, 0]);
    });
  });

  describe(`${name} completes`, () => {
    it('titles and headings, those that begin so first, each once', async () => {
      expect(await index.complete('lam', 10)).toEqual(expect.arrayContaining(['Lamps', 'Lamp oil']));
      const completed = await index.complete('o', 10);
      expect(completed[0]).toMatch(/^O/i);
      expect(completed).toContain('Lamp oil');
      expect(new Set(completed).size).toBe(completed.length);
    });

    it('whatever the case, and no more than the limit', async () => {
      expect(await index.complete('LAM', 10)).toEqual(await index.complete('lam', 10));
      expect(await index.complete('', 2)).toHaveLength(2);
      expect(await index.complete('', 0)).toEqual([]);
      expect(await index.complete('zeppelin', 10)).toEqual([]);
    });
  });

  describe(`${name} without passages`, () => {
    it.each([
      ['no notes', []],
      ['an empty note', readNotes([{ path: 'a.md', text: '' }]).notes],
    ])('finds nothing in %s', async (_, none) => {
      const empty = create(none);
      expect(await empty.candidates([boosted('heron')], 10)).toEqual([]);
      expect(await empty.statistics(['heron'])).toEqual({ passages: 0, frequencies: [0] });
      expect(await empty.complete('heron', 10)).toEqual([]);
    });
  });

  describe(`${name} is sure of itself`, () => {
    it('and gives the same candidates in the same order when it is built anew', async () => {
      const again = create(notes);
      const term = fc.constantFrom('heron', 'lantern', 'lampcon', 'bell', 'oil', 'repair', 'wick', 'hall', 'zeppelin');
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(term), fc.nat(12), async (terms, limit) => {
          const searched = terms.map(boosted);
          expect(await index.candidates(searched, limit)).toEqual(await again.candidates(searched, limit));
        }),
      );
    });

    it('and takes any terms, a thousand of them, and terms of any length', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), async (terms) => {
          await index.candidates(terms.map(boosted), 5);
          expect((await index.statistics(terms)).frequencies).toHaveLength(terms.length);
        }),
      );
      const many = Array.from({ length: 1000 }, (_, i) => `term${i}`);
      expect((await textsFor([...many, 'bird', 'x'.repeat(40_000)]))[0]).toBe('A heron is a bird.');
    });
  });
}

const { notes } = readNotes([
  {
    path: 'lamps.md',
    text: `---
title: Lamps
event: LampCon 2016
edition: 2016
---
# Lamps

The Heron lantern weighs 340 grams.

An osprey lantern hangs in the hall.

## Repair

Oil comes first.

To repair a wick, trim it.

## Lamp oil

The parts are:

- glass
- brass
`,
  },
  {
    path: 'birds.md',
    text: '# Birds\n\nA heron is a bird.\n\nA bell rings, a second bell rings, and a third bell is silent.\n',
  },
  { path: 'scripts.md', text: '# Other tongues\n\n東京で開かれた会議です。\n\nЛампа горит.\n' },
]);

function boosted(term: string | SearchTerm): SearchTerm {
  return typeof term === 'string' ? { term, boost: 1 } : term;
}

function firstOf({ sentences }: Note['passages'][number]): string {
  return sentences[0]?.text ?? '';
}
