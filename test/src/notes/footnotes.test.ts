import { describe, expect, it } from 'vitest';
import { noteOf, problemsOf } from './reading.js';

describe('a source', () => {
  const sourceOf = (definition: string) => noteOf(`Text.[^a]\n\n[^a]: ${definition}`).sources[0];

  it.each([
    [
      '[Live: Day 2](https://example.org/2015/06/23/), Jane Doe, 2015-06-23',
      { title: 'Live: Day 2', url: 'https://example.org/2015/06/23/', author: 'Jane Doe', date: '2015-06-23' },
    ],
    ['[A *b*](https://example.org/), Docker, Inc., 2015-06', { title: 'A b', author: 'Docker, Inc.', date: '2015-06' }],
    ['[A](https://example.org/), unknown author, 2015', { title: 'A', date: '2015' }],
    ['[A](https://example.org/)', { title: 'A', url: 'https://example.org/' }],
    ['[A](https://example.org/), Jane Doe', { title: 'A', author: 'Jane Doe' }],
    ['[A](https://example.org/) (2015-06-23)', { title: 'A', date: '2015-06-23' }],
    [
      'Notes of a visitor, Jane Doe, 2015-06-23',
      { title: 'Notes of a visitor', author: 'Jane Doe', date: '2015-06-23' },
    ],
    ['Docker, Inc. news, June 23, 2015', { title: 'Docker, Inc. news', date: '2015-06-23' }],
    ['Notes, on paper', { title: 'Notes, on paper' }],
    ['https://example.org/a?b=c.', { url: 'https://example.org/a?b=c' }],
    ['<https://example.org/a>', { url: 'https://example.org/a' }],
    ['Slides: https://example.org/a', { title: 'Slides', url: 'https://example.org/a' }],
    ['[A](https://example.org/), Jane Doe, 2015-02-30', { title: 'A' }],
  ])('is read from %s', (definition, expected) => {
    expect(sourceOf(definition)).toMatchObject({ label: 'a', ...expected });
  });

  it('has the whole definition as text', () => {
    expect(sourceOf('[A](https://example.org/), Jane *Doe*, 2015')?.text).toBe('A, Jane Doe, 2015');
    expect(sourceOf('One\n    and two.\n\n    Three.')?.text).toBe('One and two. Three.');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://user:secret@example.org/', '/relative'])(
    'has no link to %s',
    (url) => {
      const text = `# DockerCon 2015\n\nText.[^a]\n\n[^a]: <a href="x">x</a> [A](${url})`;
      expect(noteOf(text).sources[0]).not.toHaveProperty('url');
    },
  );

  it('with an unusable link is reported', () => {
    expect(problemsOf('Text.[^a]\n\n[^a]: [A](https://user:secret@example.org/)', 'dockercon-2015/day1.md')).toContain(
      '3 error url',
    );
  });
});

describe('footnote marks', () => {
  it('name the sources of the sentence before them, and are no text', () => {
    const note = noteOf('# T\n\nOne.[^a] Two[^b] goes on.[^a][^c]\nThree. [^b] Four.\n\n[^a]: A\n[^b]: B\n[^c]: C\n');
    expect(note.passages[0]?.sentences.map(({ text, sources }) => [text, sources])).toEqual([
      ['One.', ['a']],
      ['Two goes on.', ['b', 'a', 'c']],
      ['Three.', ['b']],
      ['Four.', []],
    ]);
    expect(note.passages[0]?.sources).toEqual(['a', 'b', 'c']);
    expect(note.passages).toHaveLength(1);
    expect(note.sources.map(({ label }) => label)).toEqual(['a', 'b', 'c']);
  });

  it('count for lists, tables and quotes', () => {
    const note = noteOf(
      'Goals:[^a]\n\n- One[^b]\n- Two\n\n| H[^a] | I |\n|--|--|\n| c | d[^b] |\n\n> Said.[^b]\n\n[^a]: A\n[^b]: B\n',
    );
    expect(note.passages.map(({ kind, sources }) => [kind, sources])).toEqual([
      ['list', ['a', 'b']],
      ['table', ['a', 'b']],
      ['quote', ['b']],
    ]);
  });

  it('find their definition whatever its case, as on Git hosts', () => {
    expect(noteOf('Text.[^Lowe]\n\n[^lowe]: A').passages[0]?.sources).toEqual(['lowe']);
  });

  it('without a definition are no text, and an error that names the line', () => {
    const text = '# DockerCon 2015\n\nOne\nTwo.[^nope] Three.[^nope]';
    expect(
      noteOf(text)
        .passages[0]?.sentences.map((sentence) => sentence.text)
        .join(' '),
    ).toBe('One Two. Three.');
    expect(problemsOf(text)).toEqual(['4 error footnote-undefined']);
  });

  it('in code are text', () => {
    expect(noteOf('Type `[^x]`.').passages[0]?.sentences[0]?.text).toBe('Type [^x].');
  });

  it('written in the text are sources of their own', () => {
    const note = noteOf('# DockerCon 2015\n\nOne.^[See [A](https://example.org/), Jane Doe, 2015] Two.^[B]');
    expect(note.passages[0]?.sentences.map(({ text, sources }) => [text, sources])).toEqual([
      ['One.', ['inline-1']],
      ['Two.', ['inline-2']],
    ]);
    expect(note.sources).toEqual([
      {
        label: 'inline-1',
        text: 'See A, Jane Doe, 2015',
        title: 'A',
        author: 'Jane Doe',
        date: '2015',
        url: 'https://example.org/',
      },
      { label: 'inline-2', text: 'B', title: 'B' },
    ]);
  });

  it('may name what objects have of themselves', () => {
    expect(
      noteOf('Text.[^constructor][^__proto__]\n\n[^constructor]: A\n[^__proto__]: B').passages[0]?.sources,
    ).toEqual(['constructor', '__proto__']);
  });
});

describe('footnote definitions', () => {
  it('that no mark names, or that stand twice, are warnings', () => {
    const text = '# DockerCon 2015\n\nText.[^a]\n\n[^a]: A\n[^b]: B\n[^a]: C\n';
    expect(noteOf(text).sources.map(({ text: said }) => said)).toEqual(['A', 'B']);
    expect(problemsOf(text)).toEqual(['6 warning footnote-unused', '7 warning footnote-twice']);
  });
});
