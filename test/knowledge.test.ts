/** The notes that ship: what every one of them promises. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Note } from '../src/notes/note.js';
import { readNotes } from '../src/notes/read-notes.js';

const FOLDER = new URL('../knowledge/', import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(new URL(path, FOLDER), 'utf8') }));
const { notes, problems, skipped } = readNotes(files);

describe('the notes that ship', () => {
  it('are all read, without a problem', () => {
    expect(problems).toEqual([]);
    expect(skipped).toEqual([]);
    expect(notes).toHaveLength(files.length);
  });

  it('cover every DockerCon', () => {
    const events = new Set(notes.map(({ event }) => event));
    const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
    const european = [2014, 2015, 2017, 2018];
    expect([...events].sort()).toEqual(
      [...years.map((year) => `DockerCon ${year}`), ...european.map((year) => `DockerCon EU ${year}`)].sort(),
    );
  });

  it('claim no event and day twice', () => {
    const claimed = notes.filter(({ day }) => day !== undefined).map(({ event, day }) => `${event}, day ${day}`);
    expect(new Set(claimed).size).toBe(claimed.length);
  });
});

describe.each(notes.map((note) => [note.path, note] as const))('%s', (_path, note) => {
  it('says in its front matter what it is about', () => {
    expect(note.title).toContain(`${note.edition}`);
    expect(note.event).toMatch(/^DockerCon (?:EU )?\d{4}$/);
    expect(note.event).toContain(`${note.edition}`);
    expect(fieldOf(note, 'city')).not.toBe('');
    expect(fieldOf(note, 'dates')).toContain(`${note.edition}`);
  });

  it('names a source for every passage', () => {
    const bare = note.passages.filter(({ kind, sources }) => kind !== 'field' && sources.length === 0);
    expect(bare.map(({ lines }) => lines.from)).toEqual([]);
  });

  it('resolves every footnote, and links only by http', () => {
    const labels = new Set(note.sources.map(({ label }) => label));
    for (const { sources } of note.passages) for (const label of sources) expect(labels).toContain(label);
    for (const { url } of note.sources) if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
    expect(note.sources.length).toBeGreaterThan(0);
  });

  it('has a date within those of its event', () => {
    if (note.date === undefined) return;
    const [from, to] = spanOf(fieldOf(note, 'dates'));
    expect(note.date >= from && note.date <= to, `${note.date} in ${fieldOf(note, 'dates')}`).toBe(true);
  });
});

function fieldOf(note: Note, label: string): string {
  return note.passages.find((passage) => passage.kind === 'field' && passage.label === label)?.sentences[0]?.text ?? '';
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** First and last day of "June 22-23, 2015", "April 29 - May 2, 2019" or "May 28, 2020". */
function spanOf(dates: string): [string, string] {
  const year = /\d{4}/.exec(dates)?.[0] ?? '';
  const days: string[] = [];
  let month = '';
  for (const [word] of dates.replace(year, '').matchAll(/\p{L}+|\d+/gu)) {
    const named = MONTHS.indexOf(word) + 1;
    if (named > 0) month = String(named).padStart(2, '0');
    else if (/^\d+$/.test(word)) days.push(`${year}-${month}-${word.padStart(2, '0')}`);
  }
  return [days[0] ?? '', days.at(-1) ?? ''];
}
