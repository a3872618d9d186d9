import type { Note, NoteFile, Problem } from './note.js';
import { inOrder } from './problems.js';
import { type ReadOptions, readNote } from './read-note.js';

/** What a folder of notes was read into. */
export interface ReadNotes {
  /** In order of path. */
  readonly notes: readonly Note[];
  /** Files without a note, and why: "draft: true", "hidden: true", "published: false", or unreadable. */
  readonly skipped: readonly SkippedNote[];
  /** In order of path and line. */
  readonly problems: readonly Problem[];
}

export interface SkippedNote {
  readonly path: string;
  readonly reason: string;
}

/** Reads Markdown files into notes. Never throws: a file that cannot be read is skipped, with a problem. */
export function readNotes(files: readonly NoteFile[], options: ReadOptions = {}): ReadNotes {
  const notes: Note[] = [];
  const skipped: SkippedNote[] = [];
  const problems: Problem[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const result = readNote(file, options);
    problems.push(...result.problems);
    if ('note' in result) notes.push(result.note);
    else skipped.push({ path: file.path, reason: result.skipped });
  }
  return { notes, skipped, problems: inOrder(problems) };
}
