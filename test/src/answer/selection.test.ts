import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { select } from '../../../src/answer/selection.js';
import { lengthOf, type Span } from '../../../src/answer/span.js';
import { entriesOf, notesOf, queryOf, rankedBy } from './ranked.js';

const textOf = ({ entry, from, to }: Span) =>
  entry.passage.sentences
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ');
const textsOf = (spans: readonly Span[]) => spans.map(textOf);

/** Scores by the text; sentences that are not named lie far behind. */
const scored = (entries: ReturnType<typeof entriesOf>, scores: Readonly<Record<string, number>>, evidence = {}) =>
  rankedBy(entries, (text) => scores[text] ?? -100, evidence);

describe('what is chosen', () => {
  it('is nothing of nothing', () => {
    expect(select([], queryOf())).toEqual([]);
  });

  it('is the best sentence alone when the others lie far behind', () => {
    const entries = entriesOf(notesOf('One flies. Two swims.\n\nThree walks.\n'));
    expect(textsOf(select(scored(entries, { 'Two swims.': 20 }), queryOf()))).toEqual(['Two swims.']);
  });

  it('is a neighbour, too, that is nearly as good, in one piece and in the order of the note', () => {
    const entries = entriesOf(notesOf('One flies. Two swims. Three walks.\n'));
    const spans = select(scored(entries, { 'Two swims.': 20, 'One flies.': 17 }), queryOf());
    expect(textsOf(spans)).toEqual(['One flies. Two swims.']);
  });

  it('is a sentence of another note that is as good and says something else', () => {
    const entries = entriesOf(notesOf('Whales swim far.\n', 'Storks fly high.\n'));
    const spans = select(scored(entries, { 'Whales swim far.': 20, 'Storks fly high.': 19.5 }), queryOf());
    expect(textsOf(spans)).toEqual(['Whales swim far.', 'Storks fly high.']);
  });

  it('is no copy from another note', () => {
    const entries = entriesOf(notesOf('Whales swim far each year.\n', 'Each year the whales swim far.\n'));
    const spans = select(
      scored(entries, { 'Whales swim far each year.': 20, 'Each year the whales swim far.': 19.9 }),
      queryOf(),
    );
    expect(textsOf(spans)).toEqual(['Whales swim far each year.']);
  });

  it('is as short as the kind of question allows', () => {
    const long = (name: string) => `${name} ${'goes on and on '.repeat(12)}here.`;
    const text = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'].map(long).join('\n\n');
    const ranked = rankedBy(entriesOf(notesOf(`${text}\n`)), (_, i) => 20 - i / 100);
    for (const [kind, longest] of [
      ['person', 350],
      ['fact', 500],
      ['list', 900],
    ] as const) {
      const spans = select(ranked, queryOf({ kind }));
      expect(spans.reduce((sum, span) => sum + lengthOf(span), 0)).toBeLessThanOrEqual(longest);
    }
  });

  it('is the sentence of the same section that names a person, where the best one does not', () => {
    const entries = entriesOf(
      notesOf('# Zoo\n\n## Whales\n\nThe whale show was opened with music.\n\nAnn Lee spoke first.\n'),
    );
    const ranked = scored(entries, { 'The whale show was opened with music.': 20, 'Ann Lee spoke first.': 14 }).map(
      (one) => (one.score === 14 ? { ...one, evidence: { ...one.evidence, holdsPerson: 1 } } : one),
    );
    expect(textsOf(select(ranked, queryOf({ kind: 'person' })))).toContain('Ann Lee spoke first.');
  });

  it('comes with the paragraph that answers what it asks at its end', () => {
    const entries = entriesOf(notesOf('Whales swim far. Storks fly high. Why do they?\n\nBecause of the cold.\n'));
    const ranked = scored(entries, { 'Whales swim far.': 20, 'Storks fly high.': 19, 'Why do they?': 18 });
    expect(textsOf(select(ranked, queryOf()))).toEqual([
      'Whales swim far. Storks fly high. Why do they?',
      'Because of the cold.',
    ]);
  });

  it('comes with the line that names the speaker, where a person is asked for and none is named', () => {
    const entries = entriesOf(notesOf('# Zoo\n\n## Whales\n\nAnn Lee, Acme\n\nWhales swim far.\n'));
    const ranked = scored(entries, { 'Whales swim far.': 20 });
    const asked = queryOf({ kind: 'attribution', answerTypes: ['person', 'quotation'] });
    expect(textsOf(select(ranked, asked))).toEqual(['Ann Lee, Acme', 'Whales swim far.']);
    expect(textsOf(select(ranked, queryOf()))).toEqual(['Whales swim far.']);
  });
});

describe('whatever is ranked', () => {
  const sentence = fc.constantFrom(
    'Whales swim.',
    'It dives.',
    'They sing songs.',
    'Who sings?',
    'The rule is:',
    'A stork flies over the sea and comes back in spring.',
    'There is more.',
  );
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 7 }).map((all) => all.join(' '));
  const list = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((all) => `- ${all.join('\n- ')}`);
  const text = fc
    .array(fc.oneof(paragraph, list, fc.constant('## Next')), { minLength: 1, maxLength: 6 })
    .map((blocks) => `# Zoo\n\n${blocks.join('\n\n')}\n`);
  const kind = fc.constantFrom('fact', 'person', 'list', 'number', 'definition', 'comparison' as const);

  it('the best sentence is shown, nothing twice, and little in all', () => {
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), kind, (note, scores, asked) => {
        const ranked = rankedBy(entriesOf(notesOf(note)), (_, i) => scores[i % scores.length] as number);
        const spans = select(ranked, queryOf({ kind: asked as 'fact' }));
        if (ranked.length === 0) return;
        const shown = spans.flatMap(({ entry, from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => `${entry.passage.id} ${from + i}`),
        );
        const [top] = ranked;
        expect(shown).toContain(`${top?.passage.candidate.entry.passage.id} ${top?.index}`);
        expect(new Set(shown).size).toBe(shown.length);
        expect(spans.reduce((sum, span) => sum + lengthOf(span), 0)).toBeLessThanOrEqual(1000);
      }),
      { numRuns: 1000 },
    );
  });
});
