import type { LineRange, Note, Passage } from './note.js';

/** What the notes tell of one edition of an event, for a timeline. */
export interface EditionSummary {
  /** The event, e.g. "DockerCon EU 2017". */
  readonly event: string;
  readonly year?: number;
  /** First and last date of its notes, `YYYY-MM-DD`; absent when no note is dated. */
  readonly from?: string;
  readonly to?: string;
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
/** Sentences are longer than list items, and say it less surely. */
const MOST_SENTENCES = 8;

function summaryOf(event: string, notes: readonly Note[]): EditionSummary {
  const dates = notes.flatMap(({ date }) => date ?? []).sort();
  const year = notes.find(({ edition }) => edition !== undefined)?.edition;
  const listed = distinct(notes.flatMap((note) => announcedIn(note, itemsOf)));
  return {
    event,
    ...(year !== undefined && { year }),
    ...(dates[0] !== undefined && { from: dates[0], to: dates.at(-1) ?? dates[0] }),
    ...field('dates', ['dates', 'date'], notes),
    ...field('city', ['city', 'location'], notes),
    notes: notes.map(({ path }) => path),
    announcements:
      listed.length > 0
        ? listed
        : distinct(notes.flatMap((note) => announcedIn(note, sentencesOf))).slice(0, MOST_SENTENCES),
  };
}

type Told = Pick<Announcement, 'text' | 'lines'>;

function announcedIn(
  { path, passages }: Note,
  tellings: (passage: Passage) => readonly Told[],
): readonly Announcement[] {
  return passages.flatMap(tellings).map(({ text, lines }) => ({ text, note: path, lines }));
}

/** The outermost items, each by its first sentence. */
function itemsOf({ kind, sentences, context = [] }: Passage): readonly Told[] {
  if (kind !== 'list') return [];
  const leadIns = [
    ...context.slice(0, 1),
    ...sentences.filter(({ role }) => role === 'lead-in').map(({ text }) => text),
  ];
  if (!leadIns.some((text) => ANNOUNCES.test(text))) return [];
  const items = sentences.filter(({ role, depth = 0 }) => role === 'item' && depth === 0);
  return items.filter(({ item }, index) => item !== items[index - 1]?.item);
}

function sentencesOf({ kind, sentences }: Passage): readonly Told[] {
  return kind === 'paragraph' ? sentences.filter(({ text }) => ANNOUNCES.test(text)) : [];
}

function distinct(announcements: readonly Announcement[]): readonly Announcement[] {
  const seen = new Set<string>();
  return announcements.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** What the first note that has one of some front-matter fields says there. */
function field(
  name: 'dates' | 'city',
  labels: readonly string[],
  notes: readonly Note[],
): { readonly [key in typeof name]?: string } {
  for (const label of labels) {
    for (const { passages } of notes) {
      const text = passages.find((passage) => passage.kind === 'field' && passage.label === label)?.sentences[0]?.text;
      if (text !== undefined) return { [name]: text };
    }
  }
  return {};
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
