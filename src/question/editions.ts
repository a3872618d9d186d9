import type { Note } from '../notes/note.js';
import { normalize, tokenize } from '../text/tokens.js';
import { toldCities } from './told-cities.js';

/** One general session that the notes are about, as far as they say. */
export interface Edition {
  readonly year?: number;
  readonly day?: number;
  /** Whether the event's name says that it is a European one. */
  readonly europe: boolean;
  /** Words of the city, normalised; empty when not given. */
  readonly city: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly date?: string;
}

/** The sessions that the notes are about, each once. */
export function editionsOf(notes: readonly Note[]): readonly Edition[] {
  const editions = new Map<string, Edition>();
  const told = toldCities(notes);
  for (const note of notes) {
    const edition = editionOf(note, told.get(note.event ?? ''));
    editions.set(JSON.stringify(edition), edition);
  }
  return [...editions.values()];
}

function editionOf(note: Note, told = ''): Edition {
  return {
    ...(note.edition === undefined ? {} : { year: note.edition }),
    ...(note.day === undefined ? {} : { day: note.day }),
    ...(note.date === undefined ? {} : { date: note.date }),
    europe: words(note.event ?? '').some((word) => EUROPE.has(word)),
    city: words(fieldOf(note, 'city') || told),
  };
}

/** A city and the editions that were held there. */
export interface City {
  /** The words by which it is called, normalised, or their initials; at least one. */
  readonly words: readonly string[];
  /** As the notes write it, normalised. */
  readonly name: string;
  readonly years: ReadonlySet<number>;
  /** Whether its editions are European ones; undefined when that does not tell them from others. */
  readonly europe: boolean | undefined;
  /** Its place in the order of their first editions. */
  readonly order: number;
}

/** The cities of editions by their first word. */
export function citiesOf(editions: readonly Edition[]): ReadonlyMap<string, readonly City[]> {
  const held = new Map<string, Edition[]>();
  for (const edition of editions) {
    const name = edition.city.join(' ');
    const others = held.get(name);
    if (others === undefined) held.set(name, [edition]);
    else others.push(edition);
  }
  const cities = new Map<string, City[]>();
  for (const [order, there] of [...held.values()].entries()) {
    const [{ city: words, europe } = { city: [], europe: undefined }] = there;
    const [first] = words;
    if (first === undefined) continue;
    const sameRegion = there.every((edition) => edition.europe === europe);
    const city = {
      years: new Set(there.flatMap((edition) => edition.year ?? [])),
      europe: sameRegion && there.length < editions.length ? europe : undefined,
      order,
      name: words.join(' '),
    };
    const add = (called: readonly string[]) => {
      const [start = first] = called;
      cities.set(start, [...(cities.get(start) ?? []), { ...city, words: called }]);
    };
    add(words);
    // "SF" for San Francisco.
    if (words.length > 1) add([words.map((word) => word[0]).join('')]);
  }
  return cities;
}

/** The words of the events' names without year and region, normalised: "DockerCon EU 2017" gives dockercon. */
export function eventNamesOf(notes: readonly Note[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const note of notes) {
    for (const word of words(note.event ?? '')) if (!/^\d+$/.test(word) && !EUROPE.has(word)) names.add(word);
  }
  return names;
}

/** Whether a word is the name of an event, or of several of its editions: "DockerCons". */
export function isEventName(word: string, eventNames: ReadonlySet<string>): boolean {
  return eventNames.has(word) || eventNames.has(word.replace(/s$/, ''));
}

/** Words by which a conference names its European edition. */
export const EUROPE: ReadonlySet<string> = new Set(['eu', 'europe', 'european', 'emea']);

function fieldOf(note: Note, label: string): string {
  const field = note.passages.find((passage) => passage.kind === 'field' && passage.label === label);
  return field?.sentences[0]?.text ?? '';
}

function words(text: string): string[] {
  return tokenize(text).map((token) => normalize(token.text));
}
