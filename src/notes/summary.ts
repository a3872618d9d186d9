import type { NoteSummary } from '../engine.js';
import type { Note } from './note.js';

/** What a listing shows of each note, in order of date; notes without any date come last. */
export function summariesOf(notes: readonly Note[]): NoteSummary[] {
  return notes.map(summaryOf).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function summaryOf(note: Note): NoteSummary {
  const { path, title, event, edition, day, date, url, sources } = note;
  return {
    path,
    title,
    ...(event === undefined ? {} : { event }),
    ...(edition === undefined ? {} : { edition }),
    ...(day === undefined ? {} : { day }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    sources,
    passages: note.passages.length,
  };
}

function keyOf({ date, edition, path }: NoteSummary): string {
  return `${date ?? edition ?? '9999'} ${path}`;
}
