import { describe, expect, test } from 'vitest';
import { shownSources } from '../../../adapters/chat/citation-sources.js';
import { withEvents } from '../../../adapters/chat/excerpt-blocks.js';
import { noteName } from '../../../adapters/chat/note-names.js';
import { surroundingsOf } from '../../../adapters/chat/surroundings.js';
import { layOutTable } from '../../../adapters/chat/table-layout.js';
import type { ExcerptPart } from '../../../src/index.js';
import { answered, citation, excerpt } from '../fakes.js';

const part = (text: string, role: ExcerptPart['role']): ExcerptPart => ({ text, role, highlights: [] });

describe('a table', () => {
  test('that is narrow stands in columns, whatever its letters', () => {
    expect(layOutTable([part('Who\tNo.', 'header'), part('🦑\t1', 'row')])).toEqual({
      form: 'lines',
      lines: ['Who  No.', '---  ---', '🦑    1'],
    });
  });

  test('that is wide is taken row by row, named by its header', () => {
    const long = 'x'.repeat(50);
    expect(layOutTable([part('Year\tWhat', 'header'), part(`2014\t${long}`, 'row')])).toEqual({
      form: 'rows',
      names: ['Year', 'What'],
      rows: [['2014', long]],
    });
  });

  test('of a header alone, or of rows alone, loses nothing', () => {
    const long = 'x'.repeat(50);
    for (const role of ['header', 'row'] as const)
      expect(layOutTable([part(long, role)])).toEqual({ form: 'rows', names: [], rows: [[long]] });
  });
});

describe('excerpts', () => {
  test('of one event need not be told apart; of several, each change is named', () => {
    const other = citation({ number: 2, event: 'DockerCon 2017', day: 1 });
    const excerpts = [excerpt('a'), excerpt('b'), excerpt('c', { citation: 2 })];
    expect(withEvents({ excerpts, citations: [citation()] }).map(({ event }) => event)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(withEvents({ excerpts, citations: [citation(), other] }).map(({ event }) => event)).toEqual([
      'DockerCon 2015, day 2',
      undefined,
      'DockerCon 2017, day 1',
    ]);
  });
});

describe('sources', () => {
  const room = { most: 2, name: 20, address: 60 };

  test('begin with the address of the note itself, unless it is one of them', () => {
    const source = { title: 'Blog', url: 'https://example.com/blog', author: 'Ann' };
    expect(shownSources(citation({ url: 'https://example.com/', sources: [source] }), room).shown).toMatchObject([
      { name: 'DockerCon 2015, day…', address: 'https://example.com/', by: '' },
      { name: 'Blog', address: 'https://example.com/blog', by: 'Ann' },
    ]);
    expect(shownSources(citation({ url: source.url, sources: [source] }), room).shown).toHaveLength(1);
  });

  test('that are too many are counted; one that cannot be linked is named all the same', () => {
    const sources = [{ title: 'A', url: 'javascript:alert(1)' }, { title: ' ' }, { title: 'C' }];
    const { shown, left } = shownSources(citation({ url: `https://example.com/${'x'.repeat(60)}`, sources }), room);
    expect(shown).toEqual([
      { name: 'A', isAddress: false, by: '' },
      { name: 'source', isAddress: false, by: '' },
    ]);
    expect(left).toBe(1);
  });

  test('whose title reads like an address show the address they lead to', () => {
    const source = { title: 'www.bank.example', url: 'https://evil.example/' };
    expect(shownSources(citation({ url: source.url, sources: [source] }), room).shown).toEqual([
      { name: 'https://evil.exampl…', address: 'https://evil.example/', isAddress: true, by: '' },
    ]);
  });
});

test('a note is called by what its event does not say', () => {
  const note = { path: 'a.md', event: 'DockerCon 2015', sources: [], passages: 1 };
  expect(noteName({ ...note, title: 'DockerCon 2015: opening', date: '2015-06-22' })).toBe('2015-06-22, opening');
  expect(noteName({ ...note, title: 'DockerCon 2015', day: 1 })).toBe('day 1');
  expect(noteName({ ...note, title: 'DockerCon 2015' })).toBe('DockerCon 2015');
});

test('what stands around an answer is each passage once, and what was found elsewhere', () => {
  const hit = {
    note: citation().note,
    lines: { from: 40, to: 42 },
    sentence: 'One.',
    passage: 'One. Two.',
    score: 1,
    features: {},
  };
  const elsewhere = { ...hit, note: 'other.md', sentence: 'Three.', passage: 'Three. Four.' };
  const answer = answered({
    citations: [citation(), citation({ number: 2 })],
    explanation: { terms: [], hits: [hit, { ...hit, sentence: 'Two.' }, elsewhere, elsewhere] },
  });
  const { passages, runnersUp } = surroundingsOf(answer);
  expect(passages.map(({ passage }) => passage)).toEqual(['One. Two.']);
  expect(runnersUp).toEqual([elsewhere]);
});
