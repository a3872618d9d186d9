import { dateAtStart } from './calendar.js';
import { type DaySaid, dayIn } from './day.js';
import { type Edition, editionIn, eventName } from './edition.js';
import type { Metadata } from './metadata.js';
import type { Section } from './note.js';
import type { Heading } from './sections.js';

/** When and of what a note tells. */
export interface Place {
  readonly event?: string;
  readonly edition?: number;
  readonly day?: number;
  readonly date?: string;
}

/**
 * Finds the edition, day and date of a note: from its front matter, else from its title, first headings, tags, address and
 * path, in this order.
 *
 * The file's name goes before the rest for the day: who filed the note knows the conference's count, and an author may
 * count otherwise. A note that tells of several days has none. A year without a conference's name is no edition; a
 * conference without a year takes the path's, else the date's.
 */
export function placeOf(path: string, title: string, metadata: Metadata, headings: readonly Heading[]): Place {
  const date = metadata.date ?? dateInName(path) ?? dateInAddress(metadata.address);
  const edition = editionOf(path, title, metadata, headings, date);
  const day = metadata.day ?? dayOf(path, title, metadata, headings);
  const event = metadata.event === undefined ? edition && eventName(edition) : eventIn(metadata.event);
  const year = metadata.edition ?? (metadata.event === undefined ? edition?.year : yearOf(metadata.event, edition));
  return {
    ...(event === undefined ? {} : { event }),
    ...(year === undefined ? {} : { edition: year }),
    ...(day === undefined ? {} : { day }),
    ...(date === undefined ? {} : { date }),
  };
}

/** Gives sections the day that their headings name, and the edition where it is of another year than the note's. */
export function placeSections(sections: readonly Section[], place: Place): readonly Section[] {
  // A heading stands in the paths of all sections below it.
  const days = new Map<string, DaySaid>();
  const editions = new Map<string, Edition | undefined>();
  for (const text of sections.flatMap(({ headings }) => headings)) {
    if (days.has(text)) continue;
    days.set(text, dayIn(text));
    editions.set(text, editionIn(text));
  }
  return sections.map((section) => {
    const inner = [...section.headings].reverse();
    const day = inner.map((text) => days.get(text)).find((said) => said !== undefined);
    const edition = inner.map((text) => editions.get(text)).find((found) => found?.year !== undefined);
    const other = edition?.year !== undefined && edition.year !== place.edition;
    return {
      ...section,
      ...(other ? { event: eventName(edition), edition: Number(edition.year) } : {}),
      ...(typeof day === 'number' ? { day } : {}),
    };
  });
}

function editionOf(
  path: string,
  title: string,
  metadata: Metadata,
  headings: readonly Heading[],
  date: string | undefined,
): Edition | undefined {
  const texts = [metadata.event ?? '', title, ...commonEdition(headings), ...metadata.tags, metadata.address ?? ''];
  const folders = path.split('/').reverse();
  const named = [...texts, ...folders].map(editionIn).filter((edition) => edition !== undefined);
  const known = named.find(({ year }) => year !== undefined);
  const first = named[0];
  if (first === undefined) return undefined;
  if (known === undefined) {
    const year = yearIn(path) ?? (date === undefined ? undefined : Number(date.slice(0, 4)));
    return year === undefined ? undefined : { ...first, year: metadata.edition ?? year };
  }
  // "DockerCon 2017" in a folder "dockercon-eu-2017" is the European one.
  const region =
    known.region ?? named.find(({ name, year, region }) => sameEdition(known, name, year) && region)?.region;
  return region === undefined ? known : { ...known, region };
}

function sameEdition(known: Edition, name: string, year: number | undefined): boolean {
  return name.toLowerCase() === known.name.toLowerCase() && year === known.year;
}

/** The headings that stand for the whole note: the first, and all of the outermost level. */
function telling(headings: readonly Heading[]): readonly string[] {
  return headings.filter(({ level }, index) => index === 0 || level === 1).map(({ text }) => text);
}

/** Headings count where they do not name several editions: then the note is about none of them in particular. */
function commonEdition(headings: readonly Heading[]): readonly string[] {
  const texts = telling(headings);
  const years = new Set(texts.map((text) => editionIn(text)?.year).filter((year) => year !== undefined));
  return years.size > 1 ? [] : texts;
}

function dayOf(path: string, title: string, metadata: Metadata, headings: readonly Heading[]): number | undefined {
  const folders = path.split('/');
  const name = folders.at(-1) ?? '';
  const inHeadings = new Set(headings.map(({ text }) => dayIn(text)).filter((said) => said !== undefined));
  const several = inHeadings.size > 1 || inHeadings.has('several');
  const inTitles = telling(headings).map(dayIn);
  const said = [
    dayIn(name),
    dayIn(title),
    several ? 'several' : undefined,
    ...inTitles,
    ...metadata.tags.map(dayIn),
    dayIn(metadata.address ?? ''),
    dayIn(folders.at(-2) ?? ''),
  ].find((day) => day !== undefined);
  return typeof said === 'number' && !(several && dayIn(name) === undefined) ? said : undefined;
}

function eventIn(written: string): string {
  const edition = editionIn(written);
  return edition?.year === undefined ? written : eventName(edition);
}

function yearOf(event: string, edition: Edition | undefined): number | undefined {
  return editionIn(event)?.year ?? yearIn(event) ?? edition?.year;
}

function yearIn(text: string): number | undefined {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text)?.[0];
  return year === undefined ? undefined : Number(year);
}

/** Jekyll's `2017-04-25-title.md`. */
function dateInName(path: string): string | undefined {
  return realDate(dateAtStart(path.split('/').at(-1) ?? ''));
}

function dateInAddress(address: string | undefined): string | undefined {
  const date = /(?<=\/)\d{4}\/\d{1,2}\/\d{1,2}(?=\/|$)/.exec(address ?? '')?.[0];
  return date === undefined ? undefined : realDate(dateAtStart(date));
}

function realDate(date: string | undefined): string | undefined {
  return date === 'impossible' ? undefined : date;
}
