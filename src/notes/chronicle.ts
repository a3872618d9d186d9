import { beginningOf } from './calendar.js';
import type { LineRange, Note, Passage } from './note.js';

/** What the notes tell of one edition of an event, for a timeline. */
export interface EditionSummary {
  /** The event, e.g. "DockerCon EU 2017". */
  readonly event: string;
  readonly year?: number;
  /** When it began, as much as is known: `YYYY-MM-DD` or `YYYY-MM`. The first date of its notes, else what `dates` says. */
  readonly from?: string;
  /** The front matter's own words on when and where, e.g. "June 22-23, 2015" and "San Francisco". */
  readonly dates?: string;
  readonly city?: string;
  /** Paths of its notes, in order of date. */
  readonly notes: readonly string[];
  /** What was announced, in the notes' words and order, each once. Possibly none. */
  readonly announcements: readonly Announcement[];
}

/** Something that was announced, word for word, and where that stands. */
export interface Announcement {
  readonly text: string;
  readonly note: string;
  readonly lines: LineRange;
}

/**
 * The editions that the notes are about, in order of date; notes without an event are left out.
 *
 * What an edition announced are the items of its lists whose lead-in speaks of announcing; where it has no such list, the
 * sentences that do.
 */
export function chronicleOf(notes: readonly Note[]): readonly EditionSummary[] {
  const editions = new Map<string, Note[]>();
  for (const note of notes) {
    if (note.event !== undefined) editions.set(note.event, [...(editions.get(note.event) ?? []), note]);
  }
  return [...editions]
    .map(([event, group]) => summaryOf(event, [...group].sort(byDate)))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const ANNOUNCES = /\b(?:announce[ds]?|announcements?|announcing|unveil(?:ed|s|ing)|launched)\b/i;
/** A list of announcements, rather than a list about one: "The announcements were", "What was announced on day 1". */
const ANNOUNCEMENTS = /\bannouncements\b|\bwhat\b.*\b(?:announced|unveiled|launched)\b/i;
/** Sentences are longer than list items, and say it less surely. */
const MOST_SENTENCES = 8;

function summaryOf(event: string, notes: readonly Note[]): EditionSummary {
  const dates = field(['dates', 'date'], notes);
  const city = field(['city', 'location'], notes);
  const [first] = notes.flatMap(({ date }) => date ?? []).sort();
  const from = first ?? (dates === undefined ? undefined : beginningOf(dates));
  const year = notes.find(({ edition }) => edition !== undefined)?.edition;
  return {
    event,
    ...(year !== undefined && { year }),
    ...(from !== undefined && { from }),
    ...(dates !== undefined && { dates }),
    ...(city !== undefined && { city }),
    notes: notes.map(({ path }) => path),
    announcements: announcementsIn(notes),
  };
}

/** From the surest telling to the least: the first of which there is any. */
function announcementsIn(notes: readonly Note[]): readonly Announcement[] {
  for (const tellings of [itemsAfter(ANNOUNCEMENTS), itemsAfter(ANNOUNCES), sentencesOf]) {
    const told = distinct(notes.flatMap((note) => announcedIn(note, tellings)));
    if (told.length > 0) return tellings === sentencesOf ? told.slice(0, MOST_SENTENCES) : told;
  }
  return [];
}

type Told = Pick<Announcement, 'text' | 'lines'>;

function announcedIn(
  { path, passages }: Note,
  tellings: (passage: Passage) => readonly Told[],
): readonly Announcement[] {
  return passages.flatMap(tellings).map(({ text, lines }) => ({ text, note: path, lines }));
}

/** The outermost items of lists with such a lead-in, each by its first sentence. */
function itemsAfter(leadIn: RegExp): (passage: Passage) => readonly Told[] {
  return ({ kind, sentences, context = [] }) => {
    if (kind !== 'list') return [];
    const leadIns = sentences.filter(({ role }) => role === 'lead-in').map(({ text }) => text);
    if (![...context.slice(0, 1), ...leadIns].some((text) => leadIn.test(text))) return [];
    const items = sentences.filter(({ role, depth = 0 }) => role === 'item' && depth === 0);
    return items.filter(({ item }, index) => item !== items[index - 1]?.item);
  };
}

function sentencesOf({ kind, sentences }: Passage): readonly Told[] {
  return kind === 'paragraph' ? sentences.filter(({ text }) => ANNOUNCES.test(text)) : [];
}

function distinct(announcements: readonly Announcement[]): readonly Announcement[] {
  const seen = new Set<string>();
  return announcements.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** What the first note that has one of some front-matter fields says there. */
function field(labels: readonly string[], notes: readonly Note[]): string | undefined {
  for (const label of labels) {
    for (const { passages } of notes) {
      const text = passages.find((passage) => passage.kind === 'field' && passage.label === label)?.sentences[0]?.text;
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

function byDate(a: Note, b: Note): number {
  const [first, second] = [a, b].map(({ date, day, path }) => `${date ?? '9999'} ${day ?? 99} ${path}`) as [
    string,
    string,
  ];
  return first < second ? -1 : 1;
}

/** An edition without a date stands at the end of its year. */
function keyOf({ from, year, event }: EditionSummary): string {
  return `${from ?? year ?? '9999'}${from === undefined ? '-99' : ''} ${event}`;
}
