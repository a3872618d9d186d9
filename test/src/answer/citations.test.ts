import { describe, expect, it } from 'vitest';
import { citationOf, cite } from '../../../src/answer/citations.js';
import type { Span } from '../../../src/answer/span.js';
import { createMatcher } from '../../../src/search/matching.js';
import { entriesOf, notesOf } from './ranked.js';

const NOTE = `---
title: Zoo days
event: ZooConf 2018
edition: 2018
day: 1
date: 2018-05-14
---
# Zoo days

## Whales

Whales swim.[^ann] They sing.
They dive.[^bo][^cy]

The whales' wishes were:[^bo]

- peace[^dan]
- fish
  - herring

## ZooConf 2016, day 2

Storks fly.

[^ann]: [Whales](https://zoo.example.org/whales), Ann Author, 2018-05-15
[^bo]: [Depths](https://zoo.example.org/depths), Bo Writer, 2018
[^cy]: A leaflet, Cy, 2017
[^dan]: [Evil](javascript:alert(1)), Dan
`;
const [title, ...entries] = entriesOf(notesOf(NOTE)).filter(({ passage }) => passage.kind !== 'field');
const [paragraph, list, storks] = [title, ...entries] as [Span['entry'], Span['entry'], Span['entry']];
const span = (entry: Span['entry'], from: number, to = from): Span => ({ entry, from, to });
const sourcesOf = (...args: Parameters<typeof span>) => citationOf(span(...args), 1).sources.map((one) => one.title);

describe('a citation', () => {
  it('tells the note, the section and the very lines', () => {
    expect(citationOf(span(paragraph, 1, 2), 3)).toMatchObject({
      number: 3,
      note: 'a.md',
      title: 'Zoo days',
      event: 'ZooConf 2018',
      day: 1,
      date: '2018-05-14',
      section: ['Zoo days', 'Whales'],
      anchor: 'whales',
      lines: { from: 12, to: 13 },
      quote: 'They sing.\nThey dive.',
    });
  });

  it('tells the edition that the heading names before that of the note', () => {
    expect(citationOf(span(storks, 0), 1)).toMatchObject({ event: 'ZooConf 2016', day: 2 });
  });

  it('names the sources of the very sentences', () => {
    expect(sourcesOf(paragraph, 0)).toEqual(['Whales']);
    expect(sourcesOf(paragraph, 2)).toEqual(['Depths', 'A leaflet']);
    expect(sourcesOf(paragraph, 0, 2)).toEqual(['Whales', 'Depths', 'A leaflet']);
  });

  it('names the sources that follow in the paragraph, where a sentence has none', () => {
    expect(sourcesOf(paragraph, 1)).toEqual(['Depths', 'A leaflet']);
  });

  it('names the sources of the line that leads into the list, where an item has none', () => {
    expect(sourcesOf(list, 2)).toEqual(['Depths']);
    expect(sourcesOf(list, 1)).toEqual(['Evil']);
  });

  it('links to the first source that has an address', () => {
    expect(citationOf(span(paragraph, 2), 1).url).toBe('https://zoo.example.org/depths');
  });

  it('links to nowhere without one', () => {
    expect(citationOf(span(list, 1), 1)).not.toHaveProperty('url');
    expect(citationOf(span(storks, 0), 1)).toMatchObject({ sources: [] });
    expect(citationOf(span(storks, 0), 1)).not.toHaveProperty('url');
  });
});

describe('a citation of a published note', () => {
  const linkTo = (sentence: string, url = 'https://blog.example.org/day-1') => {
    const [entry] = entriesOf(notesOf(`---\ntitle: A\nurl: ${url}\n---\n${sentence}\n`));
    return citationOf(span(entry as Span['entry'], 0), 1).url;
  };

  it('links to the very words', () => {
    expect(linkTo('Whales swim.')).toBe('https://blog.example.org/day-1#:~:text=Whales%20swim.');
  });

  it('links to where a long sentence begins and ends', () => {
    expect(linkTo('One two three four five six seven eight nine.')).toBe(
      'https://blog.example.org/day-1#:~:text=One%20two%20three%20four,six%20seven%20eight%20nine.',
    );
  });

  it('writes marks that mean something in a link as codes', () => {
    const link = linkTo('A well-known, 100% & "true" whale') ?? '';
    expect(link).toContain('#:~:text=');
    const [, words = ''] = link.split('#:~:text=');
    expect(words).not.toMatch(/[-&"\s]/);
    expect(words.split(',').map(decodeURIComponent).join(' ')).toBe('A well-known, 100% & "true" whale');
  });

  it('leaves an address alone that points into the page already', () => {
    expect(linkTo('Whales swim.', 'https://blog.example.org/day-1#whales')).toBe(
      'https://blog.example.org/day-1#whales',
    );
  });

  it('links to text that holds half a character', () => {
    expect(linkTo('Half \uD83D whale.')).toBe('https://blog.example.org/day-1#:~:text=Half%20%EF%BF%BD%20whale.');
    expect(linkTo('Whole 😀 whale.')).toBe('https://blog.example.org/day-1#:~:text=Whole%20%F0%9F%98%80%20whale.');
  });
});

describe('what is shown', () => {
  it('stands beside its citation, in parts that say what they are', () => {
    const { excerpts, citations } = cite(
      [span(list, 0, 3), span(storks, 0)],
      createMatcher([], 1, () => 0),
    );
    expect(citations.map(({ number }) => number)).toEqual([1, 2]);
    expect(excerpts.map(({ citation }) => citation)).toEqual([1, 2]);
    expect(excerpts[0]?.parts.map(({ role, depth, text }) => [role, depth, text])).toEqual([
      ['lead-in', undefined, "The whales' wishes were:"],
      ['item', 0, 'peace'],
      ['item', 0, 'fish'],
      ['item', 1, 'herring'],
    ]);
  });

  it('tells where a part goes on with the list item before it', () => {
    const [entry] = entriesOf(notesOf('- Whales swim. They sing.\n- Storks fly.\n')) as [Span['entry']];
    const { excerpts } = cite(
      [span(entry, 0, 2)],
      createMatcher([], 1, () => 0),
    );
    expect(excerpts[0]?.parts.map(({ continues }) => continues === true)).toEqual([false, true, false]);
  });

  it('does not go on with an item that is not shown', () => {
    const [entry] = entriesOf(notesOf('- Whales swim. They sing.\n- Storks fly.\n')) as [Span['entry']];
    const { excerpts } = cite(
      [span(entry, 1, 2)],
      createMatcher([], 1, () => 0),
    );
    expect(excerpts[0]?.parts[0]).not.toHaveProperty('continues');
  });
});
