import { describe, expect, it } from 'vitest';
import { asksAcrossEditions, timeline } from '../../../src/answer/timeline.js';
import { entriesOf, notesOf, queryOf, rankedBy } from './ranked.js';

describe('a question across editions', () => {
  it.each([
    'which ZooCons had a whale',
    'how did attendance grow over the years',
    'who spoke at every ZooCon',
    'how many visitors came each year',
    'at which conference was the whale shown',
    'who spoke in both 2016 and 2018',
    'timeline of the whale',
    'where were the European ZooCons',
  ])('is "%s"', (question) => {
    expect(asksAcrossEditions(queryOf({ question, standalone: question }))).toBe(true);
  });

  it('is one that names several years', () => {
    expect(asksAcrossEditions(queryOf({ scope: { years: [2016, 2018] } }))).toBe(true);
  });

  it.each(['who showed the whale', 'what happened at ZooCon 2016', 'how many years old is the whale', ''])(
    'is not "%s"',
    (question) => {
      expect(asksAcrossEditions(queryOf({ question, standalone: question }))).toBe(false);
    },
  );

  it('is soon told, however long it is', () => {
    const question = 'zoocons '.repeat(5000);
    expect(asksAcrossEditions(queryOf({ question, standalone: question }))).toBe(false);
  });
});

describe('a timeline', () => {
  const edition = (event: string, year: number, text: string) =>
    `---\nevent: ${event}\nedition: ${year}\n---\n# ${event}\n\n${text}\n`;
  const entries = entriesOf(
    notesOf(
      edition('ZooCon EU 2018', 2018, 'Berlin came.'),
      edition('ZooCon 2018', 2018, 'Boston came.\n\nBoston left.'),
      edition('ZooCon 2016', 2016, 'Aspen came.'),
      edition('ZooCon 2020', 2020, 'Paris came.'),
    ),
  ).filter(({ passage }) => passage.kind !== 'field');
  const textsFor = (scores: Readonly<Record<string, number>>, years: readonly number[] = []) =>
    timeline(
      rankedBy(entries, (text) => scores[text] ?? -100),
      queryOf({ scope: { years } }),
    ).map(({ entry, from }) => entry.passage.sentences[from]?.text);

  it('shows the best of each edition in order of date, the European one of a year last', () => {
    const scores = {
      'Paris came.': 20,
      'Boston left.': 19.5,
      'Boston came.': 19,
      'Berlin came.': 18.8,
      'Aspen came.': 18.5,
    };
    expect(textsFor(scores)).toEqual(['Aspen came.', 'Boston left.', 'Berlin came.', 'Paris came.']);
  });

  it('leaves out editions whose best lies far behind', () => {
    expect(textsFor({ 'Paris came.': 20, 'Boston came.': 19, 'Aspen came.': -20 })).toEqual([
      'Boston came.',
      'Paris came.',
    ]);
  });

  it('reaches further down for the years that the question names', () => {
    const scores = { 'Paris came.': 20, 'Aspen came.': 10 };
    expect(textsFor(scores)).toEqual([]);
    expect(textsFor(scores, [2016, 2020])).toEqual(['Aspen came.', 'Paris came.']);
  });

  it('is none with one edition, and none of nothing', () => {
    expect(textsFor({ 'Paris came.': 20 })).toEqual([]);
    expect(timeline([], queryOf({}))).toEqual([]);
  });
});
