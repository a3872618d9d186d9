import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../src/notes/index.js';
import type { Note } from '../../../src/notes/note.js';
import { isInScope, isScoped } from '../../../src/search/scope.js';

const front = 'event: KiteConf EU 2018\nedition: 2018\nday: 1';
const [note] = readNotes([
  { path: 'a.md', text: `---\n${front}\n---\n# Notes\n\nA.\n\n## KiteConf 2016, day 2\n\nB.\n` },
]).notes as [Note];
const [own, heading] = [note.sections[0], note.sections.at(-1)] as [Note['sections'][0], Note['sections'][0]];
const years: readonly number[] = [];

describe('a scope', () => {
  it('restricts by year, day or region, and not when it names none', () => {
    expect(isScoped({ years })).toBe(false);
    expect(isScoped({ years: [2018] })).toBe(true);
    expect(isScoped({ years, day: 1 })).toBe(true);
    expect(isScoped({ years, europe: false })).toBe(true);
  });

  it.each([
    ['everything', { years }, [true, true]],
    ["the note's year", { years: [2018] }, [true, false]],
    ["the heading's year, which goes before", { years: [2016] }, [false, true]],
    ['one of several years', { years: [2016, 2018, 2020] }, [true, true]],
    ['another year', { years: [2020] }, [false, false]],
    ["the note's day", { years, day: 1 }, [true, false]],
    ["the heading's day", { years, day: 2 }, [false, true]],
    ['European editions', { years, europe: true }, [true, false]],
    ['the others', { years, europe: false }, [false, true]],
  ])('of %s', (_, scope, expected) => {
    expect([own, heading].map((section) => isInScope(scope, { note, section }))).toEqual(expected);
  });

  it('of a day admits a place that does not say its day, and of a year none that does not say its year', () => {
    const [plain] = readNotes([{ path: 'b.md', text: '# Notes\n\nText.\n' }]).notes as [Note];
    const place = { note: plain, section: plain.sections[0] as Note['sections'][0] };
    expect(isInScope({ years, day: 2 }, place)).toBe(true);
    expect(isInScope({ years: [2018] }, place)).toBe(false);
  });
});
