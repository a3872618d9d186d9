import type { Note } from '../notes/note.js';

/**
 * The cities of editions as the notes tell them in passing, by the event's name: "DockerCon 2017 in Austin, TX", "DockerCon EU 2015
 * (Barcelona, November 16)". Of several, the one that is told most often. Editions whose notes give a city in front matter are
 * left out.
 */
export function toldCities(notes: readonly Note[]): ReadonlyMap<string, string> {
  const byEvent = new Map<string, Note[]>();
  for (const note of notes) {
    if (note.event === undefined || note.edition === undefined) continue;
    const others = byEvent.get(note.event);
    if (others === undefined) byEvent.set(note.event, [note]);
    else others.push(note);
  }
  const cities = new Map<string, string>();
  for (const [event, told] of byEvent) {
    if (told.some(hasCity)) continue;
    const city = mostTold(citiesIn(told, inCity(event)));
    if (city !== undefined) cities.set(event, city);
  }
  return cities;
}

/** Whether a note's front matter gives its city. */
function hasCity(note: Note): boolean {
  return note.passages.some(({ kind, label }) => kind === 'field' && label?.toLowerCase() === 'city');
}

/** A capitalised name behind the event's: "in Austin", "(San Francisco, …". The name may lack the region or have it behind the year. */
function inCity(event: string): RegExp {
  const name = event.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`\\b${name.join('[ ,]+')}(?: in | \\()(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?)`, 'gu');
}

function citiesIn(notes: readonly Note[], pattern: RegExp): string[] {
  const texts = notes.flatMap(({ title, sections, passages }) => [
    title,
    ...new Set(sections.flatMap(({ headings }) => headings)),
    ...passages.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  ]);
  return texts
    .flatMap((text) => (/ in | \(/.test(text) ? [...text.slice(0, LONGEST).matchAll(pattern)] : []))
    .flatMap(([, city = '']) => (/^\p{Lu}/u.test(city) && !MONTHS.test(city) ? [city] : []));
}

/** Where an edition took place is told early in a sentence. In characters. */
const LONGEST = 500;
const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

function mostTold(cities: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const city of cities) counts.set(city, (counts.get(city) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return most?.[0];
}
