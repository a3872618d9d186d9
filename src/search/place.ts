import type { Note } from '../notes/note.js';
import type { IndexedPassage } from './passage-index.js';

/**
 * The text of a passage's surroundings, a line each and each once: its note's title, its event, its headings, what leads to
 * it without being part of it, and a field's label.
 */
export function surroundings({ note, section, passage }: IndexedPassage): string {
  const event = section.event ?? note.event ?? '';
  return [...new Set([note.title, event, ...section.headings, ...(passage.context ?? []), passage.label ?? ''])].join(
    '\n',
  );
}

/** Every passage of the notes with its surroundings, in the order of notes. */
export function entriesOf(notes: readonly Note[]): IndexedPassage[] {
  return notes.flatMap((note) =>
    note.passages.flatMap((passage) => {
      const section = note.sections[passage.section];
      return section === undefined ? [] : [{ note, section, passage }];
    }),
  );
}
